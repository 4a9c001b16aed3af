import { Acts, told } from './acts';

let acts: Acts;
beforeAll(async () => {
  acts = await Acts.open();
});
beforeEach(async () => {
  await acts.api.empty();
  await acts.api.create('UnitKind', { code: 'cell', name: 'Chi bộ' });
  await acts.tree('ROOT', 'A < ROOT', 'B < ROOT', 'A1 < A', 'A2 < A', 'B1 < B');
  await acts.figures('members', 'LAST', { A1: { '2021': '5' }, B1: { '2021': '10' } });
});
afterAll(() => acts.api.close());

const every: [string, Record<string, unknown>][] = [
  ['openPartyUnit', { code: 'C', name: 'C', parent: 'A', effectiveOn: '2022-01-01' }],
  ['renamePartyUnit', { unit: 'A', name: 'Đảng bộ A', effectiveOn: '2020-01-01' }],
  ['movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2020-01-01' }],
  ['reclassifyPartyUnit', { unit: 'A', kind: 'cell', effectiveOn: '2020-01-01' }],
  ['mergePartyUnits', { units: ['A'], into: { code: 'B' }, effectiveOn: '2022-01-01' }],
  ['mergePartyUnits', { units: ['A', 'B'], into: { code: 'AB', name: 'AB' }, effectiveOn: '2022-01-01' }],
  [
    'splitPartyUnit',
    {
      unit: 'A',
      into: [
        { code: 'X', name: 'X' },
        { code: 'Y', name: 'Y' },
      ],
      effectiveOn: '2022-01-01',
    },
  ],
  ['closePartyUnit', { unit: 'A', moveChildrenTo: 'B', effectiveOn: '2022-01-01' }],
];

