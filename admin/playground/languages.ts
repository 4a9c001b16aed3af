/** The languages that the page speaks and every example is explained in. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];
