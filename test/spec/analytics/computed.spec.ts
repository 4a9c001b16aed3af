import { reported, reports, unit, worldOf } from '../../reference/builders';
import type { Indicator } from '../../reference/world';
import { Analytics } from '../../support/analytics';

let analytics: Analytics;
beforeAll(async () => {
  analytics = await Analytics.open();
});
afterAll(() => analytics.close());

const units = [unit('ROOT', null), unit('A', 'ROOT'), unit('B', 'ROOT')];
const good = reported('good', { periodType: 'YEAR' });
const all = reported('all', { periodType: 'YEAR' });

function worldWith(...computed: Indicator[]) {
  return worldOf({
    units,
    indicators: [good, all, ...computed],
    observations: [
      ...reports('A', 'good', { '2020': '1', '2021': '8' }),
      ...reports('A', 'all', { '2020': '2', '2021': '10' }),
      ...reports('B', 'good', { '2021': '60' }),
      ...reports('B', 'all', { '2020': '4', '2021': '90', '2022': '0' }),
    ],
  });
}

describe('several indicators', () => {
  it('are answered at once, whichever of them come from roll-ups', async () => {
    const stock = reported('stock', { periodType: 'YEAR', periodAggregation: 'LAST' });
    const least = reported('least', { periodType: 'YEAR', unitAggregation: 'MIN' });
    const { observations, ...world } = worldWith(stock, least);
    const more = [...reports('A', 'stock', { '2020': '3' }), ...reports('B', 'least', { '2021': '4' })];
    await analytics.load({ ...world, observations: [...observations, ...more] });
    const { rows } = await analytics.answer(
      { indicators: ['good', 'stock', 'least'], units: 'ROOT', periods: '2021' },
      'reports',
    );
    expect(rows).toMatchObject([
      { indicator: { code: 'good' }, exactValue: '68', reports: 2 },
      { indicator: { code: 'stock' }, exactValue: '3', reports: 1 },
      { indicator: { code: 'least' }, exactValue: '4', reports: 1 },
    ]);
  });
});

describe('a computed indicator', () => {
  const rate = { code: 'rate', formula: '100 * good / all' };

  it('is a ratio of sums, never a mean of ratios, and comes with its two sides', async () => {
    await analytics.load(worldWith(rate));
    const { rows } = await analytics.answer(
      { indicators: 'rate', units: { codes: ['ROOT', 'A'] }, periods: '2021' },
      'numerator denominator reports reportedUnits',
    );
    expect(rows).toMatchObject([
      {
        unit: { code: 'ROOT' },
        exactValue: '68',
        numerator: '68',
        denominator: '100',
        reports: 4,
        reportedUnits: 2,
      },
      {
        unit: { code: 'A' },
        exactValue: '80',
        numerator: '8',
        denominator: '10',
        reports: 2,
        reportedUnits: 1,
      },
    ]);
  });

  it('is a ratio of sums over a range too', async () => {
    await analytics.load(worldWith(rate));
    const asked = {
      indicators: 'rate',
      units: 'ROOT',
      periods: { from: '2020', to: '2021' },
      groupBy: ['UNIT'],
    };
    expect(await analytics.said(asked)).toEqual(['ROOT: 65.094339622642']);
  });

  it('is null when an operand is missing or the divisor is zero', async () => {
    await analytics.load(worldWith(rate, { code: 'inverse', formula: '1 / (all / good - all / good)' }));
    const { rows } = await analytics.answer(
      { indicators: ['rate', 'inverse'], units: { codes: ['B'] }, periods: { from: '2020', to: '2022' } },
      'numerator denominator',
    );
    expect(rows).toMatchObject([
      { period: { code: '2020' }, exactValue: null, numerator: null, denominator: '4' },
      { period: { code: '2021' }, exactValue: '66.666666666667' },
      { period: { code: '2022' }, exactValue: null, numerator: null, denominator: '0' },
      { indicator: { code: 'inverse' }, period: { code: '2020' }, exactValue: null },
      { indicator: { code: 'inverse' }, period: { code: '2021' }, exactValue: null },
      { indicator: { code: 'inverse' }, period: { code: '2022' }, exactValue: null },
    ]);
  });

  it.each([
    ['good + all * 2', '268'],
    ['(good + all) * 2', '336'],
    ['good - all - 1', '-33'],
    ['-good + 0.5', '-67.5'],
    ['good / 3 * 3', '68'],
    ['all / (good / all)', '147.058823529412'],
  ])('%s is %s', async (formula, value) => {
    await analytics.load(worldWith({ code: 'made', formula }));
    const said = await analytics.said({ indicators: 'made', units: 'ROOT', periods: '2021' });
    expect(said).toEqual([`ROOT 2021: ${value}`]);
  });

  it('may use another computed one, and is rounded only at the very end', async () => {
    await analytics.load(
      worldWith({ code: 'third', formula: 'good / 3' }, { code: 'whole', formula: 'third * 3 - good' }),
    );
    const said = await analytics.said({ indicators: 'whole', units: 'A', periods: '2020' });
    expect(said).toEqual(['A 2020: 0']);
  });

  it('rounds nothing that it does not divide, however many places that takes', async () => {
    await analytics.load(
      worldOf({
        units,
        indicators: [reported('tiny'), { code: 'square', formula: 'tiny * tiny' }],
        observations: reports('A', 'tiny', { '2022-01': '0.000000000003' }),
      }),
    );
    const said = await analytics.said({ indicators: 'square', units: 'A', periods: '2022-01' });
    expect(said).toEqual(['A 2022-01: 0.000000000000000000000009']);
  });

  it('has as many digits as it comes to, up to what a JSON number reaches', async () => {
    const power = (code: string, of: string, times: number): Indicator => ({
      code,
      formula: Array(times).fill(of).join(' * '),
    });
    await analytics.load(
      worldOf({
        units,
        indicators: [reported('sold'), power('p20', 'sold', 20), power('p60', 'p20', 3)],
        observations: reports('A', 'sold', { '2022-01': '1000000' }),
      }),
    );
    const asked = { units: 'A', periods: '2022-01' };
    expect(await analytics.said({ ...asked, indicators: 'p20' })).toEqual([`A 2022-01: 1${'0'.repeat(120)}`]);
    expect(await analytics.refused({ ...asked, indicators: 'p60' })).toBe(
      'VALUE_OUT_OF_RANGE: 10000000000000000000… is not allowed for indicator p60.',
    );
  });

  it("takes periods before the row's, at the granularity of the row", async () => {
    await analytics.load(
      worldOf({
        units,
        indicators: [reported('sold'), { code: 'growth', formula: 'sold - sold@-1' }],
        observations: reports('A', 'sold', {
          '2021-12': '5',
          '2022-01': '7',
          '2022-02': '20',
          '2022-04': '1',
        }),
      }),
    );
    const asked = {
      indicators: 'growth',
      units: 'ROOT',
      periods: { codes: ['2022-01', '2022-02', '2022-Q1', '2022'] },
    };
    expect(await analytics.said(asked)).toEqual([
      'ROOT 2022-01: 2',
      'ROOT 2022-02: 13',
      'ROOT 2022-Q1: 22',
      'ROOT 2022: 23',
    ]);
  });

  it('has nothing from before the calendar, however far back its operands lead', async () => {
    const ages = ['a', 'b', 'c'].map((code, level, codes) => ({
      code,
      formula: `${level === 0 ? 'good' : codes[level - 1]}@-999`,
    }));
    await analytics.load(worldWith(...ages));
    const asked = { indicators: 'c', units: 'ROOT', periods: '2021', includeEmpty: true };
    expect(await analytics.said(asked)).toEqual(['ROOT 2021: null']);
  });

  it('takes single members of a breakdown, whose reports count once', async () => {
    await analytics.load(
      worldOf({
        units,
        indicators: [
          reported('graded', { periodType: 'YEAR', dimension: 'grade' }),
          { code: 'good_share', formula: 'graded[good] / graded' },
        ],
        observations: [
          ...reports('A', 'graded', { '2021': '3' }, 'good'),
          ...reports('A', 'graded', { '2021': '1' }, 'poor'),
        ],
      }),
    );
    const { rows } = await analytics.answer(
      { indicators: 'good_share', units: 'ROOT', periods: '2021' },
      'reports',
    );
    expect(rows).toMatchObject([{ exactValue: '0.75', reports: 2 }]);
  });

  it('is asked for by the longest base period of its operands, and not below it', async () => {
    await analytics.load(
      worldOf({
        units,
        indicators: [reported('sold'), good, { code: 'per_good', formula: 'sold / good' }],
        observations: [
          ...reports('A', 'sold', { '2021-01': '10', '2021-09': '20' }),
          ...reports('A', 'good', { '2021': '2' }),
        ],
      }),
    );
    const asked = { indicators: 'per_good', units: 'ROOT' };
    expect(await analytics.said({ ...asked, periods: { from: '2021', to: '2021' } })).toEqual([
      'ROOT 2021: 15',
    ]);
    expect(await analytics.refused({ ...asked, periods: '2021-01' })).toBe(
      'PERIOD_TYPE_MISMATCH: Indicator per_good is reported by YEAR: "2021-01" is MONTH.',
    );
  });
});

