import type { Locale } from './locale';

const roman = ['I', 'II', 'III', 'IV'];

const month = (code: string) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${code}-01T00:00:00Z`),
  );

/** 2022-08 → tháng 8/2022, August 2022; 2022-Q3 → quý III/2022, Q3 2022; a range joins its two ends. */
export function periodName(code: string, locale: Locale): string {
  if (code.includes('..')) {
    return code
      .split('..')
      .map((end) => periodName(end, locale))
      .join(' – ');
  }
  const [, year = '', part = ''] = /^(\d{4})-?(.*)$/.exec(code) ?? [];
  if (!year) return code;
  if (part === '') return locale === 'vi' ? `năm ${year}` : year;
  const index = Number(part.slice(1));
  if (part.startsWith('Q')) return locale === 'vi' ? `quý ${roman[index - 1]}/${year}` : `Q${index} ${year}`;
  if (part.startsWith('H')) {
    if (locale === 'en') return `H${index} ${year}`;
    return `6 tháng ${index === 1 ? 'đầu' : 'cuối'} năm ${year}`;
  }
  return locale === 'vi' ? `tháng ${Number(part)}/${year}` : month(code);
}

/** What a period of a type looks like, as an example in forms. */
export const periodExample = {
  MONTH: '2022-08',
  QUARTER: '2022-Q3',
  HALF_YEAR: '2022-H2',
  YEAR: '2022',
} as const;

const patterns = {
  MONTH: /^\d{4}-(0[1-9]|1[0-2])$/,
  QUARTER: /^\d{4}-Q[1-4]$/,
  HALF_YEAR: /^\d{4}-H[12]$/,
  YEAR: /^\d{4}$/,
} as const;

export type PeriodTypeName = keyof typeof patterns;

export const isPeriodOf = (code: string, type: PeriodTypeName) => patterns[type].test(code);

/** People write 8/2022, 08-2022 or q3/2022 too. */
export function toPeriodCode(typed: string): string {
  const text = typed.trim().toUpperCase();
  const [, part = '', year = ''] = /^(Q[1-4]|H[12]|\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (!year) return text;
  return `${year}-${/^\d/.test(part) ? part.padStart(2, '0') : part}`;
}
