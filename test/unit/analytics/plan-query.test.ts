import { Structure } from '../../../schema/analytics/analytics-query.inputs';
import { Fill, PeriodAggregation, UnitAggregation } from '../../../schema/indicator/aggregation.enum';
import { PeriodType } from '../../../schema/period/period-type.enum';
import type { NamedIndicator, Names } from '../../../server/analytics/look-up-names';
import { parseQuery } from '../../../server/analytics/parse-query';
import { planQuery } from '../../../server/analytics/plan-query';
import type { QueryPlan } from '../../../server/analytics/query-plan';
import { periodCode } from '../../../server/period/period';

let nextId = 1;

function reported(code: string, rules: Partial<NamedIndicator> = {}): NamedIndicator {
  return {
    id: nextId++,
    code,
    formula: null,
    periodType: PeriodType.MONTH,
    unitAggregation: UnitAggregation.SUM,
    periodAggregation: PeriodAggregation.SUM,
    fill: Fill.CARRY_FORWARD,
    dimensionId: null,
    isSensitive: false,
    ...rules,
  };
}

function computed(code: string, formula: string): NamedIndicator {
  return reported(code, { formula, periodType: null, unitAggregation: null, periodAggregation: null });
}

const indicators = [
  reported('sold'),
  reported('returned'),
  reported('members', { periodAggregation: PeriodAggregation.LAST }),
  reported('audited', { periodType: PeriodType.YEAR }),
  reported('graded', { periodType: PeriodType.YEAR, dimensionId: 7 }),
  computed('kept', 'sold - returned'),
  computed('kept_rate', '100 * kept / sold'),
  computed('growth', 'members / members@-1'),
  computed('good_rate', '(graded[good] + graded[best]) / graded'),
  computed('sold_so_far', 'ytd(sold) - sold'),
  computed('kept_so_far', 'ytd(kept@-1)'),
  computed('loop', 'sold + loop2'),
  computed('loop2', 'loop'),
];

const names: Names = {
  indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
  dimensions: [
    {
      id: 7,
      code: 'grade',
      members: ['best', 'good', 'unspecified'].map((code, index) => ({ id: 70 + index, code })),
    },
  ],
  unitIds: new Map([['U', 1]]),
  kindIds: new Map(),
  sectorIds: new Map(),
  isCovered: null,
};

function plan(codes: string[], more: Record<string, unknown> = {}): QueryPlan {
  const query = {
    indicators: codes,
    units: { codes: ['U'] },
    periods: { from: '2021', to: '2021' },
    structure: Structure.CURRENT,
    includeEmpty: false,
    ...more,
  };
  return planQuery(parseQuery(query, '2022-05-05'), names, { wantsReportedUnits: false });
}

const shapesOf = ({ shapes }: QueryPlan) =>
  shapes.map(({ periodAggregation, periodType, operands }) => [
    periodAggregation,
    periodType,
    operands.map(({ no, indicatorCode, shift }) => `${no} ${indicatorCode}@${shift}`),
  ]);

describe('the operands of a plan', () => {
  it('share a piece of SQL where they roll up alike', () => {
    expect(
      shapesOf(plan(['sold', 'members', 'returned', 'audited'], { granularity: PeriodType.YEAR })),
    ).toEqual([
      ['SUM', 'MONTH', ['0 sold@0', '2 returned@0']],
      ['LAST', 'MONTH', ['1 members@0']],
      ['SUM', 'YEAR', ['3 audited@0']],
    ]);
  });

  it('are the reported indicators that formulas come down to, each once', () => {
    const planned = plan(['kept_rate', 'sold']);
    expect(shapesOf(planned)).toEqual([['SUM', 'MONTH', ['0 sold@0', '1 returned@0']]]);
    expect(planned.indicators.map(({ operandNos }) => operandNos)).toEqual([[0, 1], [0]]);
  });

  it('name single members and periods before', () => {
    expect(shapesOf(plan(['growth']))).toEqual([['LAST', 'MONTH', ['0 members@0', '1 members@-1']]]);
    const [shape] = plan(['good_rate']).shapes;
    expect(shape?.operands.map(({ memberId }) => memberId)).toEqual([71, 70, null]);
  });

  it('count the reports of a member only where the whole does not', () => {
    const [rate] = plan(['good_rate']).indicators;
    expect(rate).toMatchObject({ operandNos: [0, 1, 2], countedOperandNos: [2] });
  });

  it('are year to date by themselves, or because the computed one is that they belong to', () => {
    const [shape] = plan(['sold_so_far', 'kept_so_far']).shapes;
    expect(
      shape?.operands.map(({ indicatorCode, shift, isYearToDate }) => [indicatorCode, shift, isYearToDate]),
    ).toEqual([
      ['sold', 0, true],
      ['sold', 0, false],
      ['sold', -1, true],
      ['returned', -1, true],
    ]);
  });

  it('refuse a formula that leads back to itself', () => {
    expect(() => plan(['loop'])).toThrow('The formula of loop leads back to itself: loop → loop2 → loop.');
  });
});

describe('the two sides of a ratio', () => {
  it('are told for k * a / b, without the constants', () => {
    const [rate] = plan(['kept_rate']).indicators;
    expect(rate?.ratio).toMatchObject({
      numerator: { type: 'operation', operator: '-' },
      denominator: { type: 'operand', no: 0 },
    });
  });

  it('are not told for other formulas', () => {
    expect(plan(['kept', 'sold']).indicators.map(({ ratio }) => ratio)).toEqual([null, null]);
  });
});

describe('the periods of a plan', () => {
  const periodsOf = ({ periods }: QueryPlan) =>
    periods.map(({ group, span, isAsked, comparedNo }) => [group, periodCode(span), isAsked, comparedNo]);

  it("are each indicator's own where no granularity is named", () => {
    const groups = plan(['audited', 'sold']).periods.map(({ group }) => group);
    expect(groups.filter((group) => group === 0)).toHaveLength(1);
    expect(groups.filter((group) => group === 1)).toHaveLength(12);
  });

  it('come with those they are compared with, each once', () => {
    const more = { periods: { codes: ['2021-01', '2021-02'] }, compareTo: { with: 'PREVIOUS_PERIOD' } };
    expect(periodsOf(plan(['sold'], more))).toEqual([
      [0, '2021-01', true, 2],
      [0, '2021-02', true, 0],
      [0, '2020-12', false, null],
    ]);
  });

  it('are one where rows have no period', () => {
    expect(periodsOf(plan(['sold'], { groupBy: ['UNIT'] }))).toEqual([[0, '2021', true, null]]);
  });
});

describe('what was known at a moment', () => {
  it('is answered from the reports, since roll-ups know only the present', () => {
    const knownAt = new Date('2022-01-01T00:00:00Z');
    expect(plan(['sold']).shapes.map(({ isKept }) => isKept)).toEqual([true]);
    expect(plan(['sold'], { knownAt }).shapes.map(({ isKept }) => isKept)).toEqual([false]);
  });
});
