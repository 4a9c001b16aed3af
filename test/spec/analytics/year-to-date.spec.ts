import { reported, reports, unit, worldOf } from '../../reference/builders';
import { Analytics } from '../../support/analytics';

let analytics: Analytics;
beforeAll(async () => {
  analytics = await Analytics.open();
});
afterAll(() => analytics.close());

const quarterly = { periodType: 'QUARTER' } as const;

/** The world with one computed indicator, `made`, beside those that others are made of. */
function load(formula: string): Promise<void> {
  return analytics.load(
    worldOf({
      units: [unit('ROOT', null), unit('A', 'ROOT'), unit('B', 'ROOT')],
      indicators: [
        reported('sold', quarterly),
        reported('stock', { ...quarterly, periodAggregation: 'LAST' }),
        reported('fresh', { ...quarterly, periodAggregation: 'LAST', fill: 'NONE' }),
        reported('score', { ...quarterly, periodAggregation: 'AVERAGE' }),
        reported('peak', { ...quarterly, periodAggregation: 'MAX' }),
        reported('level', { ...quarterly, periodAggregation: 'NONE' }),
        reported('graded', { ...quarterly, dimension: 'grade' }),
        reported('ytd', quarterly),
        { code: 'good_rate', formula: '100 * graded[good] / graded' },
        { code: 'growth', formula: 'sold - sold@-1' },
        { code: 'made', formula },
      ],
      observations: [
        ...reports('A', 'sold', { '2021-Q3': '3', '2021-Q4': '7' }),
        ...reports('A', 'sold', { '2022-Q1': '5', '2022-Q2': '6', '2022-Q4': '9' }),
        ...reports('B', 'sold', { '2022-Q1': '10' }),
        ...reports('A', 'stock', { '2021-Q4': '40', '2022-Q2': '50' }),
        ...reports('A', 'fresh', { '2022-Q1': '4' }),
        ...reports('A', 'score', { '2021-Q4': '9', '2022-Q1': '1', '2022-Q2': '2', '2022-Q3': '6' }),
        ...reports('A', 'peak', { '2021-Q4': '9', '2022-Q1': '8', '2022-Q2': '2' }),
        ...reports('A', 'level', { '2021-Q4': '1', '2022-Q1': '2', '2022-Q2': '3' }),
        ...reports('A', 'graded', { '2022-Q1': '2', '2022-Q2': '3' }, 'good'),
        ...reports('A', 'graded', { '2022-Q1': '5' }, 'poor'),
        ...reports('A', 'ytd', { '2022-Q1': '4', '2022-Q2': '6' }),
      ],
    }),
  );
}

function made(...codes: string[]) {
  return { indicators: 'made', units: 'ROOT', periods: { codes } };
}

