/** The periods that get a row (rule 10), and those that are refused (rule 11). */

import {
  firstDay,
  isAligned,
  MONTHS_IN,
  type PeriodType,
  parsePeriod,
  periodContaining,
  periodsOf,
  type Span,
  shift,
  spanOf,
} from './calendar';
import { operandsOf, parseFormula } from './formula';
import { type AnalyticsQuery, Refusal } from './query';
import { type Indicator, indicatorOf, isComputed, type World } from './world';

export interface RowPeriod {
  /** null for a range that is one period */
  readonly code: string | null;
  readonly span: Span;
}

/** The indicator's own type; for a computed one that of its coarsest operand (rule 5). */
export function ownPeriodType(world: World, indicator: Indicator): PeriodType {
  if (!isComputed(indicator)) return indicator.periodType;
  return operandsOf(parseFormula(indicator.formula))
    .map((operand) => ownPeriodType(world, indicatorOf(world, operand.indicator)))
    .reduce((coarsest, type) => (MONTHS_IN[type] > MONTHS_IN[coarsest] ? type : coarsest), 'MONTH');
}

export function rowPeriods(world: World, query: AnalyticsQuery, indicator: Indicator): RowPeriod[] {
  const own = ownPeriodType(world, indicator);
  const isGrouped = query.groupBy === undefined || query.groupBy.includes('PERIOD');
  if ('codes' in query.periods) {
    const asked = query.periods.codes.map((code) => ({ code, span: knownSpan(code) }));
    // Three months named by their codes are finer than a quarter, even where they are taken as one.
    for (const { code, span } of asked) refuseFiner(span, own, code);
    return isGrouped ? asked : [{ code: null, span: adjacent(asked.map(({ span }) => span)) }];
  }
  const span = rangeOf(query.periods);
  const granularity = query.granularity ?? own;
  if (MONTHS_IN[granularity] < MONTHS_IN[own]) {
    throw new Refusal('PERIOD_TOO_FINE', `${indicator.code} is reported by ${own}, not by ${granularity}`);
  }
  if (!isAligned(span, granularity)) {
    throw new Refusal(
      'PERIOD_RANGE',
      `the range from ${firstDay(span)} does not fall on the ends of a ${granularity}`,
    );
  }
  if (!isGrouped) return [{ code: null, span }];
  return periodsOf(granularity, span).map((code) => ({ code, span: spanOf(code) }));
}

/** The period that a row is compared with; null for TARGET, which compares with no period. */
export function comparedSpan(
  world: World,
  query: AnalyticsQuery,
  indicator: Indicator,
  span: Span,
): Span | null {
  switch (query.compareTo?.with) {
    // The same length before: for a range that is one period, the range before it.
    case 'PREVIOUS_PERIOD':
      return shift(span, -span.months);
    case 'SAME_PERIOD_LAST_YEAR':
      return shift(span, -MONTHS_IN.YEAR);
    case 'BASELINE': {
      const baseline = knownSpan(query.compareTo.period);
      refuseFiner(baseline, ownPeriodType(world, indicator), query.compareTo.period);
      return baseline;
    }
    default:
      return null;
  }
}

function knownSpan(code: string): Span {
  const period = parsePeriod(code);
  if (period === null) throw new Refusal('PERIOD_MALFORMED', `${code} is no period`);
  return period.span;
}

function refuseFiner(span: Span, own: PeriodType, asked: string): void {
  if (!isAligned(span, own)) throw new Refusal('PERIOD_TOO_FINE', `${asked} is finer than ${own}`);
}

/** Rule 10: without PERIOD the range from first to last is one period, so nothing may be missing in between. */
function adjacent(spans: readonly Span[]): Span {
  const [first, ...others] = [...spans].sort((a, b) => a.start - b.start);
  if (first === undefined) throw new Refusal('PERIOD_RANGE', 'no period is asked for');
  return others.reduce((range, next) => {
    if (next.start !== range.start + range.months) {
      throw new Refusal('PERIOD_RANGE', `the periods do not follow one another at ${firstDay(next)}`);
    }
    return { start: range.start, months: range.months + next.months };
  }, first);
}

function rangeOf(periods: Exclude<AnalyticsQuery['periods'], { codes: readonly string[] }>): Span {
  if ('relative' in periods) return relativeRange(periods.relative, periods.on);
  const from = knownSpan(periods.from);
  const to = knownSpan(periods.to);
  const months = to.start + to.months - from.start;
  if (months <= 0) throw new Refusal('PERIOD_RANGE', `${periods.from} is after ${periods.to}`);
  return { start: from.start, months };
}

/** `LAST_5_YEARS` on a date: the five complete years before the one of the date. */
function relativeRange(relative: string, on: string): Span {
  const match = /^LAST_(?:(\d+)_)?(MONTH|QUARTER|HALF_YEAR|YEAR)S?$/.exec(relative);
  if (match === null) throw new Refusal('UNKNOWN_CODE', `${relative} is no relative period`);
  const months = Number(match[1] ?? 1) * MONTHS_IN[match[2] as PeriodType];
  return { start: periodContaining(match[2] as PeriodType, on).start - months, months };
}
