import {
  AnalyticsDimension,
  AnalyticsOrderField,
  ComparisonKind,
} from '../../schema/analytics/analytics-query.inputs';
import { PeriodAggregation, UnitAggregation } from '../../schema/indicator/aggregation.enum';
import type { SqlParameters } from '../sql-statement';
import type { PlannedIndicator, QueryPlan, Shape } from './query-plan';
import { rowKeys } from './render-contributions';
import { FormulaRenderer, quotient } from './render-formula';
import { type Cte, followsTime, isChosenByPeriod, placeDate } from './render-periods';

const keys = rowKeys.join(', ');
const keysOf = (table: string) => rowKeys.map((key) => `${table}.${key}`).join(', ');

/** Which operands make which indicator, and whether their reports count for it. */
export function renderUses(plan: QueryPlan, parameters: SqlParameters): Cte {
  const uses = plan.indicators.flatMap(({ no, operandNos, countedOperandNos }) =>
    operandNos.map((operandNo) => ({ no, operandNo, isCounted: countedOperandNos.includes(operandNo) })),
  );
  const columns = [
    parameters.add(
      uses.map(({ no }) => no),
      'integer[]',
    ),
    parameters.add(
      uses.map(({ operandNo }) => operandNo),
      'integer[]',
    ),
    parameters.add(
      uses.map(({ isCounted }) => isCounted),
      'boolean[]',
    ),
  ];
  return {
    name: 'operand_use',
    body: `
  select *
  from unnest(${columns.join(', ')}) as operand_use (indicator_no, operand_no, is_counted)`,
  };
}

/** How many reports, of how many different units, count in each row. */
export function renderCounted(plan: QueryPlan): Cte {
  const contributions = plan.shapes.map(
    (_, index) => `select operand_no, ${keys}, unit_id, reports from contribution_${index}`,
  );
  return {
    name: 'counted',
    body: `
  select operand_use.indicator_no, ${keys},
    coalesce(sum(contribution.reports) filter (where operand_use.is_counted), 0)::integer as reports,
    count(distinct contribution.unit_id)::integer as reported_units
  from (
    ${contributions.join('\n    union all ')}
  ) as contribution
  join operand_use on operand_use.operand_no = contribution.operand_no
  group by operand_use.indicator_no, ${keys}`,
  };
}

/** The value of each indicator in each row: of a formula, computed on the rolled-up operands. */
export function renderEvaluated(plan: QueryPlan, parameters: SqlParameters): Cte[] {
  const rolledUp: Cte = {
    name: 'rolled_up',
    body: `
  ${plan.shapes.map((_, index) => `select * from rolled_up_${index}`).join('\n  union all ')}`,
  };
  const divided = plan.shapes.filter(isAverage).flatMap(({ operands }) => operands.map(({ no }) => no));
  const dividedNos = new Set(divided);
  const body = plan.indicators
    .map((indicator) => renderIndicator(indicator, dividedNos, parameters))
    .join('\n  union all');
  return [rolledUp, { name: 'evaluated', body }];
}

function isAverage({ unitAggregation, periodAggregation }: Shape): boolean {
  return unitAggregation === UnitAggregation.AVERAGE || periodAggregation === PeriodAggregation.AVERAGE;
}

function renderIndicator(
  indicator: PlannedIndicator,
  dividedNos: ReadonlySet<number>,
  parameters: SqlParameters,
): string {
  const { no, expression, ratio, operandNos } = indicator;
  const formula = new FormulaRenderer(parameters, dividedNos);
  const value = quotient(formula.render(expression));
  const numerator = ratio ? quotient(formula.render(ratio.numerator)) : 'null::numeric';
  const denominator = ratio ? quotient(formula.render(ratio.denominator)) : 'null::numeric';
  const columns = operandNos.flatMap((operandNo) => [
    `max(numerator) filter (where operand_no = ${operandNo}) as n${operandNo}`,
    `max(denominator) filter (where operand_no = ${operandNo}) as d${operandNo}`,
  ]);
  const operands = parameters.add(operandNos, 'integer[]');
  return `
  select ${no} as indicator_no, ${keysOf('operand')}, ${value} as value,
    ${numerator} as formula_numerator, ${denominator} as formula_denominator, operand.is_rolled_up
  from (
    select ${keys}, bool_or(is_rolled_up) as is_rolled_up${columns.map((column) => `,\n      ${column}`).join('')}
    from rolled_up
    where operand_no = any(${operands})
    group by ${keys}
  ) as operand
  ${formula.steps.join('\n  ')}`;
}

