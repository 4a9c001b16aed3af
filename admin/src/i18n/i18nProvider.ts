import polyglotI18nProvider from 'ra-i18n-polyglot';
import { english } from './english';
import type { Locale } from './locale';
import { vietnamese } from './vietnamese';

/** Vietnamese for browsers that ask for it, English for all others; the switch in the app bar is remembered. */
export const browserLocale = (): Locale => (navigator.language.toLowerCase().startsWith('vi') ? 'vi' : 'en');

export const i18nProvider = polyglotI18nProvider(
  (locale) => (locale === 'vi' ? vietnamese : english),
  browserLocale(),
  [
    { locale: 'vi', name: 'Tiếng Việt' },
    { locale: 'en', name: 'English' },
  ],
  { allowMissing: import.meta.env.PROD },
);

export const currentLocale = () => i18nProvider.getLocale() as Locale;
