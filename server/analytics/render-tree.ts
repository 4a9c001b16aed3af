import { AnalyticsDimension, UnitRelation } from '../../schema/analytics/analytics-query.inputs';
import { holdsOn } from '../party-unit/placement-on';
import { endOf, startOf } from '../period/period';
import { SqlParameters, type SqlStatement } from '../sql-statement';
import type { Cte } from './cte';
import type { PlannedUnits, QueryPlan } from './query-plan';
import { followsTime, isChosenByPeriod, placeDate, renderRowPeriods, rowSpans } from './render-periods';

/** The part of the tree that an answer needs, as arrays in PostgreSQL's own text form: they only travel back to it. */
export interface TreePart {
  selected_unit_ids: string;
  /** Where the order in which units are named is that of the rows. */
  selected_positions: string | null;
  selected_period_nos: string | null;
  /** The units whose kept roll-ups make up their own row, or the one row of a union, at all times; null where the selected ones do. */
  whole_unit_ids: string | null;
  /** Which further units' roll-ups belong to a row, from when to when, and whether they are added or taken away. */
  source_row_unit_ids: string | null;
  source_unit_ids: string | null;
  source_signs: string | null;
  source_starts: string | null;
  source_ends: string | null;
  source_period_nos: string | null;
  /** Those of all these units that keep roll-ups, and whether there are others. */
  large_unit_ids: string | null;
  has_small_units: boolean | null;
  /** Which units' reports make up a row: only for what cannot be read from roll-ups. */
  below_row_unit_ids: string | null;
  below_unit_ids: string | null;
  below_durings: string | null;
  reporting_unit_ids: string | null;
  parent_unit_ids: string | null;
  parent_ids: string | null;
  parent_durings: string | null;
}

/**
 * Which units get a row, what each row is made of and, for shares, which unit is above: everything that an answer takes
 * from the tree, which it takes from `unit_closure`.
 */
export function renderTree(plan: QueryPlan, wantsShare: boolean): SqlStatement {
  const parameters = new SqlParameters();
  const readsRollUps = plan.shapes.some(({ isKept }) => isKept);
  const readsReports = plan.shapes.some(({ isKept }) => !isKept);
  const sources = readsRollUps ? renderSources(plan, parameters) : [];
  const parts: Cte[] = [
    renderRowPeriods(plan, parameters),
    selectUnits(plan, parameters),
    ...(wantsShare ? [renderParents(plan, parameters)] : []),
    renderScope(plan, wantsShare),
    ...sources,
    ...(readsRollUps ? [readUnits] : []),
    ...(readsReports ? [renderBelow(plan, parameters)] : []),
  ];
  const nothing = 'null::text';
  const all = (isWanted: boolean, table: string, column: string) =>
    isWanted ? `(select coalesce(array_agg(${column}), '{}')::text from ${table})` : nothing;
  const inTime = followsTime(plan);
  const byPeriod = isChosenByPeriod(plan);
  const text = `with ${parts.map(({ name, body }) => `${name} as (${body}\n)`).join(',\n')}
select
  ${all(true, 'selected', 'unit_id')} as selected_unit_ids,
  ${all(plan.units.by === 'IDS', 'selected', 'position')} as selected_positions,
  ${all(byPeriod, 'selected', 'period_no')} as selected_period_nos,
  ${all(readsRollUps && !areSelectedOnce(plan, wantsShare), 'whole', 'unit_id')} as whole_unit_ids,
  ${all(readsRollUps, 'source', 'row_unit_id')} as source_row_unit_ids,
  ${all(readsRollUps, 'source', 'unit_id')} as source_unit_ids,
  ${all(readsRollUps, 'source', 'sign')} as source_signs,
  ${all(readsRollUps, 'source', 'starts_on')} as source_starts,
  ${all(readsRollUps, 'source', 'ends_on')} as source_ends,
  ${all(readsRollUps && hasSourcesByPeriod(plan), 'source', 'period_no')} as source_period_nos,
  ${readsRollUps ? keptUnits : nothing} as large_unit_ids,
  ${readsRollUps ? unkeptUnits : 'null::boolean'} as has_small_units,
  ${all(readsReports, 'below', 'row_unit_id')} as below_row_unit_ids,
  ${all(readsReports, 'below', 'unit_id')} as below_unit_ids,
  ${all(readsReports && inTime, 'below', 'during')} as below_durings,
  ${all(readsReports, 'below', 'distinct unit_id')} as reporting_unit_ids,
  ${all(wantsShare, 'parent', 'unit_id')} as parent_unit_ids,
  ${all(wantsShare, 'parent', 'parent_id')} as parent_ids,
  ${all(wantsShare && inTime, 'parent', 'during')} as parent_durings`;
  return { text, values: parameters.values };
}

