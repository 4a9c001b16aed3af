/** Calendar of the reference: periods are runs of whole months, dates are ISO strings (which compare as text). */

export type IsoDate = string;
export type PeriodType = 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR';

export const MONTHS_IN: Readonly<Record<PeriodType, number>> = {
  MONTH: 1,
  QUARTER: 3,
  HALF_YEAR: 6,
  YEAR: 12,
};

/** A run of whole months; `start` counts months from January of year 0. Every period, and every range, is one. */
export interface Span {
  readonly start: number;
  readonly months: number;
}

const PERIOD_CODE = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/;

/** `2022`, `2022-H2`, `2022-Q3`, `2022-08`; null for anything else. */
export function parsePeriod(code: string): { type: PeriodType; span: Span } | null {
  const match = PERIOD_CODE.exec(code);
  if (match === null) return null;
  const [, year, half, quarter, month] = match;
  const january = Number(year) * 12;
  if (half !== undefined)
    return { type: 'HALF_YEAR', span: { start: january + (Number(half) - 1) * 6, months: 6 } };
  if (quarter !== undefined)
    return { type: 'QUARTER', span: { start: january + (Number(quarter) - 1) * 3, months: 3 } };
  if (month !== undefined) return { type: 'MONTH', span: { start: january + Number(month) - 1, months: 1 } };
  return { type: 'YEAR', span: { start: january, months: 12 } };
}

/** The span of a code that is known to be well formed. */
export function spanOf(code: string): Span {
  const period = parsePeriod(code);
  if (period === null) throw new Error(`"${code}" is no period code`);
  return period.span;
}

/** The code of the period of `type` that starts in month `start`. */
export function periodCode(type: PeriodType, start: number): string {
  const year = String(Math.floor(start / 12)).padStart(4, '0');
  const month = start % 12;
  if (type === 'YEAR') return year;
  if (type === 'HALF_YEAR') return `${year}-H${month / 6 + 1}`;
  if (type === 'QUARTER') return `${year}-Q${month / 3 + 1}`;
  return `${year}-${String(month + 1).padStart(2, '0')}`;
}

/** True when the span is cut exactly at borders of `type`. */
export function isAligned(span: Span, type: PeriodType): boolean {
  return span.start % MONTHS_IN[type] === 0 && span.months % MONTHS_IN[type] === 0;
}

/** The codes of the periods of `type` that an aligned span consists of, in order. */
export function periodsOf(type: PeriodType, span: Span): string[] {
  const codes: string[] = [];
  for (let start = span.start; start < span.start + span.months; start += MONTHS_IN[type]) {
    codes.push(periodCode(type, start));
  }
  return codes;
}

export function periodContaining(type: PeriodType, date: IsoDate): Span {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  return { start: month - (month % MONTHS_IN[type]), months: MONTHS_IN[type] };
}

export function liesInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.start + inner.months <= outer.start + outer.months;
}

/** The span from earlier on: so many of its own length in all, or from the first month of its year. */
export function widened(
  span: Span,
  window: { readonly rolling: number } | { readonly yearToDate: true } | undefined,
): Span {
  if (window === undefined) return span;
  const earlier =
    'rolling' in window ? (window.rolling - 1) * span.months : span.start - Math.floor(span.start / 12) * 12;
  return { start: span.start - earlier, months: span.months + earlier };
}

/** The span from the first month of the year on that it begins in. */
export function fromNewYear(span: Span): Span {
  let { start, months } = span;
  while (start % MONTHS_IN.YEAR !== 0) {
    start -= 1;
    months += 1;
  }
  return { start, months };
}

export function shift(span: Span, months: number): Span {
  return { start: span.start + months, months: span.months };
}

export function firstDay(span: Span): IsoDate {
  return `${periodCode('MONTH', span.start)}-01`;
}

export function lastDay(span: Span): IsoDate {
  return addDays(firstDay(shift(span, span.months)), -1);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
