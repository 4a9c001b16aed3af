import { answer } from '../../reference/answer';
import { reported, reports, said, unit, worldOf } from '../../reference/builders';
import type { AnalyticsQuery, UnitSelection } from '../../reference/query';

const indicators = [
  reported('flow', { periodType: 'QUARTER' }),
  reported('stock', { periodType: 'QUARTER', periodAggregation: 'LAST' }),
  reported('average', { periodType: 'QUARTER', periodAggregation: 'AVERAGE' }),
];

function ask(indicator: string, codes: string[], periods: string[], structure: Partial<AnalyticsQuery> = {}) {
  return { indicators: [indicator], units: { codes }, periods: { codes: periods }, ...structure };
}

const asReported = { structure: 'AS_REPORTED' as const };

describe('a unit that moves in July (rule 8)', () => {
  const world = worldOf({
    units: [
      unit('ROOT', null),
      unit('OLD', 'ROOT'),
      unit('NEW', 'ROOT'),
      unit('M', 'OLD', { turns: [{ on: '2022-07-01', parent: 'NEW' }] }),
    ],
    indicators,
    observations: indicators.flatMap(({ code }) =>
      reports('M', code, { '2022-Q1': '1', '2022-Q2': '2', '2022-Q3': '4' }),
    ),
  });

  it('leaves its first half-year with the old parent as reported', () => {
    expect(said(world, ask('flow', ['OLD', 'NEW', 'M'], ['2022'], asReported))).toEqual([
      'OLD 2022: 3',
      'NEW 2022: 4',
      'M 2022: 7',
    ]);
  });

  it('brings its whole stock, and every other measure, to the new one', () => {
    expect(said(world, ask('stock', ['OLD', 'NEW'], ['2022-Q2', '2022'], asReported))).toEqual([
      'OLD 2022-Q2: 2',
      'NEW 2022: 4',
    ]);
    expect(said(world, ask('average', ['OLD', 'NEW'], ['2022'], asReported))).toEqual([
      'NEW 2022: 2.333333333333',
    ]);
  });

  it('counts in the tree of today for all periods', () => {
    expect(said(world, ask('flow', ['OLD', 'NEW'], ['2022']), '2022-07-01')).toEqual(['NEW 2022: 7']);
    expect(said(world, ask('flow', ['OLD', 'NEW'], ['2022']), '2022-06-30')).toEqual(['OLD 2022: 7']);
  });

  it('counts in the tree of a date for all periods', () => {
    const asOf = { structure: 'AS_OF' as const, structureDate: '2015-01-01' };
    expect(said(world, ask('flow', ['OLD', 'NEW'], ['2022'], asOf))).toEqual(['OLD 2022: 7']);
  });
});

