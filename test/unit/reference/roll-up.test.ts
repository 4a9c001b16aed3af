import { answer } from '../../reference/answer';
import { reported, reports, said, unit, worldOf } from '../../reference/builders';
import type { PeriodAggregation, UnitAggregation } from '../../reference/world';

const tree = [unit('ROOT', null), unit('A', 'ROOT'), unit('B', 'ROOT'), unit('A1', 'A'), unit('A2', 'A')];
const ofRoot = { units: { codes: ['ROOT'] }, periods: { codes: ['2022-Q1'] } };

/** A reports 1, 3, none; A1 2, 2, 8; B 10, none, none, in the first quarter of 2022. */
function worldWith(unitAggregation: UnitAggregation, periodAggregation: PeriodAggregation) {
  return worldOf({
    units: tree,
    indicators: [reported('x', { unitAggregation, periodAggregation })],
    observations: [
      ...reports('A', 'x', { '2022-01': '1', '2022-02': '3' }),
      ...reports('A1', 'x', { '2022-01': '2', '2022-02': '2', '2022-03': '8' }),
      ...reports('B', 'x', { '2022-01': '10' }),
    ],
  });
}

describe('units with children and figures of their own (rule 1)', () => {
  it('count both', () => {
    const units = { codes: ['ROOT', 'A', 'A1', 'A2', 'B'] };
    expect(
      said(worldWith('SUM', 'SUM'), { indicators: ['x'], units, periods: { codes: ['2022-01'] } }),
    ).toEqual(['ROOT 2022-01: 13', 'A 2022-01: 3', 'A1 2022-01: 2', 'B 2022-01: 10']);
  });
});

describe('over time within each unit, then over units (rule 2)', () => {
  // Over time:  SUM A 4, A1 12, B 10   LAST A 3, A1 8, B 10   AVERAGE A 2, A1 4, B 10
  //             MIN A 1, A1 2, B 10    MAX A 3, A1 8, B 10
  it.each<[UnitAggregation, PeriodAggregation, string]>([
    ['SUM', 'SUM', '26'],
    ['SUM', 'LAST', '21'],
    ['SUM', 'AVERAGE', '16'],
    ['SUM', 'MIN', '13'],
    ['SUM', 'MAX', '21'],
    ['AVERAGE', 'SUM', '8.666666666667'],
    ['AVERAGE', 'LAST', '7'],
    ['AVERAGE', 'AVERAGE', '5.333333333333'],
    ['AVERAGE', 'MIN', '4.333333333333'],
    ['AVERAGE', 'MAX', '7'],
    ['MIN', 'SUM', '4'],
    ['MIN', 'LAST', '3'],
    ['MIN', 'AVERAGE', '2'],
    ['MIN', 'MIN', '1'],
    ['MIN', 'MAX', '3'],
    ['MAX', 'SUM', '12'],
    ['MAX', 'LAST', '10'],
    ['MAX', 'AVERAGE', '10'],
    ['MAX', 'MIN', '10'],
    ['MAX', 'MAX', '10'],
  ])('%s over units of %s over time is %s', (unitAggregation, periodAggregation, value) => {
    const world = worldWith(unitAggregation, periodAggregation);
    expect(said(world, { indicators: ['x'], ...ofRoot })).toEqual([`ROOT 2022-Q1: ${value}`]);
  });

  it('takes averages over base periods, never over quarters', () => {
    const world = worldOf({
      units: tree,
      indicators: [reported('x', { periodAggregation: 'AVERAGE' })],
      observations: reports('A1', 'x', { '2022-01': '1', '2022-02': '2', '2022-03': '3', '2022-04': '10' }),
    });
    const query = { indicators: ['x'], units: { codes: ['A1'] }, periods: { codes: ['2022-H1'] } };
    expect(said(world, query)).toEqual(['A1 2022-H1: 4']);
  });

  it('counts an average over time with the share of the period in which the unit was open', () => {
    const world = worldOf({
      units: [
        unit('ROOT', null),
        unit('A', 'ROOT', { closedOn: '2022-02-01', mergedInto: 'C' }),
        unit('B', 'ROOT', { closedOn: '2022-02-01', mergedInto: 'C' }),
        unit('C', 'ROOT', { on: '2022-02-01' }),
      ],
      indicators: [
        reported('members', { periodAggregation: 'AVERAGE' }),
        reported('age', { periodAggregation: 'AVERAGE', unitAggregation: 'AVERAGE' }),
      ],
      observations: ['members', 'age'].flatMap((indicator) => [
        ...reports('A', indicator, { '2022-01': '30' }),
        ...reports('B', indicator, { '2022-01': '60' }),
        ...reports('C', indicator, { '2022-02': '90', '2022-03': '90' }),
      ]),
    });
    // 30 · 1/3 + 60 · 1/3 + 90 · 2/3, and that over 4/3
    expect(said(world, { indicators: ['members', 'age'], ...ofRoot })).toEqual([
      'ROOT 2022-Q1: 90',
      'ROOT 2022-Q1: 67.5',
    ]);
  });

  it('counts the share over the base periods in which any contributor was open', () => {
    const world = worldOf({
      units: [unit('ROOT', null), unit('A', 'ROOT', { on: '2022-03-01' })],
      indicators: [reported('x', { periodAggregation: 'AVERAGE' })],
      observations: reports('A', 'x', { '2022-03': '7' }),
    });
    expect(said(world, { indicators: ['x'], ...ofRoot })).toEqual(['ROOT 2022-Q1: 7']);
  });

  it('counts in full what was open at the end of no base period', () => {
    const world = worldOf({
      units: [unit('ROOT', null), unit('A', 'ROOT', { on: '2022-01-05', closedOn: '2022-01-20' })],
      indicators: [reported('x', { periodAggregation: 'AVERAGE' })],
      observations: reports('A', 'x', { '2022-01': '7' }),
    });
    expect(said(world, { indicators: ['x'], ...ofRoot })).toEqual(['ROOT 2022-Q1: 7']);
  });
});

