import { reported, reports, unit, worldOf } from '../../reference/builders';
import { Analytics } from '../../support/analytics';

let analytics: Analytics;
beforeAll(async () => {
  analytics = await Analytics.open();
  await analytics.load(
    worldOf({
      units: [unit('ROOT', null), unit('A', 'ROOT'), unit('B', 'ROOT')],
      indicators: [
        reported('classes'),
        reported('members', { periodAggregation: 'LAST' }),
        reported('grade_of', { unitAggregation: 'NONE', periodType: 'YEAR' }),
        reported('rating', { periodAggregation: 'NONE', periodType: 'QUARTER' }),
      ],
      observations: [
        ...reports('A', 'grade_of', { '2021': '5' }),
        ...reports('ROOT', 'grade_of', { '2022': '4' }),
        ...reports('A', 'rating', { '2021-Q1': '5' }),
      ],
    }),
  );
});
afterAll(() => analytics.close());

const good = { indicators: 'classes', units: 'ROOT', periods: '2022' };

describe('what has no meaning', () => {
  it.each([
    [
      'a figure of NONE over several units',
      { ...good, indicators: 'grade_of', periods: '2021' },
      'AGGREGATION_NOT_ALLOWED: Indicator grade_of has no meaning over several units: its unit aggregation is NONE.',
    ],
    [
      'a figure of NONE without its unit',
      { ...good, indicators: 'grade_of', groupBy: ['PERIOD'] },
      'AGGREGATION_NOT_ALLOWED: Indicator grade_of has no meaning over several units: its unit aggregation is NONE.',
    ],
    [
      'a figure of NONE over several periods',
      { ...good, indicators: 'rating' },
      'AGGREGATION_NOT_ALLOWED: Indicator rating has no meaning over several periods: its period aggregation is NONE.',
    ],
    [
      'a period shorter than the base',
      { ...good, indicators: 'rating', periods: '2021-01' },
      'PERIOD_TYPE_MISMATCH: Indicator rating is reported by QUARTER: "2021-01" is MONTH.',
    ],
    [
      'a baseline shorter than the base',
      {
        ...good,
        indicators: 'rating',
        periods: '2021-Q1',
        compareTo: { with: 'BASELINE', period: '2021-01' },
      },
      'PERIOD_TYPE_MISMATCH: Indicator rating is reported by QUARTER: "2021-01" is MONTH.',
    ],
    [
      'a granularity shorter than the base',
      { ...good, indicators: 'rating', periods: { from: '2021', to: '2021' }, granularity: 'MONTH' },
      'PERIOD_TYPE_MISMATCH: Indicator rating is reported by QUARTER: "2021-01" is MONTH.',
    ],
    [
      'a range that does not fall on the granularity',
      { ...good, periods: { from: '2021-02', to: '2022' }, granularity: 'YEAR' },
      'PERIOD_RANGE_INVALID: The range from "2021-02" to "2022-12" does not begin and end with a whole year.',
    ],
    [
      'a range that ends before it begins',
      { ...good, periods: { from: '2022', to: '2021' } },
      'PERIOD_RANGE_INVALID: The range from 2022 to 2021 ends before it begins.',
    ],
    [
      'several indicators in one row',
      { ...good, indicators: ['classes', 'members'], groupBy: ['UNIT'] },
      'QUERY_INVALID: The query is not valid: several indicators have no common row.',
    ],
    [
      'a range made of periods with a gap',
      { ...good, periods: { codes: ['2020', '2022'] }, groupBy: ['UNIT'] },
      'QUERY_INVALID: The query is not valid: without PERIOD in groupBy the range is one period, and these codes do not follow one another.',
    ],
    [
      'a target of several units',
      { ...good, groupBy: ['PERIOD'], compareTo: { with: 'TARGET' } },
      'QUERY_INVALID: The query is not valid: a target belongs to one unit and one period.',
    ],
  ])('refuses %s', async (_, question, refusal) => {
    expect(await analytics.refused(question)).toBe(refusal);
  });

  it('refuses a figure of NONE that is only compared with', async () => {
    const asked = { indicators: 'grade_of', units: 'ROOT', periods: '2022' };
    const compared = { ...asked, compareTo: { with: 'PREVIOUS_PERIOD' } };
    expect(await analytics.said(asked)).toEqual(['ROOT 2022: 4']);
    expect(await analytics.refused(compared)).toMatch(/^AGGREGATION_NOT_ALLOWED: Indicator grade_of/);
  });

  it('answers a figure of NONE for a unit that reports it itself, with none below it', async () => {
    const asked = { indicators: 'grade_of', units: { codes: ['ROOT', 'A'] } };
    expect(await analytics.said({ ...asked, periods: '2022' })).toEqual(['ROOT 2022: 4']);
    expect(await analytics.said({ ...asked, units: 'A', periods: '2021' })).toEqual(['A 2021: 5']);
  });
});

