/** The languages of the client. */
export type Locale = 'vi' | 'en';
