import { AnalyticsDimension } from '../../schema/analytics/analytics-query.inputs';
import type { SqlParameters } from '../sql-statement';
import { type Column, type Cte, tableOf } from './cte';
import type { QueryPlan } from './query-plan';
import { needsClass } from './render-contributions';
import { hasSourcesByPeriod, type TreePart } from './render-tree';

/**
 * Lists of units that the index on the key can look up. As a parameter or a join, the planner would weigh each of thousands of
 * units against its statistics, or read all that there is.
 */
export const largeUnits = 'array(select unit_id from large_unit)';
export const reportingUnits = 'array(select unit_id from reporter)';

/** Whether any of the units that are read keeps roll-ups. */
export function hasLargeUnits({ large_unit_ids: ids }: TreePart): boolean {
  return ids !== null && ids !== '{}';
}

/** Whether each row is made of its own unit alone, at all times: most answers, where no unit has moved. */
export function hasPlainSources({ groupBy }: QueryPlan, { source_unit_ids: further }: TreePart): boolean {
  return groupBy.has(AnalyticsDimension.UNIT) && further === '{}';
}

/**
 * What kept shapes are read from: the units that make up each row (`source`), those of them that keep roll-ups (`large_unit`),
 * and whose reports are read for each (`reporter`): its own, and where it keeps no roll-ups those of all below it.
 */
export function renderSources(plan: QueryPlan, tree: TreePart, parameters: SqlParameters): Cte[] {
  const large = needsClass(plan) ? largeUnitsAsOfTheTime : largeUnitsThemselves;
  const reporters = hasLargeUnits(tree)
    ? [large, ...(tree.has_small_units ? [allBelow(smallUnits)] : [])]
    : [allBelow('select unit_id from source')];
  return [
    ...renderSource(plan, tree, parameters),
    tableOf('large_unit', [['unit_id', 'integer', tree.large_unit_ids]], parameters),
    { name: 'reporter', body: reporters.join('\n  union all') },
  ];
}

const reporterColumns =
  'closure.above_id as source_id, closure.unit_id, closure.kind_id, closure.sector_id, closure.starts_on, closure.ends_on';

const largeUnitsAsOfTheTime = `
  select ${reporterColumns}
  from unit_closure closure
  where closure.above_id = any(${largeUnits}) and closure.depth = 0 and closure.unit_id = closure.above_id`;

/** Where their kind and sector do not matter. */
const largeUnitsThemselves = `
  select unit_id as source_id, unit_id, 0 as kind_id, 0 as sector_id, '-infinity'::date as starts_on, 'infinity'::date as ends_on
  from large_unit`;

const smallUnits = 'select unit_id from source where unit_id not in (select unit_id from large_unit)';

const allBelow = (units: string) => `
  select ${reporterColumns}
  from unit_closure closure
  where closure.above_id = any(array(${units}))`;

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
  from unnest(${parameters.add(tree.whole_unit_ids ?? tree.selected_unit_ids, 'integer[]')}) as unit_id
  union all
  select ${all} from further_source`,
    },
  ];
}
