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

/** 31/08/2022 in Vietnamese, 31 Aug 2022 in English. */
const dateFormats = {
  vi: { locale: 'vi-VN', options: { day: '2-digit', month: '2-digit', year: 'numeric' } },
  en: { locale: 'en-GB', options: { day: 'numeric', month: 'short', year: 'numeric' } },
} as const;

export function showDate(date: string | null | undefined): string {
  if (!date) return '';
  const { locale, options } = dateFormats[currentLocale()];
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** A moment, by the clock of the person. */
export function showDateTime(instant: string | null | undefined): string {
  if (!instant) return '';
  const { locale, options } = dateFormats[currentLocale()];
  const moment = new Date(instant);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(moment);
  return `${new Intl.DateTimeFormat(locale, options).format(moment)} ${time}`;
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