/** The rows that are asked for: each indicator, unit and period, before anything is known of them. */
export function renderAsked(plan: QueryPlan, parameters: SqlParameters): Cte[] {
  const { indicators, groupBy } = plan;
  const askedIndicator: Cte = {
    name: 'asked_indicator',
    body: `
  select *
  from unnest(${parameters.add(
    indicators.map(({ no }) => no),
    'integer[]',
  )},
    ${parameters.add(
      indicators.map(({ id }) => id),
      'integer[]',
    )},
    ${parameters.add(
      indicators.map(({ periodGroup }) => periodGroup),
      'integer[]',
    )},
    ${parameters.add(
      indicators.map(({ isSum }) => isSum),
      'boolean[]',
    )})
    as asked_indicator (no, indicator_id, period_group, is_sum)`,
  };
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
    ${byUnit ? 'selected.unit_id' : '0'} as row_unit_id, ${byUnit ? 'selected.position' : '1'} as unit_position,
    row_period.no as period_no
  from asked_indicator
  join row_period on row_period.period_group = asked_indicator.period_group and row_period.is_asked${selected}`,
    },
  ];
}

/** The rows with everything that is told of them. */
export function renderAnswered(plan: QueryPlan, parameters: SqlParameters, wantsShare: boolean): Cte {
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
  const rank = groupBy.has(AnalyticsDimension.UNIT)
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

const orderExpressions: Record<AnalyticsOrderField, string[]> = {
  [AnalyticsOrderField.VALUE]: ['answered.value'],
  [AnalyticsOrderField.INDICATOR]: ['answered.indicator_no'],
  [AnalyticsOrderField.UNIT]: ['unit.code collate "C"'],
  [AnalyticsOrderField.PERIOD]: ['row_period.starts_on', 'row_period.ends_on'],
  [AnalyticsOrderField.KIND]: ['kind.sort_order', 'kind.code'],
  [AnalyticsOrderField.SECTOR]: ['sector.sort_order', 'sector.code'],
  [AnalyticsOrderField.MEMBER]: ['member.sort_order', 'member.code'],
  [AnalyticsOrderField.REPORTS]: ['answered.reports'],
  [AnalyticsOrderField.CHANGE]: ['answered.value - answered.compared_value'],
  [AnalyticsOrderField.CHANGE_PERCENT]: [
    '(answered.value - answered.compared_value) / nullif(abs(answered.compared_value), 0)',
  ],
  [AnalyticsOrderField.SHARE]: ['answered.share'],
  [AnalyticsOrderField.RANK]: ['answered.rank'],
};

const defaultOrder = [
  'answered.indicator_no',
  'answered.unit_position',
  'unit.code collate "C"',
  'answered.period_no',
  'kind.sort_order',
  'kind.code',
  'sector.sort_order',
  'sector.code',
  'member.sort_order',
  'member.code',
  'answered.kind_id',
  'answered.sector_id',
  'answered.member_id',
];

/** The page of rows, in order; the order is total, so that pages neither repeat nor lose a row. */
export function renderPage(
  { orderBy, limit }: QueryPlan,
  parameters: SqlParameters,
  first: number,
  offset: number,
): string {
  const chosen = orderBy.flatMap(({ by, direction }) =>
    orderExpressions[by].map(
      (expression) => `${expression} ${direction === 'DESC' ? 'desc' : 'asc'} nulls last`,
    ),
  );
  const kept = limit === null ? 'count(*)' : `least(count(*), ${parameters.add(limit, 'bigint')})`;
  const last =
    limit === null
      ? ''
      : `
    and position <= ${parameters.add(limit, 'bigint')}`;
  const from = parameters.add(offset, 'bigint');
  return `
select header.data_version::text, header.total_rows::integer, header.refused_indicator_no, header.refused_unit_id,
  page.indicator_no, page.row_unit_id, page.period_no, page.kind_id, page.sector_id, page.member_id,
  trim_scale(page.value)::text as value,
  trim_scale(page.formula_numerator)::text as numerator,
  trim_scale(page.formula_denominator)::text as denominator,
  page.reports, page.reported_units,
  trim_scale(page.compared_value)::text as compared_value,
  trim_scale(page.value - page.compared_value)::text as change,
  divide_exactly(100 * (page.value - page.compared_value), abs(page.compared_value))::float8 as change_percent,
  page.share::float8 as share, page.rank
from (
  select (select sum(changes) from data_version) as data_version, ${kept} as total_rows,
    min(indicator_no) filter (where is_rolled_up) as refused_indicator_no,
    min(row_unit_id) filter (where is_rolled_up) as refused_unit_id
  from answered
) as header
left join (
  select answered.*, row_number() over (
      order by ${[...chosen, ...defaultOrder].join(', ')}) as position
  from answered
  join row_period on row_period.no = answered.period_no
  left join party_unit unit on unit.id = answered.row_unit_id
  left join unit_kind kind on kind.id = answered.kind_id
  left join sector on sector.id = answered.sector_id
  left join dimension_member member on member.id = answered.member_id
) as page on position > ${from} and position <= ${from} + ${parameters.add(first, 'bigint')}${last}
order by page.position`;
}