describe('the year to date in a formula', () => {
  it.each([
    ['adds up a flow', 'ytd(sold)', { '2021-Q4': 10, '2022-Q1': 15, '2022-Q2': 21, '2022-Q4': 30 }],
    ['is the year so far where the period itself has no report', 'ytd(sold)', { '2022-Q3': 21 }],
    ['ends with a longer period too', 'ytd(sold) - sold', { '2022-H1': 0, '2022-H2': 21, '2022': 0 }],
    ['takes the last report of a stock', 'ytd(stock)', { '2022-Q1': 40, '2022-Q3': 50 }],
    ['keeps a stock that lasts one period until the year ends', 'ytd(fresh)', { '2022-Q1': 4, '2022-Q4': 4 }],
    ['averages over the base periods of the year', 'ytd(score)', { '2022-Q2': 1.5, '2022-Q3': 3 }],
    ['takes the extreme of the year', 'ytd(peak)', { '2022-Q1': 8, '2022-Q2': 8 }],
    ['is that of the shifted period', 'ytd(sold@-1)', { '2022-Q1': 10, '2022-Q2': 15 }],
    ['compares with the year before', 'ytd(sold) - ytd(sold@-4)', { '2022-Q3': 18, '2022-Q4': 20 }],
    ['takes a single member', 'ytd(graded[good])', { '2022-Q1': 2, '2022-Q2': 5 }],
    ['is of one operand, not of the others', '100 * sold / ytd(sold)', { '2022-Q4': 30 }],
    ['goes into the formula of a computed one', 'ytd(good_rate)', { '2022-Q2': 50 }],
    ['goes in with its shift', 'ytd(good_rate@-1)', { '2022-Q3': 50 }],
    ['keeps the shifts inside', 'ytd(growth)', { '2022-Q1': 5, '2022-Q2': 6 }],
    ['leaves an indicator with the code ytd alone', 'ytd("ytd") - ytd', { '2022-Q1': 0, '2022-Q2': 4 }],
  ])('%s: %s', async (_, formula, values) => {
    await load(formula);
    const said = Object.entries(values).map(([period, value]) => `ROOT ${period}: ${value}`);
    expect(await analytics.said(made(...Object.keys(values)))).toEqual(said);
  });

  it('begins anew with the year', async () => {
    await load('ytd(fresh)');
    expect(await analytics.said(made('2023-Q1'))).toEqual([]);
  });

  it('begins with the year in which a longer range begins', async () => {
    await load('ytd(sold)');
    const asked = { ...made(), periods: { from: '2021-Q4', to: '2022-Q2' }, groupBy: ['UNIT'] };
    expect(await analytics.said(asked)).toEqual(['ROOT: 31']);
  });

  it('is the same under a window, which is for the other operands', async () => {
    await load('1000 * sold + ytd(sold)');
    const asked = made('2022-Q1', '2022-Q2');
    expect(await analytics.said(asked)).toEqual(['ROOT 2022-Q1: 15015', 'ROOT 2022-Q2: 6021']);
    expect(await analytics.said({ ...asked, window: { rolling: 2 } })).toEqual([
      'ROOT 2022-Q1: 22015',
      'ROOT 2022-Q2: 21021',
    ]);
    expect(await analytics.said({ ...asked, window: { yearToDate: true } })).toEqual([
      'ROOT 2022-Q1: 15015',
      'ROOT 2022-Q2: 21021',
    ]);
  });

  it('counts a report once in the period and once in the year', async () => {
    await load('ytd(sold) / sold');
    const { rows } = await analytics.answer(made('2022-Q2'), 'numerator denominator reports reportedUnits');
    expect(rows).toMatchObject([
      { exactValue: '3.5', numerator: '21', denominator: '6', reports: 4, reportedUnits: 2 },
    ]);
  });

  it('shows the two sides of a ratio for the year to date', async () => {
    await load('ytd(good_rate)');
    const { rows } = await analytics.answer(made('2022-Q2'), 'numerator denominator reports');
    expect(rows).toMatchObject([{ exactValue: '50', numerator: '5', denominator: '10', reports: 3 }]);
  });

  it('is compared with the same stretch of another year', async () => {
    await load('ytd(sold)');
    const asked = { ...made('2022-Q4'), compareTo: { with: 'SAME_PERIOD_LAST_YEAR' } };
    const { rows } = await analytics.answer(asked, 'comparison { exactValue exactChange }');
    expect(rows).toMatchObject([{ exactValue: '30', comparison: { exactValue: '10', exactChange: '20' } }]);
  });
});

describe('an indicator without meaning over several periods', () => {
  const refusal =
    'AGGREGATION_NOT_ALLOWED: Indicator made has no meaning over several periods (through level): its period aggregation is NONE.';

  it('has a year to date in the first base period of a year only', async () => {
    await load('ytd(level)');
    expect(await analytics.said(made('2022-Q1'))).toEqual(['ROOT 2022-Q1: 2']);
    expect(await analytics.refused(made('2022-Q2'))).toBe(refusal);
  });

  it('has it where the shifted period is that one', async () => {
    await load('ytd(level@-1)');
    expect(await analytics.said(made('2022-Q2'))).toEqual(['ROOT 2022-Q2: 2']);
    expect(await analytics.refused(made('2022-Q1'))).toBe(refusal);
  });

  it('is refused where a window widens the shifted period', async () => {
    await load('level@-1');
    const window = { yearToDate: true };
    expect(await analytics.said({ ...made('2022-Q2'), window })).toEqual(['ROOT 2022-Q2: 2']);
    expect(await analytics.refused({ ...made('2022-Q1'), window })).toBe(refusal);
  });
});
