import { answer } from '../../reference/answer';
import { reported, reports, said, unit, worldOf } from '../../reference/builders';
import type { AnalyticsQuery } from '../../reference/query';

const today = '2030-01-01';

const world = worldOf({
  units: [unit('ROOT', null), unit('A', 'ROOT'), unit('A1', 'A'), unit('B', 'ROOT'), unit('C', 'ROOT')],
  indicators: [
    reported('flow'),
    reported('quarterly', { periodType: 'QUARTER' }),
    reported('mean', { unitAggregation: 'AVERAGE' }),
    reported('alone', { unitAggregation: 'NONE' }),
    reported('once', { periodAggregation: 'NONE' }),
    { code: 'ratio', formula: 'flow / mean' },
    { code: 'of_alone', formula: '2 * alone' },
  ],
  observations: ['flow', 'mean', 'alone', 'once'].flatMap((indicator) => [
    ...reports('A', indicator, { '2022-01': '1', '2022-02': '2' }),
    ...reports('A1', indicator, { '2022-01': '3' }),
    ...reports('B', indicator, { '2022-01': '4', '2022-03': '-8' }),
    ...reports('C', indicator, { '2022-01': '0' }),
  ]),
  targets: [{ unit: 'A', indicator: 'flow', period: '2022-Q1', value: '8' }],
});

function ask(parts: Partial<AnalyticsQuery>): AnalyticsQuery {
  return { indicators: ['flow'], units: { codes: ['ROOT'] }, periods: { codes: ['2022-Q1'] }, ...parts };
}

describe('grouping (rule 10)', () => {
  it('without UNIT counts everything below the selected units once', () => {
    const query = ask({ units: { codes: ['A', 'A1', 'B'] }, groupBy: ['PERIOD'] });
    expect(said(world, query)).toEqual(['2022-Q1: 2']);
    expect(said(world, { ...query, indicators: ['mean'], periods: { codes: ['2022-01'] } })).toEqual([
      '2022-01: 2.666666666667',
    ]);
  });

  it('without PERIOD takes the range as one period', () => {
    expect(said(world, ask({ periods: { from: '2022-01', to: '2022-02' }, groupBy: ['UNIT'] }))).toEqual([
      'ROOT: 10',
    ]);
    expect(said(world, ask({ periods: { codes: ['2022-02', '2022-01'] }, groupBy: [] }))).toEqual([
      'flow: 10',
    ]);
  });

  it('cuts a range by granularity, by default the own of each indicator', () => {
    const query = ask({
      units: { codes: ['B'] },
      periods: { from: '2022-01', to: '2022-Q1' },
      includeEmpty: true,
    });
    expect(said(world, { ...query, indicators: ['flow', 'quarterly'] })).toEqual([
      'B 2022-01: 4',
      'B 2022-02: null',
      'B 2022-03: -8',
      'B 2022-Q1: null',
    ]);
    expect(said(world, { ...query, granularity: 'QUARTER' })).toEqual(['B 2022-Q1: -4']);
  });

  it('takes relative periods before the one of a date', () => {
    const query = ask({ units: { codes: ['A'] }, periods: { relative: 'LAST_2_MONTHS', on: '2022-03-31' } });
    expect(said(world, query)).toEqual(['A 2022-01: 4', 'A 2022-02: 2']);
  });

  it('gives the share of the parent, alike in all other keys', () => {
    const shares = (indicators: string[]) =>
      answer(
        world,
        ask({ indicators, units: { codes: ['ROOT', 'A', 'A1', 'C'] }, periods: { codes: ['2022-01'] } }),
        today,
      ).map(({ share }) => share);
    expect(shares(['flow'])).toEqual([null, '0.5', '0.75', '0']);
    expect(shares(['mean'])).toEqual([null, null, null, null]);
    expect(shares(['ratio'])).toEqual([null, null, null, null]);
  });

  it('gives no share of nothing', () => {
    const query = ask({ units: { codes: ['A1'] }, periods: { codes: ['2022-01'] }, where: { members: [] } });
    expect(answer(world, { ...query, includeEmpty: true }, today)[0]).toMatchObject({
      value: null,
      share: null,
    });
  });

  it('ranks by value, ties sharing, and leaves null unranked', () => {
    const units = { codes: ['A', 'A1', 'B', 'C', 'ROOT'] };
    const ranks = (period: string) =>
      answer(world, ask({ units, periods: { codes: [period] }, includeEmpty: true }), today).map(
        ({ rank }) => rank,
      );
    expect(ranks('2022-01')).toEqual([2, 4, 2, 5, 1]);
    expect(ranks('2022-03')).toEqual([null, null, 1, null, 1]);
  });
});

