/** Which reports count in a row, and where and as what they count (rules 3, 4, 8, 9). */

import { lastDay, liesInside, type Span, spanOf } from './calendar';
import type { AnalyticsQuery } from './query';
import { isAmong, lineage, type Structure } from './structure';
import {
  isOpen,
  nearestOpenDay,
  type Observation,
  placementAt,
  type ReportedIndicator,
  type Unit,
  unitOf,
  type World,
} from './world';

/** What stays the same for all rows of one answer. */
export interface Question {
  readonly world: World;
  readonly structure: Structure;
  readonly query: AnalyticsQuery;
}

/** One report that counts in a period, with where it counts and what its unit was. */
export interface CountedReport {
  readonly observation: Observation;
  readonly unit: Unit;
  readonly base: Span;
  /** the units in whose values it counts */
  readonly lineage: readonly string[];
  readonly kind: string | null;
  readonly sector: string | null;
}

/** All reports of the indicator that count in the period, anywhere in the tree, after the query's `where`. */
export function reportsThatCount(
  { world, structure, query }: Question,
  indicator: ReportedIndicator,
  span: Span,
): CountedReport[] {
  const { kinds, sectors, members } = query.where ?? {};
  const ofIndicator = world.observations.filter(
    ({ indicator: code, member }) => code === indicator.code && isAmong(member, members),
  );
  const inPeriod =
    indicator.periodAggregation === 'LAST'
      ? standingStocks(world, ofIndicator, query.fill ?? indicator.fill, span)
      : ofIndicator.filter(({ period }) => liesInside(spanOf(period), span));
  return inPeriod
    .map((observation) => placed(world, structure, indicator, observation, span))
    .filter(({ kind, sector }) => isAmong(kind, kinds) && isAmong(sector, sectors));
}

/**
 * Rule 3: each series (unit, member) on its own, its last report whose base period ends at or before the end of P,
 * while the unit is open on P's last day; without carrying forward only a report from inside P.
 */
function standingStocks(
  world: World,
  observations: readonly Observation[],
  fill: 'CARRY_FORWARD' | 'NONE',
  span: Span,
): Observation[] {
  const end = span.start + span.months;
  const latest = new Map<string, Observation>();
  for (const observation of observations) {
    const base = spanOf(observation.period);
    const isInTime = fill === 'NONE' ? liesInside(base, span) : base.start + base.months <= end;
    if (!isInTime || !isOpen(unitOf(world, observation.unit), lastDay(span))) continue;
    const series = `${observation.unit} ${observation.member}`;
    const known = latest.get(series);
    if (known === undefined || spanOf(known.period).start < base.start) latest.set(series, observation);
  }
  return [...latest.values()];
}

function placed(
  world: World,
  structure: Structure,
  indicator: ReportedIndicator,
  observation: Observation,
  span: Span,
): CountedReport {
  const unit = unitOf(world, observation.unit);
  const base = spanOf(observation.period);
  const isFlow = indicator.periodAggregation === 'SUM';
  // 2.8 and 2.9: flows at the last day of the report's base period, everything else at the last day of P.
  const day = lastDay(isFlow ? base : span);
  const state = placementAt(unit, day);
  // 2.8: what is no flow counts, for a unit that closed inside P, where the unit itself stood on its last day.
  const date = structure.date ?? (isFlow ? day : nearestOpenDay(unit, day));
  return {
    observation,
    unit,
    base,
    lineage: lineage(world, unit.code, date),
    kind: state.kind,
    sector: state.sector,
  };
}
