import { reported, reports, unit, worldOf } from '../../reference/builders';
import { Analytics } from '../../support/analytics';

let analytics: Analytics;
beforeAll(async () => {
  analytics = await Analytics.open();
});
afterAll(() => analytics.close());

const family = [unit('ROOT', null), unit('A', 'ROOT'), unit('A1', 'A'), unit('A2', 'A'), unit('B', 'ROOT')];

describe('roll-up over units', () => {
  it('counts a unit with children and figures of its own once for each', async () => {
    await analytics.load(
      worldOf({
        units: family,
        indicators: [reported('classes')],
        observations: [
          ...reports('ROOT', 'classes', { '2022-01': '1' }),
          ...reports('A', 'classes', { '2022-01': '10' }),
          ...reports('A1', 'classes', { '2022-01': '100' }),
          ...reports('B', 'classes', { '2022-01': '1000' }),
        ],
      }),
    );
    const units = { codes: ['ROOT', 'A', 'A1', 'A2', 'B'] };
    expect(await analytics.said({ indicators: 'classes', units, periods: '2022-01' })).toEqual([
      'ROOT 2022-01: 1111',
      'A 2022-01: 110',
      'A1 2022-01: 100',
      'B 2022-01: 1000',
    ]);
  });

  it.each([
    ['SUM', '18'],
    ['AVERAGE', '6'],
    ['MIN', '2'],
    ['MAX', '12'],
  ] as const)('%s over the contributors 12, 4 and 2 is %s', async (unitAggregation, value) => {
    await analytics.load(
      worldOf({
        units: family,
        indicators: [reported('score', { unitAggregation })],
        observations: [
          ...reports('A1', 'score', { '2022-01': '4' }),
          ...reports('A2', 'score', { '2022-01': '2' }),
          ...reports('B', 'score', { '2022-01': '12' }),
        ],
      }),
    );
    const said = await analytics.said({ indicators: 'score', units: 'ROOT', periods: '2022-01' });
    expect(said).toEqual([`ROOT 2022-01: ${value}`]);
  });
});

describe('roll-up over time', () => {
  it.each([
    ['SUM', '2022', '15'],
    ['SUM', '2022-Q1', '6'],
    ['LAST', '2022', '9'],
    ['AVERAGE', '2022', '5'],
    ['MIN', '2022', '2'],
    ['MAX', '2022', '9'],
  ] as const)(
    '%s of 2 and 4 in the first quarter and 9 in the second over %s is %s',
    async (periodAggregation, period, value) => {
      await analytics.load(
        worldOf({
          units: [unit('U', null)],
          indicators: [reported('figure', { periodAggregation })],
          observations: reports('U', 'figure', { '2022-01': '2', '2022-02': '4', '2022-05': '9' }),
        }),
      );
      const said = await analytics.said({ indicators: 'figure', units: 'U', periods: period });
      expect(said).toEqual([`U ${period}: ${value}`]);
    },
  );

  it('comes first within each unit, then over units', async () => {
    await analytics.load(
      worldOf({
        units: family,
        indicators: [reported('peak', { periodAggregation: 'MAX' })],
        observations: [
          ...reports('A', 'peak', { '2022-01': '5', '2022-02': '1' }),
          ...reports('B', 'peak', { '2022-01': '1', '2022-02': '5' }),
        ],
      }),
    );
    const said = await analytics.said({ indicators: 'peak', units: 'ROOT', periods: '2022' });
    expect(said).toEqual(['ROOT 2022: 10']);
  });

  it('averages over base periods, never over averages of longer ones', async () => {
    await analytics.load(
      worldOf({
        units: [unit('U', null)],
        indicators: [reported('load', { periodAggregation: 'AVERAGE' })],
        observations: reports('U', 'load', {
          '2022-01': '1',
          '2022-02': '2',
          '2022-03': '3',
          '2022-04': '10',
        }),
      }),
    );
    const said = await analytics.said({
      indicators: 'load',
      units: 'U',
      periods: { codes: ['2022', '2022-Q1', '2022-Q2'] },
    });
    expect(said).toEqual(['U 2022: 4', 'U 2022-Q1: 2', 'U 2022-Q2: 10']);
  });

  it('counts an average with the share of time that its unit was open, so that a merger does not double it', async () => {
    await analytics.load(
      worldOf({
        units: [
          unit('ROOT', null),
          unit('OLD1', 'ROOT', { closedOn: '2022-07-01', mergedInto: 'NEW' }),
          unit('OLD2', 'ROOT', { closedOn: '2022-07-01', mergedInto: 'NEW' }),
          unit('NEW', 'ROOT', { on: '2022-07-01' }),
        ],
        indicators: [reported('staff', { periodAggregation: 'AVERAGE' })],
        observations: [
          ...reports('OLD1', 'staff', { '2022-01': '10' }),
          ...reports('OLD2', 'staff', { '2022-03': '20' }),
          ...reports('NEW', 'staff', { '2022-09': '30' }),
        ],
      }),
    );
    const said = await analytics.said({ indicators: 'staff', units: 'ROOT', periods: '2022' });
    expect(said).toEqual(['ROOT 2022: 30']);
  });

  it('takes a range as one period where rows have no period', async () => {
    await analytics.load(
      worldOf({
        units: [unit('U', null)],
        indicators: [reported('classes')],
        observations: reports('U', 'classes', {
          '2020-12': '1',
          '2021-05': '2',
          '2022-08': '3',
          '2023-01': '4',
        }),
      }),
    );
    const question = { indicators: 'classes', units: 'U', periods: { from: '2021', to: '2022' } };
    const { rows } = await analytics.answer(
      { ...question, groupBy: ['UNIT'] },
      'period { code startsOn endsOn type }',
    );
    expect(rows).toMatchObject([
      {
        exactValue: '5',
        period: { code: '2021..2022', type: null, startsOn: '2021-01-01', endsOn: '2022-12-31' },
      },
    ]);
  });
});

