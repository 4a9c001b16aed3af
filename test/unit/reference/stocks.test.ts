import { answer } from '../../reference/answer';
import { reported, reports, said, unit, worldOf } from '../../reference/builders';
import type { Fill, Unit } from '../../reference/world';

function stocks(fill: Fill, units: readonly Unit[], values: Record<string, Record<string, string>>) {
  return worldOf({
    units,
    indicators: [reported('members', { periodAggregation: 'LAST', fill })],
    observations: Object.entries(values).flatMap(([unit, ofUnit]) => reports(unit, 'members', ofUnit)),
  });
}

const quarters = {
  indicators: ['members'],
  periods: { codes: ['2021-Q4', '2022-Q1', '2022-Q2', '2022-Q3'] },
};

describe('stocks (rule 3)', () => {
  const tree = [unit('ROOT', null), unit('A', 'ROOT'), unit('B', 'ROOT', { closedOn: '2022-06-30' })];
  const values = { A: { '2021-12': '5', '2022-02': '6' }, B: { '2022-03': '10' } };

  it('carry an older report forward until the unit closes', () => {
    const world = stocks('CARRY_FORWARD', tree, values);
    expect(said(world, { ...quarters, units: { codes: ['ROOT', 'B'] } })).toEqual([
      'ROOT 2021-Q4: 5',
      'ROOT 2022-Q1: 16',
      'B 2022-Q1: 10',
      'ROOT 2022-Q2: 6',
      'ROOT 2022-Q3: 6',
    ]);
  });

  it('let a unit count on its last day', () => {
    const [root, a] = tree;
    const world = stocks(
      'CARRY_FORWARD',
      [...(root && a ? [root, a] : []), unit('B', 'ROOT', { closedOn: '2022-07-01' })],
      values,
    );
    expect(said(world, { ...quarters, units: { codes: ['B'] } })).toEqual(['B 2022-Q1: 10', 'B 2022-Q2: 10']);
  });

  it('count only reports from inside the period without carrying forward', () => {
    const world = stocks('NONE', tree, values);
    expect(said(world, { ...quarters, units: { codes: ['ROOT'] } })).toEqual([
      'ROOT 2021-Q4: 5',
      'ROOT 2022-Q1: 16',
    ]);
    expect(said(world, { ...quarters, units: { codes: ['ROOT'] }, periods: { codes: ['2022'] } })).toEqual([
      'ROOT 2022: 6',
    ]);
  });

  it('follow the query instead of the indicator', () => {
    const world = stocks('NONE', tree, values);
    expect(
      said(world, {
        ...quarters,
        units: { codes: ['A'] },
        periods: { codes: ['2025'] },
        fill: 'CARRY_FORWARD',
      }),
    ).toEqual(['A 2025: 6']);
  });

  it('end with the merged units, and the successor has none until it reports', () => {
    const merging = [
      unit('ROOT', null),
      unit('A', 'ROOT', { closedOn: '2022-01-01', mergedInto: 'C' }),
      unit('B', 'ROOT', { closedOn: '2022-01-01', mergedInto: 'C' }),
      unit('C', 'ROOT', { on: '2022-01-01' }),
    ];
    const world = stocks('CARRY_FORWARD', merging, {
      A: { '2021-12': '5' },
      B: { '2021-10': '7' },
      C: { '2022-04': '11' },
    });
    expect(said(world, { ...quarters, units: { codes: ['C'] } })).toEqual([
      'C 2021-Q4: 12',
      'C 2022-Q2: 11',
      'C 2022-Q3: 11',
    ]);
  });

  it('count one report for each standing series', () => {
    const world = worldOf({
      units: tree,
      indicators: [reported('members', { periodAggregation: 'LAST', dimension: 'grade' })],
      observations: [
        ...reports('A', 'members', { '2021-12': '5', '2022-02': '6' }, 'good'),
        ...reports('A', 'members', { '2021-11': '1' }, 'poor'),
      ],
    });
    const [row] = answer(
      world,
      { indicators: ['members'], units: { codes: ['ROOT'] }, periods: { codes: ['2022'] } },
      '2030-01-01',
    );
    expect(row).toMatchObject({ value: '7', reports: 2, reportedUnits: 1 });
  });
});
