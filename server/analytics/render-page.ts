import { AnalyticsOrderField } from '../../schema/analytics/analytics-query.inputs';
import { decimal } from '../list/filter-fields';
import type { SqlParameters } from '../sql-statement';
import type { QueryPlan } from './query-plan';

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
  { orderBy, limit, having }: QueryPlan,
  parameters: SqlParameters,
  first: number,
  offset: number,
): string {
  const chosen = orderBy.flatMap(({ by, direction }) =>
    orderExpressions[by].map(
      (expression) => `${expression} ${direction === 'DESC' ? 'desc' : 'asc'} nulls last`,
    ),
  );
  const bind = (value: unknown) => parameters.add(value, Array.isArray(value) ? 'numeric[]' : 'numeric');
  const passing = ['true', ...decimal('answered.value').conditions(having ?? {}, bind)].join(' and ');
  const count = `count(*) filter (where ${passing})`;
  const kept = limit === null ? count : `least(${count}, ${parameters.add(limit, 'bigint')})`;
  const last =
    limit === null
      ? ''
      : `
    and position <= ${parameters.add(limit, 'bigint')}`;
  const from = parameters.add(offset, 'bigint');
  return `
select header.data_version::text, header.total_rows::integer, header.refused_indicator_no,
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
    min(indicator_no) filter (where is_rolled_up) as refused_indicator_no
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
  where ${passing}
) as page on position > ${from} and position <= ${from} + ${parameters.add(first, 'bigint')}${last}
order by page.position`;
}