describe('a breakdown', () => {
  beforeAll(() =>
    analytics.load(
      worldOf({
        units,
        indicators: [reported('graded', { periodType: 'YEAR', dimension: 'grade' }), good],
        observations: [
          ...reports('A', 'graded', { '2021': '3' }, 'good'),
          ...reports('B', 'graded', { '2021': '1' }, 'poor'),
          ...reports('B', 'graded', { '2021': '10' }, 'unspecified'),
          ...reports('A', 'good', { '2021': '3' }),
        ],
      }),
    ),
  );
  const question = { indicators: 'graded', units: 'ROOT', periods: '2021' };
  const byMember = { ...question, groupBy: ['UNIT', 'MEMBER'], breakdown: 'grade' };

  it('adds up to the total, with what was reported undivided', async () => {
    expect(await analytics.said(question)).toEqual(['ROOT 2021: 14']);
    expect([...(await analytics.said(byMember))].sort()).toEqual([
      'ROOT good: 3',
      'ROOT poor: 1',
      'ROOT unspecified: 10',
    ]);
  });

  it('gives each member a row when empty ones are asked for', async () => {
    const asked = { ...byMember, units: 'A', includeEmpty: true };
    expect([...(await analytics.said(asked))].sort()).toEqual([
      'A good: 3',
      'A poor: null',
      'A unspecified: null',
    ]);
  });

  it('can be filtered by member', async () => {
    expect(await analytics.said({ ...question, where: { members: ['good', 'poor'] } })).toEqual([
      'ROOT 2021: 4',
    ]);
  });

  it('is refused where the indicator has none, or not that one', async () => {
    expect(await analytics.refused({ ...byMember, indicators: 'good' })).toBe(
      'AGGREGATION_NOT_ALLOWED: Indicator good has no breakdown by grade.',
    );
    expect(await analytics.refused({ ...question, where: { members: ['best'] } })).toBe(
      'MEMBER_NOT_ALLOWED: Member "best" does not belong to indicator graded.',
    );
    expect(await analytics.refused({ ...byMember, breakdown: 'colour' })).toBe(
      'UNKNOWN_CODE: Unknown dimension code "colour".',
    );
  });
});