describe('what cannot be read', () => {
  it.each([
    [
      'an unknown indicator',
      { ...good, indicators: 'klasses' },
      'UNKNOWN_CODE: Unknown indicator code "klasses".',
    ],
    [
      'an unknown unit',
      { ...good, units: "ROOT'; drop table observation --" },
      'UNKNOWN_CODE: Unknown unit code "ROOT\'; drop table observation --".',
    ],
    [
      'an unknown unit to start from',
      { ...good, units: { under: '🏛️' } },
      'UNKNOWN_CODE: Unknown unit code "🏛️".',
    ],
    ['an unknown kind', { ...good, where: { kinds: ['k9'] } }, 'UNKNOWN_CODE: Unknown unit kind code "k9".'],
    [
      'an unknown sector',
      { ...good, units: { under: 'ROOT', sectors: ['s9'] } },
      'UNKNOWN_CODE: Unknown sector code "s9".',
    ],
    ['a malformed period', { ...good, periods: '2022-13' }, 'PERIOD_MALFORMED: "2022-13" is not a period.'],
    ['a year far off', { ...good, periods: '9999' }, 'PERIOD_MALFORMED: "9999" is not a period.'],
    [
      'no indicator',
      { ...good, indicators: [] },
      'QUERY_INVALID: The query is not valid: indicators is empty.',
    ],
    [
      'no period',
      { ...good, periods: {} },
      'QUERY_INVALID: The query is not valid: periods needs exactly one of codes, from with to, and relative.',
    ],
    [
      'relative periods before the calendar',
      { ...good, periods: { relative: 'LAST_10_YEARS', on: '1905-01-01' } },
      'QUERY_INVALID: The query is not valid: LAST_10_YEARS before 1905-01-01 has periods that cannot be written.',
    ],
    [
      'relative periods after it',
      { ...good, periods: { relative: 'LAST_YEAR', on: '9999-12-31' } },
      'QUERY_INVALID: The query is not valid: LAST_YEAR before 9999-12-31 has periods that cannot be written.',
    ],
    [
      'half a range',
      { ...good, periods: { from: '2022' } },
      'QUERY_INVALID: The query is not valid: periods needs both from and to.',
    ],
    [
      'two ways to choose units',
      { ...good, units: { codes: ['A'], under: 'A' } },
      'QUERY_INVALID: The query is not valid: units needs exactly one of codes and under.',
    ],
    [
      'a level without LEVEL',
      { ...good, units: { under: 'A', level: 2 } },
      'QUERY_INVALID: The query is not valid: units.level goes with relation LEVEL.',
    ],
    [
      'AS_OF without a date',
      { ...good, structure: 'AS_OF' },
      'QUERY_INVALID: The query is not valid: structureDate goes with structure AS_OF.',
    ],
    [
      'a date without AS_OF',
      { ...good, structureDate: '2022-01-01' },
      'QUERY_INVALID: The query is not valid: structureDate goes with structure AS_OF.',
    ],
    [
      'BASELINE without a period',
      { ...good, compareTo: { with: 'BASELINE' } },
      'QUERY_INVALID: The query is not valid: compareTo.period goes with BASELINE.',
    ],
    [
      'MEMBER without a breakdown',
      { ...good, groupBy: ['MEMBER'] },
      'QUERY_INVALID: The query is not valid: breakdown and MEMBER in groupBy go together.',
    ],
    ['a limit of nothing', { ...good, limit: 0 }, 'QUERY_INVALID: The query is not valid: limit is 0.'],
  ])('refuses %s', async (_, question, refusal) => {
    expect(await analytics.refused(question)).toBe(refusal);
  });

  it('refuses more rows than any answer can have, before it reads figures', async () => {
    await analytics.database.dataSource.query(`
      insert into party_unit (code, opened_on) select 'M' || n, '2010-01-01' from generate_series(1, 700) as n;
      insert into unit_placement (unit_id, effective_on, name, parent_id)
      select id, opened_on, code, (select id from party_unit where code = 'ROOT') from party_unit where code like 'M%'`);
    const asked = { ...good, units: { under: 'ROOT' }, periods: { from: '1900', to: '2199' } };
    expect(await analytics.refused(asked)).toBe(
      'QUERY_TOO_COMPLEX: The query asks for too much: 702 units and their periods and indicators make 2527200 rows, more than 2000000.',
    );
  });

  it('counts the rows that would be: of units chosen by period no more than each period has, of a union one', async () => {
    const periods = { from: '2018', to: '2022' };
    const chosen = { ...good, units: { under: 'ROOT' }, periods, structure: 'AS_REPORTED' };
    const union = {
      ...good,
      units: { under: 'ROOT' },
      periods: { from: '1900', to: '2199' },
      groupBy: ['PERIOD'],
    };
    expect(await analytics.said(chosen)).toEqual([]);
    expect(await analytics.said(union)).toEqual([]);
  });

  it.each([0, 10_001])('refuses a page of %i rows', async (first) => {
    await expect(analytics.answer(good, '', { first })).rejects.toThrow('QUERY_INVALID');
  });
});
