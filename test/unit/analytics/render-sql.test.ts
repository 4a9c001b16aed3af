import { Structure, UnitRelation } from '../../../schema/analytics/analytics-query.inputs';
import { Fill, PeriodAggregation, UnitAggregation } from '../../../schema/indicator/aggregation.enum';
import { PeriodType } from '../../../schema/period/period-type.enum';
import type { Names } from '../../../server/analytics/look-up-names';
import { parseQuery } from '../../../server/analytics/parse-query';
import { planQuery } from '../../../server/analytics/plan-query';
import type { QueryPlan } from '../../../server/analytics/query-plan';
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
        isSensitive: false,
      },
    ],
  ]),
  dimensions: [{ id: 7, code: hostile, members: [{ id: 70, code: hostile }] }],
  unitIds: new Map([[hostile, 1]]),
  kindIds: new Map([[hostile, 3]]),
  sectorIds: new Map([[hostile, 4]]),
  isCovered: null,
};

const tree: TreePart = {
  selected_unit_ids: '{1}',
  selected_positions: '{1}',
  selected_period_nos: null,
  whole_unit_ids: '{1}',
  source_row_unit_ids: '{1}',
  source_unit_ids: '{1}',
  source_signs: '{1}',
  source_starts: '{-infinity}',
  source_ends: '{infinity}',
  source_period_nos: null,
  large_unit_ids: '{1}',
  has_small_units: true,
  below_row_unit_ids: '{1}',
  below_unit_ids: '{1}',
  below_durings: null,
  reporting_unit_ids: '{1}',
  parent_unit_ids: null,
  parent_ids: null,
  parent_durings: null,
};

const page = { first: 10, offset: 0, wantsShare: false, wantsRank: false };

function planOf(more: Record<string, unknown> = {}, wantsReportedUnits = false): QueryPlan {
  const query = {
    indicators: [hostile],
    units: { under: hostile, relation: UnitRelation.CHILDREN },
    periods: { codes: ['2022-01'] },
    ...more,
  };
  return planQuery(parseQuery(query, '2022-05-05'), names, { wantsReportedUnits });
}

describe('the SQL of a plan', () => {
  it('reads sums from the roll-ups, and walks no tree for them', () => {
    const plan = planOf();
    expect(renderTree(plan, false).text).not.toContain('below as (');
    expect(renderSql(plan, tree, page).text).toContain('from rollup\n');
  });

  it('counts the units of a breakdown from the reports, since roll-ups do not tell them apart', () => {
    const plan = planOf({}, true);
    expect(renderTree(plan, false).text).toContain('below as (');
    expect(renderSql(plan, tree, page).text).not.toContain('from rollup\n');
  });

  it('keeps the dates of the tree where it is followed through time', () => {
    const plan = planOf({ structure: Structure.AS_REPORTED }, true);
    expect(renderTree(plan, false).text).toContain('as below_durings');
    expect(renderSql(plan, tree, page).text).toContain(
      'join below on below.unit_id = report.unit_id and below.during @> (report.counted_on)',
    );
  });

  it('reads only the reports below units that keep no roll-ups, and only roll-ups where all do', () => {
    const small = renderSql(planOf(), { ...tree, large_unit_ids: '{}', has_small_units: true }, page).text;
    expect(small).not.toContain('from rollup\n');
    expect(small).toContain('where closure.above_id = any(array(select unit_id from source))');
    const large = renderSql(planOf(), { ...tree, large_unit_ids: '{1}', has_small_units: false }, page).text;
    expect(large).toContain('from rollup\n');
    expect(large).not.toContain('unit_closure closure');
  });

  it('ranks, and looks up names to order by, only where they are wanted', () => {
    const { text } = renderSql(planOf(), tree, page);
    expect(text).not.toContain('rank() over');
    expect(text).toContain('left join party_unit unit on unit.id = answered.row_unit_id');
    expect(text).not.toContain('sector.sort_order');
    const bySector = planOf({ groupBy: ['INDICATOR', 'SECTOR', 'PERIOD'] });
    const ranked = renderSql(bySector, tree, { ...page, wantsRank: true }).text;
    expect(ranked).toContain('sector.sort_order');
    expect(ranked).not.toContain('unit.code');
    expect(renderSql(planOf(), tree, { ...page, wantsRank: true }).text).toContain('rank() over');
  });

  it.each([false, true])('has every value of a query as a parameter, and none in its text', (counts) => {
    const plan = planOf(
      {
        groupBy: ['UNIT', 'MEMBER', 'KIND'],
        breakdown: hostile,
        where: { kinds: [hostile], sectors: [hostile], members: [hostile] },
        units: { codes: [hostile], kinds: [hostile] },
        having: { gte: 1 },
        limit: 3,
      },
      counts,
    );
    const statements = [renderTree(plan, true), renderSql(plan, tree, { ...page, wantsShare: true })];
    for (const { text, values } of statements) {
      expect(text).not.toContain('drop table');
      const placeholders = new Set(text.match(/\$\d+/g));
      expect(placeholders.size).toBe(values.length);
    }
  });
});