describe('the breakdown (rule 4)', () => {
  const world = (unitAggregation: UnitAggregation, periodAggregation: PeriodAggregation) =>
    worldOf({
      units: tree,
      indicators: [reported('x', { unitAggregation, periodAggregation, dimension: 'grade' })],
      observations: [
        ...reports('A1', 'x', { '2022-01': '5', '2022-02': '1' }, 'good'),
        ...reports('A1', 'x', { '2022-01': '2', '2022-02': '7' }, 'poor'),
        ...reports('A2', 'x', { '2022-02': '4' }, 'unspecified'),
      ],
    });

  it('adds up to the total', () => {
    const byMember = { ...ofRoot, groupBy: ['MEMBER' as const], breakdown: 'grade' };
    expect(said(world('SUM', 'SUM'), { indicators: ['x'], ...ofRoot })).toEqual(['ROOT 2022-Q1: 19']);
    expect(said(world('SUM', 'SUM'), { indicators: ['x'], ...byMember })).toEqual([
      'good: 6',
      'poor: 9',
      'unspecified: 4',
    ]);
  });

  it('has a row for every member when empty rows are asked for', () => {
    const byMember = { ...ofRoot, groupBy: ['MEMBER' as const], breakdown: 'grade', includeEmpty: true };
    const query = { indicators: ['x'], ...byMember, periods: { codes: ['2022-01'] } };
    expect(said(world('SUM', 'SUM'), query)).toEqual(['good: 5', 'poor: 2', 'unspecified: null']);
    expect(said(world('SUM', 'SUM'), { ...query, where: { members: ['poor'] } })).toEqual(['poor: 2']);
  });

  it('takes the last report of each member on its own', () => {
    expect(said(world('SUM', 'LAST'), { indicators: ['x'], ...ofRoot })).toEqual(['ROOT 2022-Q1: 12']);
  });

  it('sums the averages of the members', () => {
    expect(said(world('MAX', 'AVERAGE'), { indicators: ['x'], ...ofRoot })).toEqual(['ROOT 2022-Q1: 7.5']);
  });

  it('takes least and greatest of totals, over time and over units', () => {
    expect(said(world('MIN', 'MIN'), { indicators: ['x'], ...ofRoot })).toEqual(['ROOT 2022-Q1: 4']);
    expect(said(world('MAX', 'MAX'), { indicators: ['x'], ...ofRoot })).toEqual(['ROOT 2022-Q1: 8']);
  });

  it('is filtered first', () => {
    const good = { ...ofRoot, where: { members: ['good'] } };
    expect(said(world('MAX', 'MAX'), { indicators: ['x'], ...good })).toEqual(['ROOT 2022-Q1: 5']);
  });
});

describe('null is "not reported", 0 is zero (rule 6)', () => {
  const world = worldOf({
    units: tree,
    indicators: [reported('x')],
    observations: [
      ...reports('A1', 'x', { '2022-01': '0' }),
      ...reports('B', 'x', { '2022-01': '-3', '2022-02': '3' }),
    ],
  });
  const query = {
    indicators: ['x'],
    units: { codes: ['A', 'A2', 'B'] },
    periods: { codes: ['2022-01', '2022-03'] },
  };

  it('gives no row to what is not reported', () => {
    expect(said(world, query)).toEqual(['A 2022-01: 0', 'B 2022-01: -3']);
  });

  it('gives every unit and period a row when asked', () => {
    expect(said(world, { ...query, includeEmpty: true })).toEqual([
      'A 2022-01: 0',
      'A2 2022-01: null',
      'B 2022-01: -3',
      'A 2022-03: null',
      'A2 2022-03: null',
      'B 2022-03: null',
    ]);
  });

  it('counts reports and distinct units', () => {
    const [row] = answer(world, { indicators: ['x'], ...ofRoot }, '2030-01-01');
    expect(row).toEqual({
      indicator: 'x',
      unit: 'ROOT',
      period: '2022-Q1',
      value: '0',
      numerator: null,
      denominator: null,
      reports: 3,
      reportedUnits: 2,
      share: null,
      rank: 1,
    });
  });
});
