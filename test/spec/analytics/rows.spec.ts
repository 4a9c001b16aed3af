import { reported, reports, unit, worldOf } from '../../reference/builders';
import { Analytics } from '../../support/analytics';
import { graphql } from '../../support/client';

let analytics: Analytics;
beforeAll(async () => {
  analytics = await Analytics.open();
});
afterAll(() => analytics.close());

const units = [
  unit('ROOT', null),
  unit('A', 'ROOT'),
  unit('B', 'ROOT'),
  unit('C', 'ROOT'),
  unit('D', 'ROOT'),
  unit('A1', 'A'),
];
const classes = reported('classes');
const world = worldOf({
  units,
  indicators: [classes, reported('score', { unitAggregation: 'AVERAGE' })],
  observations: [
    ...reports('A', 'classes', { '2021-01': '10', '2022-01': '30', '2022-02': '1' }),
    ...reports('A1', 'classes', { '2022-01': '20' }),
    ...reports('B', 'classes', { '2022-01': '50', '2022-02': '2' }),
    ...reports('C', 'classes', { '2022-01': '100', '2022-02': '3' }),
    ...reports('A', 'score', { '2022-01': '4' }),
  ],
  targets: [{ unit: 'A', indicator: 'classes', period: '2022-01', value: '40' }],
});
beforeAll(() => analytics.load(world));

const children = { under: 'ROOT' };
const january = { indicators: 'classes', units: children, periods: '2022-01' };

describe('rows without a key', () => {
  it('without UNIT are the union of all contributors below the selected units, each once', async () => {
    const asked = { indicators: 'classes', units: { codes: ['A', 'A1', 'B'] }, periods: '2022-01' };
    expect(await analytics.said({ ...asked, groupBy: ['PERIOD'] })).toEqual(['2022-01: 100']);
  });

  it('without PERIOD are of the whole range', async () => {
    const asked = { ...january, periods: { codes: ['2022-02', '2022-01'] }, groupBy: ['UNIT'] };
    expect(await analytics.said(asked)).toEqual(['A: 51', 'B: 52', 'C: 103']);
  });

  it('without any key are one row', async () => {
    const { rows } = await analytics.answer({ ...january, groupBy: ['INDICATOR'] }, 'reports reportedUnits');
    expect(rows).toMatchObject([{ unit: null, exactValue: '200', reports: 4, reportedUnits: 4 }]);
  });
});

describe('share and rank', () => {
  it("tell the fraction of the parent's value, and the place among units, equals sharing one", async () => {
    const { rows } = await analytics.answer({ ...january, includeEmpty: true }, 'share rank');
    expect(rows.map(({ unit, share, rank }) => [unit?.code, share, rank])).toEqual([
      ['A', 0.25, 2],
      ['B', 0.25, 2],
      ['C', 0.5, 1],
      ['D', null, null],
    ]);
  });

  it('are found before limit, and rank within each period', async () => {
    const asked = { ...january, periods: { codes: ['2022-01', '2022-02'] } };
    const { rows, totalRows } = await analytics.answer(
      { ...asked, orderBy: [{ by: 'PERIOD', direction: 'DESC' }, { by: 'VALUE' }], limit: 4 },
      'rank',
    );
    expect(rows.map(({ unit, period, rank }) => [unit?.code, period?.code, rank])).toEqual([
      ['A', '2022-02', 3],
      ['B', '2022-02', 2],
      ['C', '2022-02', 1],
      ['A', '2022-01', 2],
    ]);
    expect(totalRows).toBe(4);
  });

  it('has no share for a root, nor for values that do not sum', async () => {
    const root = await analytics.answer({ ...january, units: 'ROOT' }, 'share');
    const score = await analytics.answer({ ...january, indicators: 'score' }, 'share');
    expect([...root.rows, ...score.rows].map(({ share }) => share)).toEqual([null, null]);
  });
});

