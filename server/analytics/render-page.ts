import { AnalyticsDimension, AnalyticsOrderField } from '../../schema/analytics/analytics-query.inputs';
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

/** A key of the rows that has names, which are looked up only for rows that are told apart by it. */
interface NamedKey {
  key: AnalyticsDimension;
  join: string;
  order: string[];
}

const unitKey: NamedKey = {
  key: AnalyticsDimension.UNIT,
  join: 'left join party_unit unit on unit.id = answered.row_unit_id',
  order: ['answered.unit_position', 'unit.code collate "C"'],
};

const classKeys: NamedKey[] = [
  classKey(AnalyticsDimension.KIND, 'kind', 'unit_kind'),
  classKey(AnalyticsDimension.SECTOR, 'sector', 'sector'),
  classKey(AnalyticsDimension.MEMBER, 'member', 'dimension_member'),
];

function classKey(key: AnalyticsDimension, name: string, table: string): NamedKey {
  return {
    key,
    join: `left join ${table} ${name} on ${name}.id = answered.${name}_id`,
    order: [`${name}.sort_order`, `${name}.code`, `answered.${name}_id`],
  };
}

/** The page of rows, in order; the order is total, so that pages neither repeat nor lose a row. */
export function renderPage(
  plan: QueryPlan,
  parameters: SqlParameters,
  first: number,
  offset: number,
): string {
  const { groupBy, orderBy, limit, having } = plan;
  const keys = [unitKey, ...classKeys].filter(({ key }) => groupBy.has(key));
  const order = [
    ...renderOrder(plan),
    'answered.indicator_no',
    ...keys.filter((key) => key === unitKey).flatMap((key) => key.order),
    'answered.period_no',
    ...keys.filter((key) => key !== unitKey).flatMap((key) => key.order),
  ];
  const joins = [
    ...(orderBy.some(({ by }) => by === AnalyticsOrderField.PERIOD)
      ? ['join row_period on row_period.no = answered.period_no']
      : []),
    ...keys.map(({ join }) => join),
  ];
  const bind = (value: unknown) => parameters.add(value, Array.isArray(value) ? 'numeric[]' : 'numeric');
  const passing = ['true', ...decimal('answered.value').conditions(having ?? {}, bind)].join(' and ');
  const count = `count(*) filter (where ${passing})`;
  const kept = limit === null ? count : `least(${count}, ${parameters.add(limit, 'bigint')})`;
  const rows = limit === null ? first : Math.max(0, Math.min(first, limit - offset));
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
  -- Numbered once they are in order: to number all rows first, all would have to be sorted, and not the first alone.
  select ordered.*, row_number() over () as position
  from (
    select answered.*
    from answered${joins.map((join) => `\n    ${join}`).join('')}
    where ${passing}
    order by ${order.join(', ')}
    limit ${parameters.add(rows, 'bigint')} offset ${parameters.add(offset, 'bigint')}
  ) as ordered
) as page on true
order by page.position`;
}

/** The order asked for; a key that no rows are told apart by puts none before another. */
function renderOrder({ groupBy, orderBy }: QueryPlan): string[] {
  const absent = [unitKey, ...classKeys].filter(({ key }) => !groupBy.has(key)).map(({ key }): string => key);
  return orderBy
    .filter(({ by }) => !absent.includes(by))
    .flatMap(({ by, direction }) =>
      orderExpressions[by].map(
        (expression) => `${expression} ${direction === 'DESC' ? 'desc' : 'asc'} nulls last`,
      ),
    );
}
