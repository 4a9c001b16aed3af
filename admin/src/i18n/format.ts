import { currentLocale } from './i18nProvider';
import { formatDecimal, formatPercent } from './number';
import { periodName } from './periodName';

/** The formats in the language of the moment; changing it draws every page anew. */
export const showNumber = (value: string | number | null | undefined, decimals?: number) =>
  formatDecimal(value, currentLocale(), decimals);

export const showPercent = (value: string | number | null | undefined, decimals = 2) =>
  formatPercent(value, currentLocale(), decimals);

/** The sign after a percentage: a space goes before it in Vietnamese. */
export const percentSign = () => (currentLocale() === 'vi' ? ' %' : '%');

/** +560, −12: a change always carries its sign. */
export function showChange(value: string | number | null | undefined, decimals?: number): string {
  const shown = showNumber(value, decimals);
  return Number(value) > 0 ? `+${shown}` : shown.replace(/^-/, '−');
}

export const showPeriod = (code: string | null | undefined) =>
  code ? periodName(code, currentLocale()) : '';

export function showDate(date: string | null | undefined): string {
  if (!date) return '';
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const locale = currentLocale() === 'vi' ? 'vi-VN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.UTC(Number(year), Number(month) - 1, Number(day)),
  );
}

export function showDateTime(instant: string | null | undefined): string {
  if (!instant) return '';
  const locale = currentLocale() === 'vi' ? 'vi-VN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  );
}

interface Named {
  name?: unknown;
  nameEn?: unknown;
}

/** The name of a record in the chosen language; English names are optional. */
export function localName(record: object | null | undefined): string {
  const { name, nameEn } = (record ?? {}) as Named;
  return String((currentLocale() === 'en' && nameEn) || name || '');
}
