import { UnitRelation } from '../../schema/analytics/analytics-query.inputs';
import { SqlParameters, type SqlStatement } from '../sql-statement';
import type { Cte } from './cte';
import type { QueryPlan } from './query-plan';
import { followsTime, isChosenByPeriod, placeDate, renderRowPeriods } from './render-periods';

/** The part of the tree that an answer needs, as arrays in PostgreSQL's own text form: they only travel back to it. */
export interface TreePart {
  selected_unit_ids: string;
  selected_positions: string;
  selected_period_nos: string | null;
  below_row_unit_ids: string;
  below_unit_ids: string;
  below_durings: string | null;
  reporting_unit_ids: string;
  parent_unit_ids: string | null;
  parent_ids: string | null;
  parent_durings: string | null;
}

/**
 * Which units get a row, which are below each of them and, for shares, which is above. A statement of its own: the walk
 * down the tree wants an index look-up at each step, while the roll-up of what it finds wants everything but those.
 */
export function renderTree(plan: QueryPlan, wantsShare: boolean): SqlStatement {
  const parameters = new SqlParameters();
  const parts: Cte[] = [
    renderRowPeriods(plan, parameters),
    ...renderSelected(plan, parameters),
    ...(wantsShare ? renderParents(plan, parameters) : []),
    renderBelow(plan, parameters, wantsShare),
  ];
  const all = (table: string, column: string) =>
    `(select coalesce(array_agg(${column}), '{}')::text from ${table})`;
  const inTime = (table: string) => (followsTime(plan) ? all(table, 'during') : 'null::text');
  const text = `with recursive ${parts.map(({ name, body }) => `${name} as (${body}\n)`).join(',\n')}
select
  ${all('selected', 'unit_id')} as selected_unit_ids,
  ${all('selected', 'position')} as selected_positions,
  ${isChosenByPeriod(plan) ? all('selected', 'period_no') : 'null::text'} as selected_period_nos,
  ${all('below', 'row_unit_id')} as below_row_unit_ids,
  ${all('below', 'unit_id')} as below_unit_ids,
  ${inTime('below')} as below_durings,
  ${all('below', 'distinct unit_id')} as reporting_unit_ids,
  ${wantsShare ? all('parent', 'unit_id') : 'null::text'} as parent_unit_ids,
  ${wantsShare ? all('parent', 'parent_id') : 'null::text'} as parent_ids,
  ${wantsShare ? inTime('parent') : 'null::text'} as parent_durings`;
  return { text, values: parameters.values };
}

/** The tree is cut to its one date as it is walked, or, where it is followed through time, to dates in common. */
function holds(plan: QueryPlan, parameters: SqlParameters, walked: string): string {
  return followsTime(plan)
    ? `${walked}.during && edge.during`
    : `edge.during @> ${parameters.add(plan.structureDate, 'date')}`;
}

function renderSelected(plan: QueryPlan, parameters: SqlParameters): Cte[] {
  const { units } = plan;
  if (units.by === 'IDS') {
    const ids = parameters.add(units.ids, 'integer[]');
    const chosen = `unnest(${ids}) with ordinality as chosen (unit_id, position)`;
    return [selectUnits(plan, parameters, chosen, [])];
  }
  const chosen = '(select unit_id, depth, is_merged, during, 1 as position from descent) as chosen';
  switch (units.relation) {
    case UnitRelation.SELF:
      return [
        renderDescent(plan, parameters, units.underId, 0),
        selectUnits(plan, parameters, chosen, ['chosen.depth = 0']),
      ];
    case UnitRelation.CHILDREN:
      return [
        renderDescent(plan, parameters, units.underId, 1),
        selectUnits(plan, parameters, chosen, ['chosen.depth = 1']),
      ];
    case UnitRelation.DESCENDANTS:
      return [
        renderDescent(plan, parameters, units.underId, null),
        selectUnits(plan, parameters, chosen, ['chosen.depth > 0']),
      ];
    case UnitRelation.LEVEL:
      return [
        renderDescent(plan, parameters, units.underId, units.level),
        renderAscent(plan, parameters, units.underId),
        selectUnits(plan, parameters, chosen, [isAtLevel(plan, parameters, units.level)]),
      ];
  }
}

