import { Acts, told } from './acts';

let acts: Acts;
beforeAll(async () => {
  acts = await Acts.open();
});
beforeEach(async () => {
  await acts.api.empty();
  await acts.tree('ROOT', 'A < ROOT', 'B < ROOT', 'A1 < A', 'A2 < A', 'B1 < B');
});
afterAll(() => acts.api.close());

const merge = (units: string[], into: object, effectiveOn = '2022-01-01') =>
  acts.act('mergePartyUnits', { units, into, effectiveOn });
const refused = (units: string[], into: object, effectiveOn = '2022-01-01') =>
  acts.refusal('mergePartyUnits', { units, into, effectiveOn });

describe('mergePartyUnits', () => {
  it('into a unit that exists closes the others, whose subordinate units move under it', async () => {
    const { affectedUnits } = await merge(['A'], { code: 'B' });
    expect(affectedUnits.map(({ code }) => code)).toEqual(['B', 'A', 'A1', 'A2']);
    expect(await acts.lives('A', 'A1', 'B')).toEqual([
      'A 2010-01-01..2022-01-01 A < ROOT > B',
      'A1 2010-01-01..2022-01-01 A1 < A',
      'A1 2022-01-01.. A1 < B',
      'B 2010-01-01.. B < ROOT',
    ]);
  });

  it('into a new unit opens it that day, with parent, kind and sector of the first unless told', async () => {
    await acts.api.create('UnitKind', { code: 'cell', name: 'Chi bộ' });
    await acts.api.create('Sector', { code: 'health', name: 'Y tế' });
    await acts.act('reclassifyPartyUnit', {
      unit: 'A',
      kind: 'cell',
      sector: 'health',
      effectiveOn: '2021-01-01',
    });
    await merge(['A', 'B'], { code: 'AB', name: 'Đảng bộ AB', sector: null });
    expect(await acts.lives('A', 'AB', 'A1', 'B1')).toEqual([
      'A 2010-01-01..2021-01-01 A < ROOT',
      'A 2021-01-01..2022-01-01 A < ROOT (cell, health) > AB',
      'A1 2010-01-01..2022-01-01 A1 < A',
      'A1 2022-01-01.. A1 < AB',
      'AB 2022-01-01.. Đảng bộ AB < ROOT (cell)',
      'B1 2010-01-01..2022-01-01 B1 < B',
      'B1 2022-01-01.. B1 < AB',
    ]);
  });

  it('of a unit with one below it puts the successor above both', async () => {
    await merge(['A1', 'A'], { code: 'C', name: 'C' });
    expect(await acts.lives('A', 'A1', 'A2', 'C')).toEqual([
      'A 2010-01-01..2022-01-01 A < ROOT > C',
      'A1 2010-01-01..2022-01-01 A1 < A > C',
      'A2 2010-01-01..2022-01-01 A2 < A',
      'A2 2022-01-01.. A2 < C',
      'C 2022-01-01.. C < ROOT',
    ]);
  });

  it('of a unit into the one above it', async () => {
    await acts.tree('A11 < A1');
    await merge(['A1'], { code: 'A' });
    expect(await acts.lives('A1', 'A11')).toEqual([
      'A1 2010-01-01..2022-01-01 A1 < A > A',
      'A11 2010-01-01..2022-01-01 A11 < A1',
      'A11 2022-01-01.. A11 < A',
    ]);
  });

  it('of what was merged before leads on to the last successor', async () => {
    await merge(['A1'], { code: 'A2' });
    await merge(['A2', 'B1'], { code: 'C', name: 'C', parent: 'B' }, '2023-01-01');
    await merge(['C'], { code: 'B' }, '2024-01-01');
    const { partyUnit } = await acts.api.ask(
      '{ partyUnit(code: "A1") { successor { code successor { code successor { code successor { code } } } } } }',
    );
    expect(partyUnit).toEqual({
      successor: { code: 'A2', successor: { code: 'C', successor: { code: 'B', successor: null } } },
    });
  });

  it.each([
    ['into itself', ['A'], { code: 'A' }, 'unit A cannot be merged into itself'],
    ['into one below it', ['A'], { code: 'A1' }, 'unit A cannot be merged into A1, which stands below it'],
  ])('%s is refused', async (_, units, into, problem) => {
    const message = `The act is not possible: ${problem}.`;
    expect(await refused(units, into)).toEqual({
      code: 'ACT_INVALID',
      message,
      fields: { 'into.code': message },
    });
  });

  it('of an unknown unit, a unit named twice and a code that is taken is refused', async () => {
    expect(await refused(['A', 'X'], { code: 'Y' })).toMatchObject({
      code: 'UNKNOWN_CODE',
      fields: { units: 'Unknown unit code "X".', 'into.code': 'Unknown unit code "Y".' },
    });
    expect(await refused(['A', 'A'], { code: 'B' })).toMatchObject({
      fields: { units: 'must name each unit once' },
    });
    expect(await refused([], { code: 'B' })).toMatchObject({ fields: { units: 'must name at least 1' } });
    expect(await refused(['A'], { code: 'B', name: 'B' })).toMatchObject({ code: 'CODE_TAKEN' });
    expect(await refused(['A'], { code: 'B', sector: 'S' })).toMatchObject({
      fields: { 'into.name': 'must be given for a new unit; one that exists takes no sector' },
    });
  });

  it('into a closed unit, and of a closed unit, is refused', async () => {
    await acts.act('closePartyUnit', { unit: 'B1', effectiveOn: '2021-01-01' });
    expect(await refused(['A1'], { code: 'B1' })).toMatchObject({ code: 'UNIT_NOT_OPEN' });
    expect(await refused(['B1'], { code: 'A1' })).toEqual({
      code: 'UNIT_NOT_OPEN',
      message: 'Unit B1 is not open on 2022-01-01.',
      fields: { units: 'Unit B1 is not open on 2022-01-01.' },
    });
  });

  it('dated before a later change of the unit is refused', async () => {
    await acts.act('movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2023-01-01' });
    expect(await refused(['A1'], { code: 'A2' })).toMatchObject({
      message: 'The act is not possible: unit A1 changes later, on 2023-01-01.',
    });
    expect(await refused(['A'], { code: 'A2' })).toMatchObject({ code: 'ACT_INVALID' });
  });

  it('leaves a unit where it moves later', async () => {
    await acts.act('movePartyUnit', { unit: 'A1', parent: 'ROOT', effectiveOn: '2023-01-01' });
    await merge(['A'], { code: 'B' });
    expect(await acts.lives('A1')).toEqual([
      'A1 2010-01-01..2022-01-01 A1 < A',
      'A1 2022-01-01..2023-01-01 A1 < B',
      'A1 2023-01-01.. A1 < ROOT',
    ]);
  });

  it('is refused where a unit opens or comes under a merged one later', async () => {
    await acts.act('openPartyUnit', { code: 'A3', name: 'A3', parent: 'A', effectiveOn: '2023-01-01' });
    expect(await refused(['A'], { code: 'B' })).toMatchObject({
      code: 'PARENT_NOT_OPEN',
      message: 'Unit A3 would stand under A outside the time that one is open.',
    });
  });

  it('is refused where the successor closed earlier than it would take over', async () => {
    await merge(['A1'], { code: 'A2' }, '2023-01-01');
    expect(await acts.refusal('closePartyUnit', { unit: 'A2', effectiveOn: '2022-06-01' })).toMatchObject({
      code: 'PLACEMENT_INVALID',
      message: 'Unit A1 cannot be merged into A2, which is not open on 2023-01-01.',
    });
  });

  it('warns that the stocks end, and takes what was reported along', async () => {
    await acts.figures('members', 'LAST', { A1: { '2021': '5' }, A2: { '2021': '7', '2022': '8' } });
    await acts.figures('classes', 'SUM', { A1: { '2021': '2' }, A2: { '2021': '3' } });
    const done = await merge(['A1', 'B1'], { code: 'A2' });
    expect(done.warnings).toEqual([
      'The stocks of A1, B1 end on 2022-01-01, and A2 has none until reported: members.',
    ]);
    expect(told(done)).toEqual([
      'A members 2022: 13 -> 8',
      'A2 classes 2021: 3 -> 5',
      'ROOT members 2022: 13 -> 8',
      'A1 members 2022: 5 -> null',
      'A1 classes 2021: 2 -> null',
    ]);
  });

  it('does not warn when those that close report no stock', async () => {
    await acts.figures('members', 'LAST', { A2: { '2021': '7' } });
    expect((await merge(['A1'], { code: 'A2' })).warnings).toEqual([]);
  });
});