describe('merged, closed and later opened units (rule 8)', () => {
  // M1 merges into M2, which merges into the new S; X closes with its child X1, which reports last; Y opens in 2023.
  const world = worldOf({
    units: [
      unit('ROOT', null),
      unit('A', 'ROOT'),
      unit('B', 'ROOT'),
      unit('M1', 'A', { closedOn: '2021-01-01', mergedInto: 'M2' }),
      unit('M2', 'A', { closedOn: '2022-05-16', mergedInto: 'S' }),
      unit('S', 'B', { on: '2022-05-16' }),
      unit('C', 'M2', { turns: [{ on: '2022-05-16', parent: 'S' }] }),
      unit('D', 'M2', { closedOn: '2022-02-01' }),
      unit('X', 'A', { closedOn: '2022-01-01' }),
      unit('X1', 'X', { closedOn: '2022-01-01' }),
      unit('Y', 'B', { on: '2023-01-01' }),
    ],
    indicators,
    observations: indicators.flatMap(({ code }) => [
      ...reports('M1', code, { '2020-Q4': '1' }),
      ...reports('M2', code, { '2022-Q1': '2', '2022-Q2': '3' }),
      ...reports('S', code, { '2022-Q2': '4' }),
      ...reports('C', code, { '2022-Q1': '5' }),
      ...reports('D', code, { '2022-Q1': '6' }),
      ...reports('X1', code, { '2021-Q4': '7' }),
      ...reports('Y', code, { '2023-Q1': '8' }),
    ]),
  });
  const all = ['2020', '2021', '2022', '2023'];
  const sumOfAll = { groupBy: ['UNIT' as const] };

  it('stand in the successor, under the last parent, and under the first', () => {
    expect(said(world, ask('flow', ['ROOT', 'A', 'B', 'S', 'X', 'Y'], all, sumOfAll))).toEqual([
      'ROOT: 36',
      'A: 7',
      'B: 29',
      'S: 21',
      'X: 7',
      'Y: 8',
    ]);
  });

  it('stand where they stood before in the tree of a date before', () => {
    const asOf = { ...sumOfAll, structure: 'AS_OF' as const, structureDate: '2022-05-15' };
    // S, not open yet, stands under its first parent B; M1 stands in M2
    expect(said(world, ask('flow', ['ROOT', 'A', 'B', 'M2'], all, asOf))).toEqual([
      'ROOT: 36',
      'A: 24',
      'B: 12',
      'M2: 17',
    ]);
  });

  it('keep their own history as reported', () => {
    expect(
      said(world, ask('flow', ['M1', 'M2', 'S', 'A', 'B'], ['2020-Q4', '2022-Q1', '2022-Q2'], asReported)),
    ).toEqual([
      'M1 2020-Q4: 1',
      'A 2020-Q4: 1',
      'M2 2022-Q1: 13',
      'A 2022-Q1: 13',
      // the base period ended with M2 in S
      'M2 2022-Q2: 3',
      'S 2022-Q2: 7',
      'B 2022-Q2: 7',
    ]);
  });

  it('count where they stood on their last day when they closed inside the period', () => {
    expect(said(world, ask('average', ['M2', 'S', 'A', 'B'], ['2022-Q2'], asReported))).toEqual([
      'M2 2022-Q2: 3',
      'S 2022-Q2: 4',
      'A 2022-Q2: 3',
      'B 2022-Q2: 4',
    ]);
  });

  it('cannot be asked for once they are merged, but can before and as reported', () => {
    const refusal = expect.objectContaining({
      code: 'UNIT_MERGED',
      message: 'M2 was merged into S on 2022-05-16',
    });
    expect(() => answer(world, ask('flow', ['M2'], all), '2022-05-16')).toThrow(refusal);
    expect(said(world, ask('flow', ['M2'], ['2022']), '2022-05-15')).toEqual(['M2 2022: 16']);
    expect(said(world, ask('flow', ['M2'], ['2022'], asReported))).toEqual(['M2 2022: 16']);
  });

  it.each<[string, UnitSelection, string[]]>([
    ['the children of the root', { under: 'ROOT', relation: 'CHILDREN' }, ['A: 7', 'B: 29']],
    ['the children of S, D among them by way of M2', { under: 'S', relation: 'CHILDREN' }, ['C: 5', 'D: 6']],
    ['the descendants of B', { under: 'B', relation: 'DESCENDANTS' }, ['S: 21', 'C: 5', 'D: 6', 'Y: 8']],
    ['level 3 below B', { under: 'B', relation: 'LEVEL', level: 3 }, ['S: 21', 'Y: 8']],
    ['level 4', { under: 'ROOT', relation: 'LEVEL', level: 4 }, ['C: 5', 'D: 6', 'X1: 7']],
    ['A itself', { under: 'A', relation: 'SELF' }, ['A: 7']],
  ])('give rows to %s', (_, units, rows) => {
    expect(said(world, { indicators: ['flow'], units, periods: { codes: all }, ...sumOfAll })).toEqual(rows);
  });

  it('gives rows as reported to those who stood there at the end of the period', () => {
    const children = (under: string, period: string): AnalyticsQuery => ({
      indicators: ['flow'],
      units: { under, relation: 'CHILDREN' },
      periods: { codes: [period] },
      ...asReported,
      includeEmpty: true,
    });
    expect(said(world, children('B', '2021'))).toEqual([]);
    expect(said(world, children('B', '2022'))).toEqual(['S 2022: 7']);
    expect(said(world, children('M2', '2022-Q1'))).toEqual(['C 2022-Q1: 5', 'D 2022-Q1: 6']);
    expect(said(world, children('M2', '2022-Q2'))).toEqual([]);
  });
});