describe('order, limit and pages', () => {
  it.each([
    [[{ by: 'VALUE', direction: 'DESC' }], ['C', 'A', 'B', 'D']],
    [[{ by: 'VALUE', direction: 'ASC' }], ['A', 'B', 'C', 'D']],
    [[{ by: 'UNIT', direction: 'DESC' }], ['D', 'C', 'B', 'A']],
    [
      [
        { by: 'RANK', direction: 'ASC' },
        { by: 'UNIT', direction: 'DESC' },
      ],
      ['C', 'B', 'A', 'D'],
    ],
    [[{ by: 'SHARE', direction: 'DESC' }], ['C', 'A', 'B', 'D']],
  ])('%j gives %j, what has no value last', async (orderBy, codes) => {
    const { rows } = await analytics.answer({ ...january, includeEmpty: true, orderBy });
    expect(rows.map(({ unit }) => unit?.code)).toEqual(codes);
  });

  it('keeps the order in which units were named', async () => {
    const asked = { ...january, units: { codes: ['C', 'A', 'B'] } };
    expect(await analytics.said(asked)).toEqual(['C 2022-01: 100', 'A 2022-01: 50', 'B 2022-01: 50']);
  });

  it('goes on from page to page without repeating or losing a row', async () => {
    const first = await analytics.answer(january, '', { first: 2 });
    expect(first).toMatchObject({ totalRows: 3, pageInfo: { hasNextPage: true } });
    const after = first.pageInfo.endCursor ?? '';
    const second = await analytics.answer(january, '', { first: 2, after });
    expect(second).toMatchObject({ totalRows: 3, pageInfo: { hasNextPage: false } });
    expect([...first.rows, ...second.rows].map(({ unit }) => unit?.code)).toEqual(['A', 'B', 'C']);
  });

  it('refuses a cursor of another query, and one from before a change', async () => {
    const { pageInfo } = await analytics.answer(january, '', { first: 1 });
    const after = pageInfo.endCursor ?? '';
    await expect(analytics.answer({ ...january, limit: 2 }, '', { first: 1, after })).rejects.toThrow(
      'CURSOR_INVALID',
    );
    await expect(analytics.answer(january, '', { first: 1, after: 'e30' })).rejects.toThrow('CURSOR_INVALID');
    await analytics.database.dataSource.query(`update observation set note = 'checked' where value = 3`);
    await expect(analytics.answer(january, '', { first: 1, after })).rejects.toThrow('CURSOR_STALE');
  });
});

describe('comparison', () => {
  const compared = async (question: Parameters<Analytics['answer']>[0]) => {
    const { rows } = await analytics.answer(
      question,
      'comparison { value exactValue change exactChange changePercent }',
    );
    return rows.map(({ unit, comparison }) => {
      const { exactValue, exactChange, changePercent } = comparison as Record<string, unknown>;
      return [unit?.code, exactValue, exactChange, changePercent];
    });
  };

  it.each([
    [{ with: 'SAME_PERIOD_LAST_YEAR' }, ['A', '10', '40', 400]],
    [{ with: 'BASELINE', period: '2021' }, ['A', '10', '40', 400]],
    [{ with: 'TARGET' }, ['A', '40', '10', 25]],
    [{ with: 'PREVIOUS_PERIOD' }, ['A', null, null, null]],
  ])('with %j', async (compareTo, expected) => {
    expect(await compared({ ...january, units: 'A', compareTo })).toEqual([expected]);
  });

  it('with the previous period goes by the length of the row', async () => {
    const compareTo = { with: 'PREVIOUS_PERIOD' };
    const asked = { indicators: 'classes', units: 'A', compareTo };
    expect(await compared({ ...asked, periods: '2022-02' })).toEqual([['A', '50', '-49', -98]]);
    expect(await compared({ ...asked, periods: '2022' })).toEqual([['A', '10', '41', 410]]);
    const range = { ...asked, periods: { from: '2022-01', to: '2022-02' }, groupBy: ['UNIT'] };
    expect(await compared(range)).toEqual([['A', null, null, null]]);
  });

  it('orders rows by their change', async () => {
    const { rows } = await analytics.answer({
      ...january,
      periods: '2022-02',
      compareTo: { with: 'PREVIOUS_PERIOD' },
      orderBy: [{ by: 'CHANGE', direction: 'ASC' }],
    });
    expect(rows.map(({ unit }) => unit?.code)).toEqual(['C', 'A', 'B']);
  });
});

describe('a window', () => {
  const asked = { indicators: 'classes', units: 'A', periods: { codes: ['2022-01', '2022-02'] } };

  it('counts so many periods up to each, in the value and in what it is compared with', async () => {
    expect(await analytics.said({ ...asked, window: { rolling: 2 } })).toEqual([
      'A 2022-01: 50',
      'A 2022-02: 51',
    ]);
    const year = { ...asked, periods: '2022-01', window: { rolling: 13 } };
    expect(await analytics.said(year)).toEqual(['A 2022-01: 60']);
  });

  it('counts the year up to the end of each', async () => {
    const window = { yearToDate: true };
    expect(await analytics.said({ ...asked, window })).toEqual(['A 2022-01: 50', 'A 2022-02: 51']);
    const compared = await analytics.answer(
      { ...asked, periods: '2022-02', window, compareTo: { with: 'SAME_PERIOD_LAST_YEAR' } },
      'comparison { exactValue }',
    );
    expect(compared.rows).toMatchObject([{ exactValue: '51', comparison: { exactValue: '10' } }]);
  });

  it.each([
    [{}, 'window needs exactly one of rolling and yearToDate'],
    [{ rolling: 2, yearToDate: true }, 'window needs exactly one of rolling and yearToDate'],
    [{ rolling: 0 }, 'window.rolling is 0'],
  ])('%j is refused', async (window, problem) => {
    expect(await analytics.refused({ ...asked, window })).toBe(
      `QUERY_INVALID: The query is not valid: ${problem}.`,
    );
  });

  it('is refused where rows have no period', async () => {
    expect(await analytics.refused({ ...asked, window: { rolling: 2 }, groupBy: ['UNIT'] })).toBe(
      'QUERY_INVALID: The query is not valid: a window widens the periods of rows, and these rows have none.',
    );
  });
});

