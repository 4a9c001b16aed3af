import { AnalyticsDimension, ComparisonKind } from '../../schema/analytics/analytics-query.inputs';
import type { SqlParameters } from '../sql-statement';
import { type Cte, tableOf } from './cte';
import type { QueryPlan } from './query-plan';
import { followsTime, isChosenByPeriod, placeDate } from './render-periods';

/** The rows that are asked for: each indicator, unit and period, before anything is known of them. */
export function renderAsked(plan: QueryPlan, parameters: SqlParameters): Cte[] {
  const { indicators, groupBy } = plan;
  const askedIndicator = tableOf(
    'asked_indicator',
    [
      ['no', 'integer', indicators.map(({ no }) => no)],
      ['indicator_id', 'integer', indicators.map(({ id }) => id)],
      ['period_group', 'integer', indicators.map(({ periodGroup }) => periodGroup)],
      ['is_sum', 'boolean', indicators.map(({ isSum }) => isSum)],
    ],
    parameters,
  );
  const byUnit = groupBy.has(AnalyticsDimension.UNIT);
  const selected = byUnit
    ? `
  ${isChosenByPeriod(plan) ? 'join selected on selected.period_no = row_period.no' : 'cross join selected'}`
    : '';
  return [
    askedIndicator,
    {
      name: 'asked',
      body: `
  select asked_indicator.no as indicator_no, asked_indicator.indicator_id, asked_indicator.is_sum,
    ${byUnit ? 'selected.unit_id' : '0'} as row_unit_id, ${byUnit && plan.units.by === 'IDS' ? 'selected.position' : '1'} as unit_position,
    row_period.no as period_no
  from asked_indicator
  join row_period on row_period.period_group = asked_indicator.period_group and row_period.is_asked${selected}`,
    },
  ];
}

/** The rows with everything that is told of them, and shares and ranks where they are wanted. */
export function renderAnswered(
  plan: QueryPlan,
  parameters: SqlParameters,
  { wantsShare, wantsRank }: { wantsShare: boolean; wantsRank: boolean },
): Cte {
  const { groupBy, includeEmpty } = plan;
  const isSameRow = (
    table: string,
    unit: string,
    period: string,
  ) => `${table}.indicator_no = asked.indicator_no
    and ${table}.row_unit_id = ${unit} and ${table}.period_no = ${period}
    and (${table}.kind_id, ${table}.sector_id, ${table}.member_id) = (${classKeys.join(', ')})`;
  const classKeys = includeEmpty
    ? ['dense_kind.id', 'dense_sector.id', 'dense_member.id']
    : ['counted.kind_id', 'counted.sector_id', 'counted.member_id'];
  const [kind, sector, member] = classKeys;
  const counted = includeEmpty
    ? `${renderDenseKeys(plan, parameters)}
  left join counted on ${isSameRow('counted', 'asked.row_unit_id', 'asked.period_no')}`
    : `
  join counted on counted.indicator_no = asked.indicator_no
    and counted.row_unit_id = asked.row_unit_id and counted.period_no = asked.period_no`;
  const comparison = renderComparison(plan, isSameRow);
  const parentThen = followsTime(plan) ? ` and parent.during @> (${placeDate})` : '';
  const share = wantsShare
    ? {
        column: 'case when asked.is_sum then divide_exactly(evaluated.value, parent_value.value) end',
        join: `
  left join parent on parent.unit_id = asked.row_unit_id${parentThen}
  left join evaluated parent_value on ${isSameRow('parent_value', 'parent.parent_id', 'asked.period_no')}`,
      }
    : { column: 'null::numeric', join: '' };
  const rank =
    wantsRank && groupBy.has(AnalyticsDimension.UNIT)
      ? `case when evaluated.value is not null then rank() over (
      partition by asked.indicator_no, asked.period_no, ${classKeys.join(', ')}
      order by evaluated.value desc nulls last) end`
      : 'null';
  return {
    name: 'answered',
    body: `
  select asked.indicator_no, asked.row_unit_id, asked.unit_position, asked.period_no,
    ${kind} as kind_id, ${sector} as sector_id, ${member} as member_id,
    evaluated.value, evaluated.formula_numerator, evaluated.formula_denominator,
    evaluated.is_rolled_up${comparison.isRolledUp},
    coalesce(counted.reports, 0) as reports, coalesce(counted.reported_units, 0) as reported_units,
    ${comparison.column} as compared_value, ${share.column} as share, (${rank})::integer as rank
  from asked
  join row_period on row_period.no = asked.period_no
  left join party_unit unit on unit.id = asked.row_unit_id${counted}
  left join evaluated on ${isSameRow('evaluated', 'asked.row_unit_id', 'asked.period_no')}${comparison.join}${share.join}`,
  };
}

function renderComparison(
  { comparison }: QueryPlan,
  isSameRow: (table: string, unit: string, period: string) => string,
): { column: string; isRolledUp: string; join: string } {
  if (comparison === null) return { column: 'null::numeric', isRolledUp: '', join: '' };
  if (comparison === ComparisonKind.TARGET) {
    return {
      column: 'target.value',
      isRolledUp: '',
      join: `
  left join target on target.indicator_id = asked.indicator_id and target.unit_id = asked.row_unit_id
    and target.period_type = row_period.type and target.period_start = row_period.starts_on`,
    };
  }
  return {
    column: 'compared.value',
    isRolledUp: ' or coalesce(compared.is_rolled_up, false) as is_rolled_up',
    join: `
  left join evaluated compared on ${isSameRow('compared', 'asked.row_unit_id', 'row_period.compared_no')}`,
  };
}

/** With empty rows asked for, the grouped kinds, sectors and members each give a row, reported or not. */
function renderDenseKeys(
  { groupBy, where, breakdownMemberIds }: QueryPlan,
  parameters: SqlParameters,
): string {
  const all = (table: string, ids: number[] | null) =>
    ids
      ? `select unnest(${parameters.add(ids, 'integer[]')}) as id`
      : `select id from ${table} union all select 0`;
  const none = 'select 0 as id';
  const kinds = groupBy.has(AnalyticsDimension.KIND) ? all('unit_kind', where.kindIds) : none;
  const sectors = groupBy.has(AnalyticsDimension.SECTOR) ? all('sector', where.sectorIds) : none;
  const members = groupBy.has(AnalyticsDimension.MEMBER) ? all('', breakdownMemberIds) : none;
  return `
  cross join (${kinds}) as dense_kind
  cross join (${sectors}) as dense_sector
  cross join (${members}) as dense_member`;
}
