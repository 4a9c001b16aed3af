import { Structure, UnitRelation } from '../../schema/analytics/analytics-query.inputs';
import type { SqlParameters } from '../sql-statement';
import type { QueryPlan } from './query-plan';

/** A named part of the statement. */
export interface Cte {
  name: string;
  body: string;
}

/**
 * Whether the answer follows a unit's place from period to period. Otherwise one date decides for all periods, and the
 * tree is cut to that date as it is walked.
 */
export function followsTime({ structure }: QueryPlan): boolean {
  return structure === Structure.AS_REPORTED;
}

/** Whether which units get a row depends on the period: only when they are named by their place. */
export function isChosenByPeriod(plan: QueryPlan): boolean {
  return followsTime(plan) && (plan.units.by === 'RELATION' || !!plan.units.kindIds || !!plan.units.sectorIds);
}

/**
 * The day that a unit's place in a period is read on: the last one, or its own last one if it closed inside. Before a
 * unit opens and after it closes it has no place of its own in that period.
 */
export const placeDate = 'least(row_period.ends_on, unit.closed_on) - 1';

/** The parts that say which units get a row, which are below each of them and, for shares, which is above. */
export function renderUnits(plan: QueryPlan, parameters: SqlParameters, wantsShare: boolean): Cte[] {
  const date = () => parameters.add(plan.structureDate, 'date');
  return [
    ...renderSelected(plan, parameters, date),
    ...(wantsShare ? renderParents(plan, date) : []),
    renderBelow(plan, date, wantsShare),
  ];
}

function holds(plan: QueryPlan, date: () => string, walked: string): string {
  return followsTime(plan) ? `${walked}.during && edge.during` : `edge.during @> ${date()}`;
}

function renderSelected(plan: QueryPlan, parameters: SqlParameters, date: () => string): Cte[] {
  const { units } = plan;
  if (units.by === 'IDS') {
    const ids = parameters.add(units.ids, 'integer[]');
    const chosen = `unnest(${ids}) with ordinality as chosen (unit_id, position)`;
    return [{ name: 'selected', body: selectUnits(plan, parameters, date, chosen, []) }];
  }
  const under = parameters.add(units.underId, 'integer');
  const conditions = { [UnitRelation.SELF]: 'chosen.depth = 0', [UnitRelation.CHILDREN]: 'chosen.depth = 1', [UnitRelation.DESCENDANTS]: 'chosen.depth > 0', [UnitRelation.LEVEL]: '' };
  const deepest = { [UnitRelation.SELF]: 0, [UnitRelation.CHILDREN]: 1, [UnitRelation.DESCENDANTS]: null, [UnitRelation.LEVEL]: units.level }[units.relation];
  const step = 'descent.depth + (not edge.is_merger)::integer';
  const descent: Cte = {
    name: 'descent',
    body: `
  select ${under} as unit_id, 0 as depth, false as is_merged, daterange(null, null) as during
  union all
  select edge.unit_id, ${step}, edge.is_merger, descent.during * edge.during
  from descent
  cross join lateral edges_below(descent.unit_id) as edge
  where ${holds(plan, date, 'descent')}${deepest === null ? '' : `
    and ${step} <= ${parameters.add(deepest, 'integer')}`}`,
  };
  const relation = `(select unit_id, depth, is_merged, during, 1 as position from descent) as chosen`;
  if (units.relation !== UnitRelation.LEVEL) {
    return [descent, { name: 'selected', body: selectUnits(plan, parameters, date, relation, [conditions[units.relation]]) }];
  }
  // How deep the named unit itself stands: one more than the placements passed on the way up to a root.
  const ascent: Cte = {
    name: 'ascent',
    body: `
  select ${under} as unit_id, 0 as depth, daterange(null, null) as during
  union all
  select edge.above_id, ascent.depth + (not edge.is_merger)::integer, ascent.during * edge.during
  from ascent
  cross join lateral edges_above(ascent.unit_id) as edge
  where ${holds(plan, date, 'ascent')}`,
  };
  const level = parameters.add(units.level, 'integer');
  const day = isChosenByPeriod(plan) ? placeDate : date();
  const atLevel = `exists (
      select from ascent
      where ascent.unit_id is null and ascent.during @> (${day}) and ascent.depth + chosen.depth = ${level})`;
  return [descent, ascent, { name: 'selected', body: selectUnits(plan, parameters, date, relation, [atLevel]) }];
}

function selectUnits(
  plan: QueryPlan,
  parameters: SqlParameters,
  date: () => string,
  chosen: string,
  conditions: string[],
): string {
  const { units } = plan;
  const byPeriod = isChosenByPeriod(plan);
  const day = byPeriod ? () => `(${placeDate})` : date;
  const where = [...conditions];
  if (units.by === 'RELATION') where.push(byPeriod ? `chosen.during @> ${day()}` : 'not chosen.is_merged');
  if (byPeriod) {
    where.push('unit.opened_on < row_period.ends_on', '(unit.closed_on is null or unit.closed_on > row_period.starts_on)');
  }
  if (units.kindIds) where.push(`place.kind_id = any(${parameters.add(units.kindIds, 'integer[]')})`);
  if (units.sectorIds) where.push(`place.sector_id = any(${parameters.add(units.sectorIds, 'integer[]')})`);
  const needsPlace = units.kindIds || units.sectorIds;
  return `
  select chosen.unit_id, chosen.position${byPeriod ? ', row_period.no as period_no' : ''}
  from ${chosen}
  join party_unit unit on unit.id = chosen.unit_id${byPeriod ? '\n  cross join row_period' : ''}${
    needsPlace
      ? `
  join unit_placement place on place.unit_id = unit.id
    and daterange(place.effective_on, place.ended_on) @> greatest(least(${day()}, unit.closed_on - 1), unit.opened_on)`
      : ''
  }${where.length ? `\n  where ${where.join('\n    and ')}` : ''}`;
}

/** The parent of each selected unit: the first unit above it that is not itself merged by then. */
function renderParents(plan: QueryPlan, date: () => string): Cte[] {
  return [
    {
      name: 'climb',
      body: `
  select distinct unit_id, unit_id as above_id, 0 as depth, daterange(null, null) as during
  from selected
  union all
  select climb.unit_id, edge.above_id, climb.depth + (not edge.is_merger)::integer, climb.during * edge.during
  from climb
  cross join lateral edges_above(climb.above_id) as edge
  where (climb.depth = 0 or edge.is_merger) and edge.above_id is not null
    and ${holds(plan, date, 'climb')}`,
    },
    {
      name: 'parent',
      body: `
  select climb.unit_id, climb.above_id as parent_id,
    climb.during * daterange(null, case when above.successor_id is not null then above.closed_on end) as during
  from climb
  join party_unit above on above.id = climb.above_id
  where climb.depth = 1`,
    },
  ];
}

function renderBelow(plan: QueryPlan, date: () => string, wantsShare: boolean): Cte {
  const scope = wantsShare
    ? 'select unit_id from selected union select parent_id from parent'
    : 'select distinct unit_id from selected';
  return {
    name: 'below',
    body: `
  select unit_id as row_unit_id, unit_id, daterange(null, null) as during
  from (${scope}) as scope
  union all
  select below.row_unit_id, edge.unit_id, below.during * edge.during
  from below
  cross join lateral edges_below(below.unit_id) as edge
  where ${holds(plan, date, 'below')}`,
  };
}