describe('having', () => {
  it.each([
    [{ gte: '51' }, ['C']],
    [{ lte: '50', gte: 50 }, ['A', 'B']],
    [{ isNull: true }, ['D']],
    [{ in: ['100', '50.0'] }, ['A', 'B', 'C']],
    [{ ne: '100' }, ['A', 'B', 'D']],
  ])('%j keeps the rows of %j, with the ranks among all', async (having, codes) => {
    const { rows, totalRows } = await analytics.answer({ ...january, includeEmpty: true, having }, 'rank');
    expect(rows.map(({ unit }) => unit?.code)).toEqual(codes);
    expect(totalRows).toBe(codes.length);
    expect(rows.every(({ unit, rank }) => unit?.code !== 'A' || rank === 2)).toBe(true);
  });

  it('comes before limit', async () => {
    const asked = {
      ...january,
      having: { lte: '50' },
      limit: 1,
      orderBy: [{ by: 'VALUE', direction: 'DESC' }],
    };
    expect(await analytics.said(asked)).toEqual(['A 2022-01: 50']);
  });
});

describe('periods', () => {
  const codesOf = async (periods: Record<string, unknown>, more: Record<string, unknown> = {}) => {
    const { rows } = await analytics.answer({
      indicators: 'classes',
      units: 'A',
      periods,
      includeEmpty: true,
      ...more,
    });
    return rows.map(({ period }) => period?.code);
  };

  it.each([
    [{ codes: ['2022', '2021-H2', '2022-Q3', '2022-08'] }, ['2022', '2021-H2', '2022-Q3', '2022-08']],
    [{ from: '2021-11', to: '2022-02' }, ['2021-11', '2021-12', '2022-01', '2022-02']],
    [{ relative: 'LAST_3_MONTHS', on: '2022-01-31' }, ['2021-10', '2021-11', '2021-12']],
    [{ relative: 'LAST_MONTH' }, ['2029-12']],
  ])('%j are %j', async (periods, codes) => {
    expect(await codesOf(periods)).toEqual(codes);
  });

  it.each([
    [{ from: '2021', to: '2022' }, 'HALF_YEAR', ['2021-H1', '2021-H2', '2022-H1', '2022-H2']],
    [{ from: '2021-Q4', to: '2022-03' }, 'QUARTER', ['2021-Q4', '2022-Q1']],
    [{ relative: 'LAST_2_YEARS', on: '2022-06-30' }, 'YEAR', ['2020', '2021']],
  ])('%j cut by %s are %j', async (periods, granularity, codes) => {
    expect(await codesOf(periods, { granularity })).toEqual(codes);
  });
});

describe('the value and the series of a unit', () => {
  it('are the same answers where one meets the unit, a row for each period', async () => {
    const { data, errors } = await graphql(
      analytics.app,
      `{ partyUnit(code: "A") {
        value(indicator: "classes", period: "2022") { exactValue reports unit { code } }
        series(indicator: "classes", from: "2021-12", to: "2022-02") { period { code } value }
      } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      partyUnit: {
        value: { exactValue: '51', reports: 3, unit: { code: 'A' } },
        series: [
          { period: { code: '2021-12' }, value: null },
          { period: { code: '2022-01' }, value: 50 },
          { period: { code: '2022-02' }, value: 1 },
        ],
      },
    });
  });
});

describe('freshness', () => {
  it('shows a committed change in the very next answer at every level, with another version', async () => {
    const asked = { indicators: 'classes', units: { codes: ['ROOT', 'A', 'A1'] }, periods: '2022-01' };
    const before = await analytics.answer(asked);
    await analytics.database.dataSource.query('update observation set value = 21 where value = 20');
    const after = await analytics.answer(asked);
    await analytics.database.dataSource.query('update observation set value = 20 where value = 21');
    expect(before.rows.map(({ exactValue }) => exactValue)).toEqual(['200', '50', '20']);
    expect(after.rows.map(({ exactValue }) => exactValue)).toEqual(['201', '51', '21']);
    expect(after.dataVersion).not.toBe(before.dataVersion);
  });

  it('keeps the version while nothing changes, and moves it with the date of the structure', async () => {
    const versionOf = async (more: Record<string, unknown>) =>
      (await analytics.answer({ ...january, ...more })).dataVersion;
    expect(await versionOf({})).toBe(await versionOf({}));
    const asOf = (structureDate: string) => versionOf({ structure: 'AS_OF', structureDate });
    expect(await asOf('2022-01-01')).not.toBe(await asOf('2022-01-02'));
  });
});