describe('undoUnitChange', () => {
  it.each(every)('takes %s back, even one dated before others', async (mutation, input) => {
    await acts.act('renamePartyUnit', { unit: 'A1', name: 'Later', effectiveOn: '2023-01-01' });
    await acts.act('movePartyUnit', { unit: 'A1', parent: 'ROOT', effectiveOn: '2024-01-01' });
    const lives = await acts.lives();
    const { changes } = (await acts.everything()) as { changes: unknown };
    const { change, effects } = await acts.act(mutation, input);
    const tried = await acts.undo(change.id, true);
    const undone = await acts.undo(change.id);
    expect(await acts.lives()).toEqual(lives);
    expect(await acts.everything()).toMatchObject({ changes });
    expect(undone).toEqual(tried);
    const back = effects.map((effect) => ({
      ...effect,
      exactBefore: effect.exactAfter,
      exactAfter: effect.exactBefore,
    }));
    expect(new Set(undone.effects.map((effect) => JSON.stringify(effect)))).toEqual(
      new Set(back.map((effect) => JSON.stringify(effect))),
    );
  });

  it('of createPartyUnit takes the unit away', async () => {
    const { partyUnit } = await acts.api.ask<{ partyUnit: { changes: { id: string }[] } }>(
      '{ partyUnit(code: "A2") { changes { id } } }',
    );
    const { affectedUnits } = await acts.undo(partyUnit.changes[0]?.id ?? '');
    expect(affectedUnits).toEqual([{ code: 'A2' }]);
    expect(await acts.lives('A2')).toEqual([]);
  });

  it('goes back through several acts, the latest first', async () => {
    const first = await acts.act('movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2022-01-01' });
    const second = await acts.act('mergePartyUnits', {
      units: ['B'],
      into: { code: 'A' },
      effectiveOn: '2023-01-01',
    });
    expect(await acts.undoRefusal(first.change.id)).toEqual({
      code: 'UNDO_REFUSED',
      message: `Act ${first.change.id} cannot be undone: unit A1 was changed again by act ${second.change.id} (MERGE on 2023-01-01).`,
    });
    await acts.undo(second.change.id);
    await acts.undo(first.change.id);
    expect(await acts.lives('A1', 'B', 'B1')).toEqual([
      'A1 2010-01-01.. A1 < A',
      'B 2010-01-01.. B < ROOT',
      'B1 2010-01-01.. B1 < B',
    ]);
  });

  it('tells what changes back', async () => {
    const { change } = await acts.act('movePartyUnit', {
      unit: 'A1',
      parent: 'B',
      effectiveOn: '2022-01-01',
    });
    expect(told(await acts.undo(change.id, true))).toEqual([
      'B members 2021: 15 -> 10',
      'A members 2021: null -> 5',
    ]);
  });

  it('is refused while a unit that the act opened has figures or units below it', async () => {
    const { change } = await acts.act('mergePartyUnits', {
      units: ['A'],
      into: { code: 'C', name: 'C' },
      effectiveOn: '2022-01-01',
    });
    await acts.tree();
    await acts.api.create(
      'Observation',
      { unit: 'C', indicator: 'members', period: '2022', numeric: '3' },
      'id',
    );
    await acts.act('openPartyUnit', { code: 'C9', name: 'C9', parent: 'C', effectiveOn: '2023-01-01' });
    expect(await acts.undoRefusal(change.id)).toEqual({
      code: 'IN_USE',
      message: 'Unit C is in use: 1 observation, 1 subordinate unit.',
    });
    expect(await acts.lives('C')).toEqual(['C 2022-01-01.. C < ROOT']);
  });

  it('is refused where what it puts back no longer fits the units around', async () => {
    const { change } = await acts.act('movePartyUnit', {
      unit: 'B1',
      parent: 'A',
      effectiveOn: '2022-01-01',
    });
    await acts.act('closePartyUnit', { unit: 'B', effectiveOn: '2023-01-01' });
    expect(await acts.undoRefusal(change.id)).toMatchObject({
      code: 'PARENT_NOT_OPEN',
      message: 'Unit B1 would stand under B outside the time that one is open.',
    });
  });

  it('of an opening is refused after any other act on the unit', async () => {
    const { change } = await acts.act('openPartyUnit', { code: 'C', name: 'C', effectiveOn: '2022-01-01' });
    await acts.act('renamePartyUnit', { unit: 'C', name: 'C2', effectiveOn: '2023-01-01' });
    expect(await acts.undoRefusal(change.id)).toMatchObject({
      code: 'UNDO_REFUSED',
      message: expect.stringContaining('unit C was changed again by act'),
    });
  });

  it('is refused when a correction since would be lost', async () => {
    const { change } = await acts.act('movePartyUnit', {
      unit: 'A1',
      parent: 'B',
      effectiveOn: '2022-01-01',
    });
    await acts.api.ask('mutation { updatePartyUnit(id: 4, version: 2, input: { name: "Right" }) { id } }');
    expect(await acts.undoRefusal(change.id)).toEqual({
      code: 'UNDO_REFUSED',
      message: `Act ${change.id} cannot be undone: unit A1 was corrected since, which would be lost.`,
    });
  });

  it('is refused for what was recorded without what it replaced', async () => {
    await acts.api.database.dataSource.query(
      `with act as (insert into unit_change (type, effective_on) values ('MOVE', '2020-01-01') returning id)
       insert into unit_change_unit (change_id, unit_id) select id, 4 from act`,
    );
    const { partyUnit } = await acts.api.ask<{ partyUnit: { changes: { id: string }[] } }>(
      '{ partyUnit(code: "A1") { changes { id } } }',
    );
    expect(await acts.undoRefusal(partyUnit.changes[1]?.id ?? '')).toMatchObject({
      code: 'UNDO_REFUSED',
      message: expect.stringMatching(/what it replaced was not recorded\.$/),
    });
  });

  it.each([
    ['999', 'NOT_FOUND', 'There is no act with id 999.'],
    ['x', 'VALIDATION_FAILED', 'The input is not valid: id has "x", which is not an id.'],
  ])('of act %s is refused', async (id, code, message) => {
    expect(await acts.undoRefusal(id)).toMatchObject({ code, message });
  });

  it('twice finds nothing the second time', async () => {
    const { change } = await acts.act('renamePartyUnit', { unit: 'A', name: 'X', effectiveOn: '2022-01-01' });
    await acts.undo(change.id);
    expect(await acts.undoRefusal(change.id)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
