import { Period } from '../../schema/period/period.type';
import { PeriodType } from '../../schema/period/period-type.enum';
import { AppError } from '../errors';

/**
 * A stretch of whole months: `start` counts months since the year 0, so that all arithmetic is on whole numbers.
 * A calendar period has its type; a range of several has none, but the type that it is counted in.
 */
export interface Span {
  start: number;
  months: number;
  type: PeriodType;
}

export const monthsOf: Record<PeriodType, number> = {
  [PeriodType.MONTH]: 1,
  [PeriodType.QUARTER]: 3,
  [PeriodType.HALF_YEAR]: 6,
  [PeriodType.YEAR]: 12,
};

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const codePattern = /^(?<year>\d{4})(?:-(?:H(?<half>[12])|Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?$/;

/** Reads `2022`, `2022-H2`, `2022-Q3` or `2022-08`; anything else is PERIOD_MALFORMED. */
export function parsePeriod(code: string): Span {
  const parts = codePattern.exec(code)?.groups;
  const year = Number(parts?.year);
  if (!parts || year < FIRST_YEAR || year > LAST_YEAR)
    throw new AppError('PERIOD_MALFORMED', { period: code });
  const january = year * 12;
  if (parts.half)
    return { start: january + (Number(parts.half) - 1) * 6, months: 6, type: PeriodType.HALF_YEAR };
  if (parts.quarter)
    return { start: january + (Number(parts.quarter) - 1) * 3, months: 3, type: PeriodType.QUARTER };
  if (parts.month) return { start: january + Number(parts.month) - 1, months: 1, type: PeriodType.MONTH };
  return { start: january, months: 12, type: PeriodType.YEAR };
}

/** The period of that type that starts on a day which the database keeps, such as `2022-07-01`. */
export function periodStartingOn(day: string, type: PeriodType): Span {
  return { start: monthIndex(day), months: monthsOf[type], type };
}

/** The code of a period, or `2017..2022` for a range. */
export function periodCode(span: Span): string {
  const step = monthsOf[span.type];
  const first = calendarCode(span.start, span.type);
  return span.months === step
    ? first
    : `${first}..${calendarCode(span.start + span.months - step, span.type)}`;
}

function calendarCode(start: number, type: PeriodType): string {
  const year = String(Math.floor(start / 12)).padStart(4, '0');
  const month = start % 12;
  switch (type) {
    case PeriodType.YEAR:
      return year;
    case PeriodType.HALF_YEAR:
      return `${year}-H${month / 6 + 1}`;
    case PeriodType.QUARTER:
      return `${year}-Q${month / 3 + 1}`;
    case PeriodType.MONTH:
      return `${year}-${String(month + 1).padStart(2, '0')}`;
  }
}

/** The month of a day, counted since the year 0. */
export function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** Shifts of formulas and windows may lead before the calendar begins, where nothing is reported: they end up at its edge. */
const EARLIEST_MONTH = 2 * 12;

function firstDay(index: number): string {
  const month = Math.max(index, EARLIEST_MONTH);
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** The first day of the span. */
export function startOf(span: Span): string {
  return firstDay(span.start);
}

/** The first day after the span. */
export function endOf(span: Span): string {
  return firstDay(span.start + span.months);
}

/** The last day of the span. */
export function lastDayOf(span: Span): string {
  const end = new Date(`${endOf(span)}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() - 1);
  return end.toISOString().slice(0, 10);
}

/** Whether both ends of the span fall on whole periods of the type. */
export function isWhole(span: Span, type: PeriodType): boolean {
  return span.start % monthsOf[type] === 0 && span.months % monthsOf[type] === 0;
}

/** Whether a span lies within the years that periods can be written for. */
export function isWritable({ start, months }: Span): boolean {
  return start >= FIRST_YEAR * 12 && start + months <= (LAST_YEAR + 1) * 12;
}

/** The span cut into its periods of that type; the caller has made sure that it is whole. */
export function cutInto(span: Span, type: PeriodType): Span[] {
  const months = monthsOf[type];
  return Array.from({ length: span.months / months }, (_, index) => ({
    start: span.start + index * months,
    months,
    type,
  }));
}

/** The span that many times its own length later (earlier when negative). */
export function shiftSpan(span: Span, times: number): Span {
  return { ...span, start: span.start + times * span.months };
}

/** What a row takes in besides its own period. */
export type Window = { rolling: number } | 'YEAR_TO_DATE';

/** The span widened backwards by a window; its end stays. */
export function widen(span: Span, window: Window | null): Span {
  if (window === null) return span;
  const start =
    window === 'YEAR_TO_DATE'
      ? Math.floor(span.start / 12) * 12
      : span.start - (window.rolling - 1) * span.months;
  return { ...span, start, months: span.start + span.months - start };
}

/** The span one year earlier. */
export function oneYearBefore(span: Span): Span {
  return { ...span, start: span.start - 12 };
}

/** The period as the API shows it. */
export function toPeriod(span: Span): Period {
  return Object.assign(new Period(), {
    code: periodCode(span),
    type: span.months === monthsOf[span.type] ? span.type : null,
    startsOn: startOf(span),
    endsOn: lastDayOf(span),
  });
}
