import type { Locale } from './locale';

const separators = { vi: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;

/** Digit by digit, since a decimal of the API may be longer than a floating-point number can hold. */
function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}

function rounded(text: string, decimals: number): string {
  const [whole = '0', fraction = ''] = text.split('.');
  if (fraction.length <= decimals) return text;
  const digits = BigInt(whole + fraction.slice(0, decimals)) + (Number(fraction[decimals]) >= 5 ? 1n : 0n);
  const padded = digits.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? padded : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

/** "4240" → 4.240 in Vietnamese, 4,240 in English; with `decimals`, exactly so many places. */
export function formatDecimal(
  value: string | number | null | undefined,
  locale: Locale,
  decimals?: number,
): string {
  if (value === null || value === undefined || value === '') return '';
  const text = String(value);
  if (!/^[-+]?\d+(\.\d+)?$/.test(text)) return text;
  const { group, point } = separators[locale];
  const magnitude = text.replace(/^[-+]/, '');
  const kept = decimals === undefined ? magnitude : rounded(magnitude, decimals);
  const [whole = '0', fraction = ''] = kept.split('.');
  const places = decimals === undefined ? fraction : fraction.padEnd(decimals, '0');
  const sign = text.startsWith('-') && /[1-9]/.test(kept) ? '-' : '';
  return sign + grouped(whole, group) + (places ? point + places : '');
}

/** 96,57 % in Vietnamese, 96.57% in English. */
export function formatPercent(
  value: string | number | null | undefined,
  locale: Locale,
  decimals = 2,
): string {
  const number = formatDecimal(value, locale, decimals);
  return number && number + (locale === 'vi' ? ' %' : '%');
}

/**
 * What a person typed, as a decimal of the API; null when it is not a number in that language. A group separator must
 * stand before exactly three digits, so that "4.24" typed in Vietnamese is refused, never read as 424.
 */
export function parseDecimal(typed: string, locale: Locale): string | null {
  const { group, point } = separators[locale];
  const text = typed.trim().replace(/\s/g, '').replace('−', '-');
  const escaped = (sign: string) => `\\${sign}`;
  const number = new RegExp(`^[-+]?(\\d+|\\d{1,3}(${escaped(group)}\\d{3})+)(${escaped(point)}\\d+)?$`);
  if (!number.test(text)) return null;
  return text.replaceAll(group, '').replace(point, '.').replace(/^\+/, '');
}