/** Whether the rows of different periods are made of different units: a union of units that are chosen by period. */
export function hasSourcesByPeriod(plan: QueryPlan): boolean {
  return isChosenByPeriod(plan) && !plan.groupBy.has(AnalyticsDimension.UNIT);
}

const duringOf = (closure: string) => `daterange(${closure}.starts_on, ${closure}.ends_on)`;

/** That a row of the closure holds on the date of the tree; where the tree is followed through time, all do. */
function onItsDate(plan: QueryPlan, parameters: SqlParameters, closure: string): string {
  return followsTime(plan) ? '' : `\n    and ${holdsOn(closure, dateOf(plan, parameters))}`;
}

function dateOf(plan: QueryPlan, parameters: SqlParameters): string {
  return parameters.add(plan.structureDate, 'date');
}

/** The units named, or those below the named one that stand in the relation asked for. */
function selectUnits(plan: QueryPlan, parameters: SqlParameters): Cte {
  const { units } = plan;
  const byPeriod = isChosenByPeriod(plan);
  const day = () => (byPeriod ? `(${placeDate})` : dateOf(plan, parameters));
  const where: string[] = [];
  let chosen: string;
  if (units.by === 'IDS') {
    const ids = parameters.add(units.ids, 'integer[]');
    chosen = `unnest(${ids}) with ordinality as chosen (unit_id, position)`;
  } else {
    const underId = parameters.add(units.underId, 'integer');
    chosen = `(
    select closure.unit_id, closure.depth, ${duringOf('closure')} as during, 1 as position
    from unit_closure closure
    where closure.above_id = ${underId}${onItsDate(plan, parameters, 'closure')}
  ) as chosen`;
    where.push(isInRelation(units, parameters, underId, day));
    where.push(
      byPeriod
        ? `chosen.during @> ${day()}`
        : `(chosen.unit_id = ${underId} or unit.successor_id is null or unit.closed_on > ${day()})`,
    );
  }
  if (plan.isCovered) where.push(plan.isCovered('unit.id', parameters.bind));
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

function isInRelation(
  { relation, level }: Extract<PlannedUnits, { by: 'RELATION' }>,
  parameters: SqlParameters,
  underId: string,
  day: () => string,
): string {
  switch (relation) {
    case UnitRelation.SELF:
      return 'chosen.depth = 0';
    case UnitRelation.CHILDREN:
      return 'chosen.depth = 1';
    case UnitRelation.DESCENDANTS:
      return 'chosen.depth > 0';
    case UnitRelation.LEVEL:
      return `chosen.depth + 1 + (
      select max(above.depth) from unit_closure above
      where above.unit_id = ${underId} and ${holdsOn('above', day())}
    ) = ${parameters.add(level, 'integer')}`;
  }
}

/** The parent of each selected unit: the first unit above it that is not itself merged by then. */
function renderParents(plan: QueryPlan, parameters: SqlParameters): Cte {
  const unmerged = "case when above.successor_id is not null then above.closed_on else 'infinity' end";
  const during = `daterange(closure.starts_on, least(closure.ends_on, ${unmerged}))`;
  return {
    name: 'parent',
    body: `
  select closure.unit_id, closure.above_id as parent_id, ${during} as during
  from unit_closure closure
  join party_unit above on above.id = closure.above_id
  where closure.unit_id in (select unit_id from selected) and closure.depth = 1${
    plan.isCovered ? `\n    and ${plan.isCovered('above.id', parameters.bind)}` : ''
  }
    and ${followsTime(plan) ? `closure.starts_on < ${unmerged}` : `${during} @> ${dateOf(plan, parameters)}`}`,
  };
}

function renderScope(plan: QueryPlan, wantsShare: boolean): Cte {
  const periodNo = hasSourcesByPeriod(plan) ? ', period_no' : '';
  const parents = wantsShare ? '\n  union\n  select parent_id from parent' : '';
  const distinct = areSelectedOnce(plan, wantsShare) ? '' : 'distinct ';
  return { name: 'scope', body: `\n  select ${distinct}unit_id${periodNo} from selected${parents}` };
}

/** Whether the selected units are all that there are, each once, and each with a row of its own. */
function areSelectedOnce(plan: QueryPlan, wantsShare: boolean): boolean {
  const isOneDate = plan.units.by === 'RELATION' && !isChosenByPeriod(plan);
  return isOneDate && plan.groupBy.has(AnalyticsDimension.UNIT) && !wantsShare;
}

function renderBelow(plan: QueryPlan, parameters: SqlParameters): Cte {
  return {
    name: 'below',
    body: `
  select closure.above_id as row_unit_id, closure.unit_id, ${duringOf('closure')} as during
  from unit_closure closure
  where closure.above_id in (select unit_id from scope)${onItsDate(plan, parameters, 'closure')}`,
  };
}

/**
 * The kept roll-ups hold the totals of the tree of the time. The total of a unit A in the tree of a date D follows from
 * those, its own and those of the units c that had another parent than on D: each is added where its parent of D is A or stands
 * below A on D, and taken away where its parent of the time does (docs/adr/0007).
 */
function renderSources(plan: QueryPlan, parameters: SqlParameters): Cte[] {
  const byUnit = plan.groupBy.has(AnalyticsDimension.UNIT);
  if (followsTime(plan)) {
    return byUnit
      ? [
          { name: 'whole', body: '\n  select unit_id from scope' },
          { name: 'source', body: noSource },
        ]
      : [{ name: 'whole', body: '\n  select unit_id from scope where false' }, renderUnionInTime(plan)];
  }
  const day = dateOf(plan, parameters);
  const alone = byUnit
    ? ''
    : `
  where not exists (
    select from unit_closure closure
    join scope above on above.unit_id = closure.above_id
    where closure.unit_id = scope.unit_id and closure.above_id <> closure.unit_id and ${holdsOn('closure', day)})`;
  const rowUnit = byUnit ? 'closure.above_id' : '0';
  const { first, last } = datesOf(plan);
  const inQuestion = `edge.starts_on < ${parameters.add(last, 'date')} and edge.ends_on > ${parameters.add(first, 'date')}
    and not (${holdsOn('edge', day)})`;
  return [
    { name: 'whole', body: `\n  select unit_id from scope${alone}` },
    {
      name: 'source',
      body: `
  select row_unit_id, unit_id, sum(sign)::integer as sign, starts_on, ends_on
  from (
    select ${rowUnit} as row_unit_id, edge.unit_id, edge.starts_on, edge.ends_on, 1 as sign
    from moved_edge edge
    join unit_closure closure on closure.unit_id = edge.unit_id and closure.above_id <> closure.unit_id
      and ${holdsOn('closure', day)}
    join whole on whole.unit_id = closure.above_id
    where ${inQuestion}
    union all
    select ${rowUnit}, edge.unit_id, edge.starts_on, edge.ends_on, -1
    from moved_edge edge
    join unit_closure closure on closure.unit_id = edge.above_id and ${holdsOn('closure', day)}
    join whole on whole.unit_id = closure.above_id
    where ${inQuestion}
  ) as crossing
  group by row_unit_id, unit_id, starts_on, ends_on
  having sum(sign) <> 0`,
    },
  ];
}

const readUnits: Cte = {
  name: 'read_unit',
  body: `
  select unit_id from whole
  union all
  select unit_id from source`,
};
const keptUnits = `(select coalesce(array_agg(unit_id), '{}')::text from rollup_unit where unit_id in (select unit_id from read_unit))`;
const unkeptUnits = `exists (select from read_unit where unit_id not in (select unit_id from rollup_unit))`;

/** As reported, a unit's own roll-ups are all that its row is made of. */
const noSource = `
  select 0 as row_unit_id, 0 as unit_id, 0 as sign, null::date as starts_on, null::date as ends_on
  where false`;

/** A union of units counts each but while it stands below another of them. */
function renderUnionInTime(plan: QueryPlan): Cte {
  const byPeriod = hasSourcesByPeriod(plan);
  const samePeriod = byPeriod ? ' and above.period_no = scope.period_no' : '';
  return {
    name: 'source',
    body: `
  select 0 as row_unit_id, alone.unit_id, 1 as sign, lower(alone.during) as starts_on, upper(alone.during) as ends_on${
    byPeriod ? ', alone.period_no' : ''
  }
  from (
    select scope.*, unnest(datemultirange(daterange('-infinity', 'infinity')) - coalesce((
      select range_agg(${duringOf('closure')})
      from unit_closure closure
      join scope above on above.unit_id = closure.above_id${samePeriod}
      where closure.unit_id = scope.unit_id and closure.above_id <> closure.unit_id
    ), '{}')) as during
    from scope
  ) as alone`,
  };
}

/** The dates within which reports can be asked for. */
function datesOf(plan: QueryPlan): { first: string; last: string } {
  const spans = rowSpans(plan).map(({ span }) => span);
  const starts = spans.map(startOf).sort();
  const ends = spans.map(endOf).sort();
  return { first: starts[0] ?? plan.structureDate, last: ends.at(-1) ?? plan.structureDate };
}
