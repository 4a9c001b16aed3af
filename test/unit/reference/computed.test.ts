import { answer } from '../../reference/answer';
import { reported, reports, said, unit, worldOf } from '../../reference/builders';

const world = worldOf({
  units: [unit('ROOT', null), unit('A', 'ROOT'), unit('B', 'ROOT')],
  indicators: [
    reported('classified', { periodType: 'QUARTER', dimension: 'grade' }),
    reported('members', { periodType: 'YEAR', periodAggregation: 'LAST' }),
    reported('score', { periodType: 'QUARTER', periodAggregation: 'AVERAGE', unitAggregation: 'AVERAGE' }),
    { code: 'rate', formula: '100 * classified[good] / classified' },
    { code: 'per_member', formula: 'classified / members' },
    { code: 'growth', formula: 'members - members@-1' },
    { code: 'tripled', formula: '3 * score' },
    { code: 'rate_change', formula: 'rate - rate@-1' },
  ],
  observations: [
    ...reports('A', 'classified', { '2021-Q1': '1', '2021-Q2': '3', '2022-Q1': '9' }, 'good'),
    ...reports('A', 'classified', { '2021-Q1': '1', '2022-Q1': '1' }, 'poor'),
    ...reports('B', 'classified', { '2021-Q1': '10' }, 'poor'),
    ...reports('B', 'classified', { '2022-Q1': '0' }, 'poor'),
    ...reports('A', 'members', { '2020': '40', '2021': '50' }),
    ...reports('B', 'members', { '2021': '0' }),
    ...reports('A', 'score', { '2021-Q1': '1', '2021-Q2': '1', '2021-Q3': '2' }),
  ],
});

function ofUnits(indicator: string, codes: string[], periods: string[]) {
  return { indicators: [indicator], units: { codes }, periods: { codes: periods } };
}

describe('computed indicators (rule 5)', () => {
  it('take the ratio of sums, never the mean of ratios', () => {
    expect(said(world, ofUnits('rate', ['ROOT', 'A', 'B'], ['2021']))).toEqual([
      'ROOT 2021: 26.666666666667',
      'A 2021: 80',
      'B 2021: null',
    ]);
  });

  it('hold for ranges', () => {
    const query = {
      indicators: ['rate'],
      units: { codes: ['A'] },
      periods: { from: '2021', to: '2022' },
      groupBy: ['UNIT' as const],
    };
    expect(said(world, query)).toEqual(['A: 86.666666666667']);
  });

  it('bring numerator and denominator along', () => {
    const [row] = answer(world, ofUnits('rate', ['ROOT'], ['2021']), '2030-01-01');
    expect(row).toMatchObject({ numerator: '4', denominator: '15', reports: 4, reportedUnits: 2 });
  });

  it('are null for a missing operand and a zero divisor', () => {
    expect(said(world, ofUnits('rate', ['B'], ['2021-Q1', '2022-Q1']))).toEqual([
      'B 2021-Q1: null',
      'B 2022-Q1: null',
    ]);
    expect(said(world, ofUnits('per_member', ['B'], ['2021']))).toEqual(['B 2021: null']);
  });

  it('have the period type of their coarsest operand, and nothing finer', () => {
    const range = { from: '2021', to: '2022' };
    expect(said(world, { indicators: ['per_member'], units: { codes: ['A'] }, periods: range })).toEqual([
      'A 2021: 0.1',
      'A 2022: 0.2',
    ]);
    expect(() => answer(world, ofUnits('per_member', ['A'], ['2021-Q1']), '2030-01-01')).toThrow(
      expect.objectContaining({ code: 'PERIOD_TOO_FINE' }),
    );
  });

  it('shift by the period of the row', () => {
    expect(said(world, ofUnits('growth', ['A'], ['2020', '2021', '2022']))).toEqual([
      'A 2020: null',
      'A 2021: 10',
      'A 2022: 0',
    ]);
    expect(said(world, ofUnits('rate_change', ['A'], ['2021-Q2', '2022']))).toEqual([
      'A 2021-Q2: 50',
      'A 2022: 10',
    ]);
  });

  it('take the year up to the end of the period, of the shifted one too, in nested formulas too', () => {
    const asked = (formula: string, period: string) => {
      const indicators = [...world.indicators, { code: 'made', formula }];
      return said({ ...world, indicators }, ofUnits('made', ['A'], [period]));
    };
    expect(asked('ytd(classified)', '2021-Q2')).toEqual(['A 2021-Q2: 5']);
    expect(asked('ytd(classified@-3)', '2022-Q1')).toEqual(['A 2022-Q1: 5']);
    expect(asked('ytd(score)', '2021-Q3')).toEqual(['A 2021-Q3: 1.333333333333']);
    expect(asked('ytd(rate)', '2021-Q2')).toEqual(['A 2021-Q2: 80']);
  });

  it('count an observation once in each shift', () => {
    const [row] = answer(world, ofUnits('growth', ['A'], ['2022']), '2030-01-01');
    expect(row).toMatchObject({ reports: 2, reportedUnits: 1 });
  });

  it('round once, at the end', () => {
    expect(said(world, ofUnits('tripled', ['A'], ['2021']))).toEqual(['A 2021: 4']);
  });
});
