import { Structure, UnitRelation } from '../../../schema/analytics/analytics-query.inputs';
import { Fill, PeriodAggregation, UnitAggregation } from '../../../schema/indicator/aggregation.enum';
import { PeriodType } from '../../../schema/period/period-type.enum';
import type { Names } from '../../../server/analytics/look-up-names';
import { parseQuery } from '../../../server/analytics/parse-query';
import { planQuery } from '../../../server/analytics/plan-query';
import { renderSql } from '../../../server/analytics/render-sql';
import { renderTree, type TreePart } from '../../../server/analytics/render-tree';

const hostile = `x'; drop table observation; --`;
const names: Names = {
  indicators: new Map([
    [
      hostile,
      {
        id: 1,
        code: hostile,
        formula: null,
        periodType: PeriodType.MONTH,
        unitAggregation: UnitAggregation.SUM,
        periodAggregation: PeriodAggregation.SUM,
        fill: Fill.CARRY_FORWARD,
        dimensionId: 7,
      },
    ],
  ]),
  dimensions: [{ id: 7, code: hostile, members: [{ id: 70, code: hostile }] }],
  unitIds: new Map([[hostile, 1]]),
  kindIds: new Map([[hostile, 3]]),
  sectorIds: new Map([[hostile, 4]]),
};

const tree: TreePart = {
  selected_unit_ids: '{1}',
  selected_positions: '{1}',
  selected_period_nos: null,
  below_row_unit_ids: '{1}',
  below_unit_ids: '{1}',
  below_durings: null,
  reporting_unit_ids: '{1}',
  parent_unit_ids: null,
  parent_ids: null,
  parent_durings: null,
};

function planOf(more: Record<string, unknown> = {}) {
  const query = {
    indicators: [hostile],
    units: { under: hostile, relation: UnitRelation.CHILDREN },
    periods: { codes: ['2022-01'] },
    ...more,
  };
  return planQuery(parseQuery(query, '2022-05-05'), names);
}

describe('the SQL of a plan', () => {
  it('walks down the tree of one date by index, no deeper than the children', () => {
    const { text, values } = renderTree(planOf(), false);
    expect(text).toContain(`descent as (
  select $9::integer as unit_id, 0 as depth, false as is_merged,
    daterange(null, null) as during
  union all
  select edge.unit_id, descent.depth + (not edge.is_merger)::integer, edge.is_merger, descent.during * edge.during
  from descent
  cross join lateral edges_below(descent.unit_id) as edge
  where edge.during @> $10::date
    and descent.depth + (not edge.is_merger)::integer <= $8::integer
)`);
    expect(values.slice(7, 10)).toEqual([1, 1, '2022-05-05']);
  });

  it('keeps the dates of the edges where the tree is followed through time', () => {
    const { text } = renderTree(planOf({ structure: Structure.AS_REPORTED }), false);
    expect(text).toContain('where descent.during && edge.during');
    expect(text).toContain('as below_durings');
  });

  it('sums the reports of each base period where they stood when it ended, as reported', () => {
    const { text } = renderSql(planOf({ structure: Structure.AS_REPORTED }), tree, {
      first: 10,
      offset: 0,
      wantsShare: false,
    });
    expect(text).toContain(`(observation.period_start + interval '1 months')::date - 1 as counted_on`);
    expect(text).toContain(
      'join below on below.unit_id = report.unit_id and below.during @> (report.counted_on)',
    );
  });

  it('has every value of a query as a parameter, and none in its text', () => {
    const plan = planOf({
      groupBy: ['UNIT', 'MEMBER', 'KIND'],
      breakdown: hostile,
      where: { kinds: [hostile], sectors: [hostile], members: [hostile] },
      units: { codes: [hostile], kinds: [hostile] },
    });
    const statements = [
      renderTree(plan, true),
      renderSql(plan, tree, { first: 10, offset: 0, wantsShare: true }),
    ];
    for (const { text, values } of statements) {
      expect(text).not.toContain('drop table');
      const placeholders = new Set(text.match(/\$\d+/g));
      expect(placeholders.size).toBe(values.length);
    }
  });
});
