import { AnalyticsDimension } from '../../schema/analytics/analytics-query.inputs';
import type { SqlParameters } from '../sql-statement';
import { type Column, type Cte, tableOf } from './cte';
import type { QueryPlan } from './query-plan';
import { hasSourcesByPeriod, type TreePart } from './render-tree';

/**
 * Lists of units that the index on the key can look up. As a parameter or a join, the planner would weigh each of thousands of
 * units against its statistics, or read all that there is.
 */
export const unitsWithRollUps = '(select large_ids from source_unit)::integer[]';
export const reportingUnits = 'array(select unit_id from reporter)';
const unitsWithout = '(select small_ids from source_unit)::integer[]';

/**
 * What kept shapes are read from: the units that make up each row (`source`), which of them have roll-ups (`source_unit`), and
 * whose reports are read for each (`reporter`): its own, and where it has no roll-ups those of all below it.
 */
export function renderSources(plan: QueryPlan, tree: TreePart, parameters: SqlParameters): Cte[] {
  return [
    ...renderSource(plan, tree, parameters),
    {
      name: 'source_unit',
      body: `
  select coalesce(array_agg(unit_id) filter (where has_roll_ups), '{}') as large_ids,
    coalesce(array_agg(unit_id) filter (where not has_roll_ups), '{}') as small_ids
  from (
    select distinct source.unit_id, rollup_unit.unit_id is not null as has_roll_ups
    from source
    left join rollup_unit on rollup_unit.unit_id = source.unit_id
  ) as unit`,
    },
    {
      name: 'reporter',
      body: `
  select closure.above_id as source_id, closure.unit_id, closure.kind_id, closure.sector_id, closure.starts_on, closure.ends_on
  from unit_closure closure
  where closure.above_id = any(${unitsWithout})
  union all
  select closure.above_id, closure.unit_id, closure.kind_id, closure.sector_id, closure.starts_on, closure.ends_on
  from unit_closure closure
  where closure.above_id = any(${unitsWithRollUps}) and closure.depth = 0 and closure.unit_id = closure.above_id`,
    },
  ];
}

/** Which units make up which row, from when to when: most rows one unit, at all times. */
function renderSource(plan: QueryPlan, tree: TreePart, parameters: SqlParameters): Cte[] {
  const rowUnit = plan.groupBy.has(AnalyticsDimension.UNIT) ? 'unit_id' : '0';
  const byPeriod = hasSourcesByPeriod(plan);
  const periodNos: Column[] = byPeriod ? [['period_no', 'integer', tree.source_period_nos]] : [];
  const further: Column[] = [
    ['row_unit_id', 'integer', tree.source_row_unit_ids],
    ['unit_id', 'integer', tree.source_unit_ids],
    ['sign', 'integer', tree.source_signs],
    ['starts_on', 'date', tree.source_starts],
    ['ends_on', 'date', tree.source_ends],
    ...periodNos,
  ];
  const all = further.map(([column]) => column).join(', ');
  return [
    tableOf('further_source', further, parameters),
    {
      name: 'source',
      body: `
  select ${rowUnit} as row_unit_id, unit_id, 1 as sign, '-infinity'::date as starts_on, 'infinity'::date as ends_on${
    byPeriod ? ', null::integer as period_no' : ''
  }
  from unnest(${parameters.add(tree.whole_unit_ids, 'integer[]')}) as unit_id
  union all
  select ${all} from further_source`,
    },
  ];
}