describe('comparison', () => {
  const compared = (parts: Partial<AnalyticsQuery>) =>
    answer(world, ask(parts), today).map(({ comparison }) => comparison);

  it('takes the previous period at the granularity of the row', () => {
    const query = { units: { codes: ['A', 'B'] }, compareTo: { with: 'PREVIOUS_PERIOD' as const } };
    expect(compared({ ...query, periods: { codes: ['2022-02'] } })).toEqual([
      { value: '4', change: '-2', changePercent: '-50' },
    ]);
    expect(compared({ ...query, periods: { codes: ['2022-Q2'] }, includeEmpty: true })).toEqual([
      { value: '6', change: null, changePercent: null },
      { value: '-4', change: null, changePercent: null },
    ]);
  });

  it('takes the range before when the range is one period', () => {
    expect(
      compared({
        groupBy: ['UNIT'],
        periods: { from: '2022-03', to: '2022-04' },
        compareTo: { with: 'PREVIOUS_PERIOD' },
      }),
    ).toEqual([{ value: '10', change: '-18', changePercent: '-180' }]);
  });

  it('takes the same period a year before, or a baseline', () => {
    const periods = { codes: ['2022-03'] };
    expect(compared({ periods, compareTo: { with: 'SAME_PERIOD_LAST_YEAR' } })).toEqual([
      { value: null, change: null, changePercent: null },
    ]);
    expect(compared({ periods, compareTo: { with: 'BASELINE', period: '2022' } })).toEqual([
      { value: '2', change: '-10', changePercent: '-500' },
    ]);
  });

  it('is in percent of the magnitude of what it is compared with', () => {
    const query = { units: { codes: ['B', 'C'] }, periods: { codes: ['2022-01'] } };
    expect(compared({ ...query, compareTo: { with: 'BASELINE', period: '2022-03' } })).toEqual([
      { value: '-8', change: '12', changePercent: '150' },
      { value: null, change: null, changePercent: null },
    ]);
    expect(
      compared({ ...query, units: { codes: ['C'] }, compareTo: { with: 'BASELINE', period: '2022-01' } }),
    ).toEqual([{ value: '0', change: '0', changePercent: null }]);
  });

  it('takes the target of the unit and period', () => {
    expect(compared({ units: { codes: ['A', 'B'] }, compareTo: { with: 'TARGET' } })).toEqual([
      { value: '8', change: '-2', changePercent: '-25' },
      { value: null, change: null, changePercent: null },
    ]);
  });
});

describe('refused, never guessed (rule 11)', () => {
  it.each<[string, string, Partial<AnalyticsQuery>]>([
    ['NONE rolled up', 'AGGREGATION_NOT_ALLOWED', { indicators: ['alone'], periods: { codes: ['2022-01'] } }],
    [
      'NONE without UNIT',
      'AGGREGATION_NOT_ALLOWED',
      { indicators: ['alone'], units: { codes: ['B'] }, groupBy: [] },
    ],
    [
      'NONE inside a formula',
      'AGGREGATION_NOT_ALLOWED',
      { indicators: ['of_alone'], periods: { codes: ['2022-01'] } },
    ],
    ['NONE over periods', 'AGGREGATION_NOT_ALLOWED', { indicators: ['once'] }],
    [
      'NONE over the periods of a baseline',
      'AGGREGATION_NOT_ALLOWED',
      {
        indicators: ['once'],
        periods: { codes: ['2022-01'] },
        compareTo: { with: 'BASELINE', period: '2022' },
      },
    ],
    [
      'a period finer than the base',
      'PERIOD_TOO_FINE',
      { indicators: ['quarterly'], periods: { codes: ['2022-01'] } },
    ],
    [
      'a granularity finer than the base',
      'PERIOD_TOO_FINE',
      { indicators: ['quarterly'], periods: { from: '2022', to: '2022' }, granularity: 'MONTH' },
    ],
    [
      'a range off the granularity',
      'PERIOD_RANGE',
      { periods: { from: '2022-02', to: '2022-06' }, granularity: 'QUARTER' },
    ],
    ['a range that ends before it starts', 'PERIOD_RANGE', { periods: { from: '2022-02', to: '2022-01' } }],
    [
      'codes with a gap as one period',
      'PERIOD_RANGE',
      { periods: { codes: ['2022-01', '2022-03'] }, groupBy: ['UNIT'] },
    ],
    ['a target of no one unit', 'TARGET_NOT_ALLOWED', { groupBy: ['PERIOD'], compareTo: { with: 'TARGET' } }],
    ['no period', 'PERIOD_MALFORMED', { periods: { codes: ['2022-Q5'] } }],
    ['an unknown unit', 'UNKNOWN_CODE', { units: { codes: ['NOWHERE'] } }],
    ['an unknown kind', 'UNKNOWN_CODE', { where: { kinds: ['k9'] } }],
    ['an unknown member', 'UNKNOWN_CODE', { where: { members: ['good'] } }],
    [
      'several indicators in one',
      'INDICATOR_NOT_GROUPED',
      { indicators: ['flow', 'mean'], groupBy: ['UNIT'] },
    ],
    [
      'a breakdown that the indicator does not have',
      'BREAKDOWN_NOT_ALLOWED',
      { groupBy: ['MEMBER'], breakdown: 'grade' },
    ],
  ])('refuses %s', (_, code, parts) => {
    expect(() => answer(world, ask(parts), today)).toThrow(
      expect.objectContaining({ name: 'Refusal', code }),
    );
  });

  it('lets NONE stand for the unit itself and the base period itself', () => {
    const query = ask({ units: { codes: ['B'] }, periods: { codes: ['2022-01'] } });
    expect(said(world, { ...query, indicators: ['alone', 'once'] })).toEqual([
      'B 2022-01: 4',
      'B 2022-01: 4',
    ]);
    expect(said(world, { ...query, indicators: ['alone'], periods: { codes: ['2022-Q1'] } })).toEqual([
      'B 2022-Q1: -4',
    ]);
  });
});
