/** First over the base periods within each unit, then over units (rule 2), exact until the end. */

import { lastDay, periodsOf, type Span, spanOf } from './calendar';
import {
  decimal,
  divide,
  fraction,
  greatest,
  isZero,
  least,
  multiply,
  ONE,
  type Rational,
  sum,
  whole,
  ZERO,
} from './rational';
import type { CountedReport } from './reports';
import { isOpen, type ReportedIndicator, type Unit } from './world';

/** What one unit brings to a row. */
interface Contribution {
  readonly unit: Unit;
  readonly value: Rational;
}

/** The row's value from its reports; null when there are none (rule 6). */
export function rollUp(
  indicator: ReportedIndicator,
  reports: readonly CountedReport[],
  span: Span,
): Rational | null {
  const contributions = [...groupBy(reports, ({ unit }) => unit.code).values()].map(
    (own): Contribution => ({ unit: own[0].unit, value: overTime(indicator, own) }),
  );
  return overUnits(indicator, contributions, span);
}

type NonEmpty<T> = [T, ...T[]];

/** One unit's value in the period, from its reports that count in the row. */
function overTime(indicator: ReportedIndicator, reports: NonEmpty<CountedReport>): Rational {
  switch (indicator.periodAggregation) {
    case 'SUM':
      return total(reports);
    // 2.3 and 2.4: one report stands for each member; the total is the sum over members.
    case 'LAST':
      return total(reports);
    // 2.2: the mean over the reported base periods of each member's series, then the sum over members.
    case 'AVERAGE':
      return sum([...groupBy(reports, ({ observation }) => `${observation.member}`).values()].map(mean));
    // 2.4: the unit's total in each base period first.
    case 'MIN':
      return least(totalsPerBasePeriod(reports));
    case 'MAX':
      return greatest(totalsPerBasePeriod(reports));
    // 2.11: the row's period is a base period, anything else has been refused.
    case 'NONE':
      return total(reports);
  }
}

function overUnits(
  indicator: ReportedIndicator,
  contributions: readonly Contribution[],
  span: Span,
): Rational | null {
  const [first, ...others] = contributions;
  if (first === undefined) return null;
  const values: NonEmpty<Rational> = [first.value, ...others.map(({ value }) => value)];
  const weights = weightsOf(indicator, contributions, span);
  const weighted = sum(values.map((value, index) => multiply(value, weights[index] ?? ONE)));
  switch (indicator.unitAggregation) {
    case 'SUM':
      return weighted;
    // 2.2: over contributors, never over the children's averages.
    case 'AVERAGE': {
      const weight = sum(weights);
      return isZero(weight) ? divide(sum(values), whole(values.length)) : divide(weighted, weight);
    }
    // Neither MIN nor MAX weighs, and what is NONE has one contributor: nothing is added up that a merger could double.
    case 'MIN':
      return least(values);
    case 'MAX':
      return greatest(values);
    case 'NONE':
      return first.value;
  }
}

/**
 * Rule 2: an average over time counts with the share of P in which the unit was open: of the base periods of P on
 * whose last day any contributor of the row was open, those on whose last day the unit was. When no contributor was
 * open on any of these days (a unit that opened and closed inside one base period), each counts in full.
 */
function weightsOf(
  indicator: ReportedIndicator,
  contributions: readonly Contribution[],
  span: Span,
): Rational[] {
  if (indicator.periodAggregation !== 'AVERAGE') return contributions.map(() => ONE);
  const ends = periodsOf(indicator.periodType, span).map((code) => lastDay(spanOf(code)));
  const shared = ends.filter((day) => contributions.some(({ unit }) => isOpen(unit, day)));
  return contributions.map(({ unit }) => {
    if (shared.length === 0) return ONE;
    return fraction(BigInt(shared.filter((day) => isOpen(unit, day)).length), BigInt(shared.length));
  });
}

function total(reports: readonly CountedReport[]): Rational {
  return sum(reports.map(({ observation }) => decimal(observation.value)));
}

function mean(reports: readonly CountedReport[]): Rational {
  return divide(total(reports), whole(reports.length));
}

function totalsPerBasePeriod(reports: NonEmpty<CountedReport>): NonEmpty<Rational> {
  const [first, ...others] = [...groupBy(reports, ({ observation }) => observation.period).values()].map(
    total,
  );
  return [first ?? ZERO, ...others];
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, NonEmpty<T>> {
  const groups = new Map<string, NonEmpty<T>>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group === undefined) groups.set(key(value), [value]);
    else group.push(value);
  }
  return groups;
}