describe('splitPartyUnit', () => {
  const split = (into: object[]) =>
    acts.act('splitPartyUnit', { unit: 'A', into, effectiveOn: '2022-01-01' });
  const splitRefused = (into: object[], unit = 'A') =>
    acts.refusal('splitPartyUnit', { unit, into, effectiveOn: '2022-01-01' });
  const [x, y] = [
    { code: 'X', name: 'X' },
    { code: 'Y', name: 'Y' },
  ];

  it('closes the unit and opens others in its place; its subordinate units go to the first', async () => {
    const { affectedUnits } = await split([x, y]);
    expect(affectedUnits.map(({ code }) => code)).toEqual(['A', 'X', 'Y', 'A1', 'A2']);
    expect(await acts.lives('A', 'A1', 'A2', 'X', 'Y')).toEqual([
      'A 2010-01-01..2022-01-01 A < ROOT',
      'A1 2010-01-01..2022-01-01 A1 < A',
      'A1 2022-01-01.. A1 < X',
      'A2 2010-01-01..2022-01-01 A2 < A',
      'A2 2022-01-01.. A2 < X',
      'X 2022-01-01.. X < ROOT',
      'Y 2022-01-01.. Y < ROOT',
    ]);
  });

  it('shares the subordinate units out as told, and places the parts as told', async () => {
    await split([x, { ...y, parent: 'B', children: ['A2'] }]);
    expect(await acts.lives('A1', 'A2', 'Y')).toEqual([
      'A1 2010-01-01..2022-01-01 A1 < A',
      'A1 2022-01-01.. A1 < X',
      'A2 2010-01-01..2022-01-01 A2 < A',
      'A2 2022-01-01.. A2 < Y',
      'Y 2022-01-01.. Y < B',
    ]);
  });

  it('leaves the history with the unit', async () => {
    await acts.figures('classes', 'SUM', { A: { '2021': '3' }, A1: { '2021': '4' } });
    expect(told(await split([x, y]))).toEqual(['A classes 2021: 7 -> 3', 'X classes 2021: null -> 4']);
  });

  it('of a unit that was merged or split before is refused', async () => {
    await merge(['A'], { code: 'B' }, '2021-01-01');
    expect(await splitRefused([x, y])).toEqual({
      code: 'UNIT_NOT_OPEN',
      message: 'Unit A is not open on 2022-01-01.',
      fields: { unit: 'Unit A is not open on 2022-01-01.' },
    });
  });

  it('of a successor works', async () => {
    await merge(['A'], { code: 'B' }, '2021-01-01');
    await acts.act('splitPartyUnit', {
      unit: 'B',
      into: [x, { ...y, children: ['A1', 'B1'] }],
      effectiveOn: '2022-01-01',
    });
    expect(await acts.lives('A', 'A1', 'A2', 'B')).toEqual([
      'A 2010-01-01..2021-01-01 A < ROOT > B',
      'A1 2010-01-01..2021-01-01 A1 < A',
      'A1 2021-01-01..2022-01-01 A1 < B',
      'A1 2022-01-01.. A1 < Y',
      'A2 2010-01-01..2021-01-01 A2 < A',
      'A2 2021-01-01..2022-01-01 A2 < B',
      'A2 2022-01-01.. A2 < X',
      'B 2010-01-01..2022-01-01 B < ROOT',
    ]);
  });

  it.each<[string, object[], object]>([
    ['into one', [x], { fields: { into: 'must name at least 2' } }],
    ['into a code that is taken', [x, { code: 'B', name: 'B' }], { code: 'CODE_TAKEN' }],
    ['into the same code twice', [x, x], { code: 'CODE_TAKEN' }],
    [
      'with a unit that is not below it',
      [x, { ...y, children: ['B1'] }],
      {
        code: 'ACT_INVALID',
        message: 'The act is not possible: "B1" is not a unit directly below A on that day.',
      },
    ],
    [
      'with a unit in two parts',
      [
        { ...x, children: ['A1'] },
        { ...y, children: ['A1'] },
      ],
      { fields: { 'into.1.children': 'has "A1" a second time' } },
    ],
    ['with a part under the unit itself', [x, { ...y, parent: 'A' }], { code: 'PARENT_NOT_OPEN' }],
    ['with a part under a unit that it takes over', [{ ...x, parent: 'A1' }, y], { code: 'PLACEMENT_CYCLE' }],
  ])('%s is refused', async (_, into, refusal) => {
    expect(await splitRefused(into)).toMatchObject(refusal);
  });
});
