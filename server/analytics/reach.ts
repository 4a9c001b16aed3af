import { type Span, shiftSpan, type Window, widen } from '../period/period';

/** What an operand looks at, seen from the row's period: `@-1` is the one before, `ytd(…)` the year up to its end. */
export interface Reach {
  shift: number;
  isYearToDate: boolean;
}

/** The stretch that an operand's figures are taken from. The query's window is for those that say nothing themselves. */
export function reachedSpan(span: Span, { shift, isYearToDate }: Reach, window: Window | null): Span {
  return widen(shiftSpan(span, shift), isYearToDate ? 'YEAR_TO_DATE' : window);
}

/** The reach as one number, so that the SQL has one column to join on. */
export function reachNo({ shift, isYearToDate }: Reach): number {
  return 2 * shift + (isYearToDate ? 1 : 0);
}