describe('a split unit (rule 8)', () => {
  it('keeps its history, closed under its last parent', () => {
    const world = worldOf({
      units: [
        unit('ROOT', null),
        unit('P', 'ROOT', { closedOn: '2022-01-01' }),
        unit('N1', 'ROOT', { on: '2022-01-01' }),
        unit('N2', 'ROOT', { on: '2022-01-01' }),
      ],
      indicators,
      observations: [
        ...reports('P', 'flow', { '2021-Q4': '5' }),
        ...reports('N1', 'flow', { '2022-Q1': '2' }),
        ...reports('N2', 'flow', { '2022-Q1': '3' }),
      ],
    });
    const children: UnitSelection = { under: 'ROOT', relation: 'CHILDREN' };
    expect(
      said(world, { indicators: ['flow'], units: children, periods: { codes: ['2021', '2022'] } }),
    ).toEqual(['P 2021: 5', 'N1 2022: 2', 'N2 2022: 3']);
  });
});

describe('kind and sector (rule 9)', () => {
  const world = worldOf({
    units: [
      unit('ROOT', null, { kind: 'k2' }),
      unit('A', 'ROOT', {
        kind: 'k1',
        sector: 's1',
        turns: [{ on: '2022-03-31', kind: 'k2' }],
        closedOn: '2022-09-01',
      }),
      unit('B', 'ROOT', { sector: 's1' }),
    ],
    indicators,
    observations: indicators.flatMap(({ code }) => [
      ...reports('A', code, { '2021-Q4': '1', '2022-Q1': '2', '2022-Q3': '4' }),
      ...reports('B', code, { '2022-Q1': '8' }),
    ]),
  });
  const byKind = { groupBy: ['UNIT' as const, 'PERIOD' as const, 'KIND' as const] };

  it("are the contributor's own, flows at the end of the base period, whatever the structure", () => {
    const rows = ['ROOT 2021 k1: 1', 'ROOT 2022 k2: 6', 'ROOT 2022 -: 8'];
    const asOf = { ...byKind, structure: 'AS_OF' as const, structureDate: '2012-01-01' };
    expect(said(world, ask('flow', ['ROOT'], ['2021', '2022'], byKind))).toEqual(rows);
    expect(said(world, ask('flow', ['ROOT'], ['2021', '2022'], { ...byKind, ...asReported }))).toEqual(rows);
    expect(said(world, ask('flow', ['ROOT'], ['2021', '2022'], asOf))).toEqual(rows);
  });

  it('date everything else at the end of the row, or on the last day of a unit that has closed', () => {
    expect(said(world, ask('average', ['ROOT'], ['2021', '2022'], byKind))).toEqual([
      'ROOT 2021 k1: 1',
      'ROOT 2022 k2: 3',
      'ROOT 2022 -: 8',
    ]);
  });

  it('filter contributors in where, and rows in units', () => {
    expect(said(world, ask('flow', ['ROOT', 'A', 'B'], ['2022'], { where: { kinds: ['k2'] } }))).toEqual([
      'ROOT 2022: 6',
      'A 2022: 6',
    ]);
    expect(
      said(world, ask('flow', ['ROOT', 'A', 'B'], ['2021', '2022'], { where: { kinds: ['k1'] } })),
    ).toEqual(['ROOT 2021: 1', 'A 2021: 1']);
    const narrowed = { units: { codes: ['ROOT', 'A', 'B'], kinds: ['k1'] } };
    expect(said(world, ask('flow', [], ['2022'], narrowed), '2022-03-30')).toEqual(['A 2022: 6']);
    expect(said(world, ask('flow', [], ['2022'], narrowed), '2022-03-31')).toEqual([]);
  });
});
