/** A world in a few lines, for a person who has to see why a property failed. */

import type { AnalyticsQuery } from '../reference/query';
import { isComputed, type Unit, type World } from '../reference/world';

export function describeWorld(world: World): string {
  return [
    ...world.units.map(describeUnit),
    ...world.indicators.map((indicator) =>
      isComputed(indicator)
        ? `${indicator.code} = ${indicator.formula}`
        : `${indicator.code}: ${indicator.periodType}, ${indicator.unitAggregation} over units, ${indicator.periodAggregation} over time, fill ${indicator.fill}, ${indicator.dimension ?? 'no dimension'}`,
    ),
    ...world.observations.map(
      ({ unit, indicator, period, member, value }) =>
        `${unit} ${indicator}${member === null ? '' : `[${member}]`} ${period} = ${value}`,
    ),
    ...(world.targets ?? []).map(
      ({ unit, indicator, period, value }) => `${unit} ${indicator} ${period} should reach ${value}`,
    ),
  ].join('\n');
}

function describeUnit({ code, placements, closedOn, mergedInto }: Unit): string {
  const history = placements.map(
    ({ from, parent, kind, sector }) =>
      `${from} under ${parent ?? 'none'} (${kind ?? '-'}, ${sector ?? '-'})`,
  );
  const end = mergedInto === undefined ? 'closed' : `merged into ${mergedInto}`;
  return `${code}: ${[...history, ...(closedOn === undefined ? [] : [`${closedOn} ${end}`])].join('; ')}`;
}

export function describeQuery(query: AnalyticsQuery, today: string): string {
  return `today ${today}, query ${JSON.stringify(query)}`;
}