describe('a stock', () => {
  const members = (fill: 'CARRY_FORWARD' | 'NONE') =>
    reported('members', { periodAggregation: 'LAST', fill });
  const world = (fill: 'CARRY_FORWARD' | 'NONE') =>
    worldOf({
      units: [unit('ROOT', null), unit('A', 'ROOT'), unit('B', 'ROOT', { closedOn: '2022-06-15' })],
      indicators: [members(fill)],
      observations: [
        ...reports('A', 'members', { '2021-12': '40', '2022-05': '44' }),
        ...reports('B', 'members', { '2021-11': '7' }),
      ],
    });
  const question = { indicators: 'members', units: 'ROOT', periods: { from: '2022-01', to: '2022-07' } };

  it('stands until a newer report, and until its unit closes, not a day longer', async () => {
    await analytics.load(world('CARRY_FORWARD'));
    expect(await analytics.said(question)).toEqual([
      'ROOT 2022-01: 47',
      'ROOT 2022-02: 47',
      'ROOT 2022-03: 47',
      'ROOT 2022-04: 47',
      'ROOT 2022-05: 51',
      'ROOT 2022-06: 44',
      'ROOT 2022-07: 44',
    ]);
  });

  it('with fill NONE counts only what was reported inside the period', async () => {
    await analytics.load(world('NONE'));
    expect(await analytics.said(question)).toEqual(['ROOT 2022-05: 44']);
    expect(await analytics.said({ ...question, periods: { codes: ['2021', '2022'] } })).toEqual([
      'ROOT 2021: 47',
      'ROOT 2022: 44',
    ]);
  });

  it("takes the query's fill before the indicator's own", async () => {
    await analytics.load(world('NONE'));
    const said = await analytics.said({ ...question, periods: '2022-01', fill: 'CARRY_FORWARD' });
    expect(said).toEqual(['ROOT 2022-01: 47']);
  });

  it('still counts on the last day of a period for a unit that closes the day after', async () => {
    await analytics.load(
      worldOf({
        units: [unit('U', null, { closedOn: '2022-07-01' })],
        indicators: [members('CARRY_FORWARD')],
        observations: reports('U', 'members', { '2022-05': '3' }),
      }),
    );
    const periods = { codes: ['2022-06', '2022-07', '2022-H1', '2022'] };
    expect(await analytics.said({ indicators: 'members', units: 'U', periods })).toEqual([
      'U 2022-06: 3',
      'U 2022-H1: 3',
    ]);
  });
});

describe('null and zero', () => {
  beforeAll(() =>
    analytics.load(
      worldOf({
        units: family,
        indicators: [reported('classes')],
        observations: [
          ...reports('A', 'classes', { '2022-01': '0' }),
          ...reports('B', 'classes', { '2022-02': '-3' }),
        ],
      }),
    ),
  );

  it('gives no row where nothing was reported, and a zero where zero was', async () => {
    const question = { indicators: 'classes', units: { codes: ['A', 'B'] }, periods: '2022-01' };
    expect(await analytics.said(question)).toEqual(['A 2022-01: 0']);
  });

  it('gives every unit and period with null when empty rows are asked for', async () => {
    const question = {
      indicators: 'classes',
      units: { codes: ['A', 'B'] },
      periods: { from: '2022-01', to: '2022-02' },
    };
    expect(await analytics.said({ ...question, includeEmpty: true })).toEqual([
      'A 2022-01: 0',
      'A 2022-02: null',
      'B 2022-01: null',
      'B 2022-02: -3',
    ]);
  });

  it('counts the reports and the different units behind a value', async () => {
    const { rows } = await analytics.answer(
      { indicators: 'classes', units: { codes: ['ROOT', 'A1'] }, periods: '2022', includeEmpty: true },
      'value reports reportedUnits',
    );
    expect(rows).toMatchObject([
      { unit: { code: 'ROOT' }, value: -3, reports: 2, reportedUnits: 2 },
      { unit: { code: 'A1' }, value: null, exactValue: null, reports: 0, reportedUnits: 0 },
    ]);
  });
});

describe('exactness', () => {
  it('adds decimals without the errors of floating-point numbers', async () => {
    await analytics.load(
      worldOf({
        units: family,
        indicators: [reported('money')],
        observations: [
          ...reports('A', 'money', { '2022-01': '0.1' }),
          ...reports('B', 'money', { '2022-01': '0.20' }),
          ...reports('A1', 'money', { '2022-01': '999999999999.000000000001' }),
        ],
      }),
    );
    const { rows } = await analytics.answer(
      { indicators: 'money', units: 'ROOT', periods: '2022-01' },
      'value',
    );
    expect(rows).toMatchObject([{ exactValue: '999999999999.300000000001', value: 999999999999.3 }]);
  });

  it.each([
    ['1', '0', '0', '0.333333333333'],
    ['2', '0', '0', '0.666666666667'],
    ['-2', '0', '0', '-0.666666666667'],
  ])('rounds the average of %s, %s and %s once, half away from zero', async (a, b, c, value) => {
    await analytics.load(
      worldOf({
        units: family,
        indicators: [reported('score', { unitAggregation: 'AVERAGE' })],
        observations: [
          ...reports('A', 'score', { '2022-01': a }),
          ...reports('B', 'score', { '2022-01': b }),
          ...reports('A1', 'score', { '2022-01': c }),
        ],
      }),
    );
    const said = await analytics.said({ indicators: 'score', units: 'ROOT', periods: '2022-01' });
    expect(said).toEqual([`ROOT 2022-01: ${value}`]);
  });
});