/** The units below the named one, with how deep; a merged unit stands no deeper than its successor. */
function renderDescent(
  plan: QueryPlan,
  parameters: SqlParameters,
  underId: number,
  deepest: number | null,
): Cte {
  const depth = 'descent.depth + (not edge.is_merger)::integer';
  const limit = deepest === null ? '' : `\n    and ${depth} <= ${parameters.add(deepest, 'integer')}`;
  return {
    name: 'descent',
    body: `
  select ${parameters.add(underId, 'integer')} as unit_id, 0 as depth, false as is_merged,
    daterange(null, null) as during
  union all
  select edge.unit_id, ${depth}, edge.is_merger, descent.during * edge.during
  from descent
  cross join lateral edges_below(descent.unit_id) as edge
  where ${holds(plan, parameters, 'descent')}${limit}`,
  };
}

/** The way from the named unit up to a root, whose parent is null: there, the depth is the level of the named unit. */
function renderAscent(plan: QueryPlan, parameters: SqlParameters, underId: number): Cte {
  return {
    name: 'ascent',
    body: `
  select ${parameters.add(underId, 'integer')} as unit_id, 0 as depth, daterange(null, null) as during
  union all
  select edge.above_id, ascent.depth + (not edge.is_merger)::integer, ascent.during * edge.during
  from ascent
  cross join lateral edges_above(ascent.unit_id) as edge
  where ${holds(plan, parameters, 'ascent')}`,
  };
}

function isAtLevel(plan: QueryPlan, parameters: SqlParameters, level: number | null): string {
  const day = isChosenByPeriod(plan) ? placeDate : parameters.add(plan.structureDate, 'date');
  return `exists (
      select from ascent
      where ascent.unit_id is null and ascent.during @> (${day})
        and ascent.depth + chosen.depth = ${parameters.add(level, 'integer')})`;
}

function selectUnits(plan: QueryPlan, parameters: SqlParameters, chosen: string, conditions: string[]): Cte {
  const { units } = plan;
  const byPeriod = isChosenByPeriod(plan);
  const day = () => (byPeriod ? `(${placeDate})` : parameters.add(plan.structureDate, 'date'));
  const where = [...conditions];
  if (units.by === 'RELATION') where.push(byPeriod ? `chosen.during @> ${day()}` : 'not chosen.is_merged');
  if (byPeriod) {
    where.push(
      'unit.opened_on < row_period.ends_on',
      '(unit.closed_on is null or unit.closed_on > row_period.starts_on)',
    );
  }
  if (units.kindIds) where.push(`place.kind_id = any(${parameters.add(units.kindIds, 'integer[]')})`);
  if (units.sectorIds) where.push(`place.sector_id = any(${parameters.add(units.sectorIds, 'integer[]')})`);
  const place =
    units.kindIds || units.sectorIds
      ? `
  join unit_placement place on place.unit_id = unit.id
    and daterange(place.effective_on, place.ended_on)
      @> greatest(least(${day()}, unit.closed_on - 1), unit.opened_on)`
      : '';
  return {
    name: 'selected',
    body: `
  select chosen.unit_id, chosen.position${byPeriod ? ', row_period.no as period_no' : ''}
  from ${chosen}
  join party_unit unit on unit.id = chosen.unit_id${byPeriod ? '\n  cross join row_period' : ''}${place}${
    where.length > 0 ? `\n  where ${where.join('\n    and ')}` : ''
  }`,
  };
}

/** The parent of each selected unit: the first unit above it that is not itself merged by then. */
function renderParents(plan: QueryPlan, parameters: SqlParameters): Cte[] {
  const during =
    'climb.during * daterange(null, case when above.successor_id is not null then above.closed_on end)';
  const onDate = followsTime(plan)
    ? ''
    : `\n    and ${during} @> ${parameters.add(plan.structureDate, 'date')}`;
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
    and ${holds(plan, parameters, 'climb')}`,
    },
    {
      name: 'parent',
      body: `
  select climb.unit_id, climb.above_id as parent_id, ${during} as during
  from climb
  join party_unit above on above.id = climb.above_id
  where climb.depth = 1${onDate}`,
    },
  ];
}

function renderBelow(plan: QueryPlan, parameters: SqlParameters, wantsShare: boolean): Cte {
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
  where ${holds(plan, parameters, 'below')}`,
  };
}
