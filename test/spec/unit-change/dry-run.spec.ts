import { Acts, told } from './acts';

let acts: Acts;
beforeAll(async () => {
  acts = await Acts.open();
});
beforeEach(async () => {
  await acts.api.empty();
  await acts.tree('ROOT', 'A < ROOT', 'B < ROOT', 'A1 < A', 'B1 < B');
  await acts.figures('members', 'LAST', { A1: { '2023': '5', '2024': '7' }, B1: { '2024': '10' } });
  await acts.figures('classes', 'SUM', { A1: { '2023': '2.5' }, B1: { '2023': '4', '2024': '1' } });
});
afterAll(() => acts.api.close());

const every: [string, Record<string, unknown>][] = [
  ['openPartyUnit', { code: 'C', name: 'C', parent: 'A', effectiveOn: '2022-01-01' }],
  ['renamePartyUnit', { unit: 'A', name: 'Đảng bộ A', effectiveOn: '2022-01-01' }],
  ['movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2022-01-01' }],
  ['reclassifyPartyUnit', { unit: 'A', kind: 'cell', effectiveOn: '2022-01-01' }],
  ['mergePartyUnits', { units: ['A'], into: { code: 'B' }, effectiveOn: '2025-01-01' }],
  [
    'splitPartyUnit',
    {
      unit: 'A',
      into: [
        { code: 'X', name: 'X' },
        { code: 'Y', name: 'Y' },
      ],
      effectiveOn: '2025-01-01',
    },
  ],
  ['closePartyUnit', { unit: 'A', moveChildrenTo: 'B', effectiveOn: '2025-01-01' }],
];

describe('a dry run', () => {
  it.each(every)('of %s writes nothing, and answers what the act then does', async (mutation, input) => {
    await acts.api.create('UnitKind', { code: 'cell', name: 'Chi bộ' });
    const before = await acts.everything();
    const tried = await acts.act(mutation, input, true);
    expect(await acts.everything()).toEqual(before);
    const done = await acts.act(mutation, input);
    expect(done).toEqual({ ...tried, change: { ...tried.change, id: expect.any(String) } });
  });

  it('is refused what the act is refused, by the database too', async () => {
    const input = { unit: 'A', parent: 'A1', effectiveOn: '2022-01-01' };
    expect(await acts.refusal('movePartyUnit', input, true)).toMatchObject({ code: 'PLACEMENT_CYCLE' });
  });

  it('shows units that there are not, with those above and below them', async () => {
    const fields = `change { units { code } }
      affectedUnits { code name openedOn closedOn parent { code name } children { code } successor { code } level }`;
    const input = {
      units: ['A', 'B'],
      into: { code: 'AB', name: 'Đảng bộ AB' },
      effectiveOn: '2025-01-01',
    };
    const { acted } = await acts.api.ask(acts.document('mergePartyUnits', fields), { input, dryRun: true });
    const parent = { code: 'ROOT', name: 'ROOT' };
    const closed = { openedOn: '2010-01-01', closedOn: '2025-01-01', parent, children: [], level: 2 };
    const carried = { openedOn: '2010-01-01', closedOn: null, children: [], successor: null, level: 3 };
    const above = { code: 'AB', name: 'Đảng bộ AB' };
    expect(acted).toEqual({
      change: { units: ['AB', 'A', 'B', 'A1', 'B1'].map((code) => ({ code })) },
      affectedUnits: [
        {
          ...above,
          openedOn: '2025-01-01',
          closedOn: null,
          parent,
          children: [{ code: 'A1' }, { code: 'B1' }],
          successor: null,
          level: 2,
        },
        { ...closed, code: 'A', name: 'A', successor: { code: 'AB' } },
        { ...closed, code: 'B', name: 'B', successor: { code: 'AB' } },
        { ...carried, code: 'A1', name: 'A1', parent: above },
        { ...carried, code: 'B1', name: 'B1', parent: above },
      ],
    });
  });
});

describe('effects', () => {
  it('of a move: what the old line loses and the new one gains, for the latest period each indicator has', async () => {
    const acted = await acts.act(
      'movePartyUnit',
      { unit: 'A1', parent: 'B', effectiveOn: '2022-01-01' },
      true,
    );
    expect(told(acted)).toEqual([
      'A members 2024: 7 -> null',
      'A classes 2023: 2.5 -> null',
      'B members 2024: 10 -> 17',
      'B classes 2023: 4 -> 6.5',
    ]);
  });

  it('of a move of a later day: those in the tree of that day', async () => {
    await acts.act('movePartyUnit', { unit: 'B', parent: null, effectiveOn: '2026-01-01' });
    const acted = await acts.act(
      'movePartyUnit',
      { unit: 'A1', parent: 'B', effectiveOn: '2027-01-01' },
      true,
    );
    expect(told(acted)).toEqual([
      'A members 2024: 7 -> null',
      'A classes 2023: 2.5 -> null',
      'ROOT members 2024: 7 -> null',
      'ROOT classes 2023: 2.5 -> null',
      'B members 2024: 10 -> 17',
      'B classes 2023: 4 -> 6.5',
    ]);
  });

  it('of a move that a later one overtook: none today', async () => {
    await acts.act('movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2022-01-01' });
    const acted = await acts.act('movePartyUnit', { unit: 'A1', parent: 'ROOT', effectiveOn: '2020-01-01' });
    expect(told(acted)).toEqual([]);
  });

  it('of a merger: the successor takes over what was reported', async () => {
    const input = { units: ['A'], into: { code: 'B' }, effectiveOn: '2025-01-01' };
    const acted = await acts.act('mergePartyUnits', input, true);
    expect(told(acted)).toEqual(['B members 2024: 10 -> 17', 'A members 2024: 7 -> null']);
    expect(acted.warnings).toEqual([]);
  });

  it('of a closing that hands units over', async () => {
    const input = { unit: 'A', moveChildrenTo: 'B1', effectiveOn: '2025-01-01' };
    expect(told(await acts.act('closePartyUnit', input, true))).toEqual([
      'A members 2024: 7 -> null',
      'A classes 2023: 2.5 -> null',
      'B1 members 2024: 10 -> 17',
      'B1 classes 2023: 4 -> 6.5',
      'B members 2024: 10 -> 17',
      'B classes 2023: 4 -> 6.5',
    ]);
  });

  it('are cut at twenty indicators and two hundred values, which the warnings tell', async () => {
    for (let index = 1; index <= 20; index += 1)
      await acts.figures(`i${index}`, 'SUM', { A1: { '2024': '1' } });
    const parents = Array.from(
      { length: 12 },
      (_, index) => `C${index} < ${index === 0 ? 'ROOT' : `C${index - 1}`}`,
    );
    await acts.tree(...parents);
    const input = { unit: 'A1', parent: 'C11', effectiveOn: '2022-01-01' };
    const { effects, warnings } = await acts.act('movePartyUnit', input, true);
    expect([effects.length, warnings]).toEqual([
      200,
      [
        'Effects are shown for 20 of the 22 indicators that the units report.',
        'The first 200 of 260 effects are shown.',
      ],
    ]);
  });

  it('name both values as numbers and exactly', async () => {
    const fields = 'effects { unit { name } period { code startsOn } before after exactBefore exactAfter }';
    const input = { unit: 'A1', parent: 'B', effectiveOn: '2022-01-01' };
    const { acted } = await acts.api.ask<{ acted: { effects: object[] } }>(
      acts.document('movePartyUnit', fields),
      { input, dryRun: true },
    );
    expect(acted.effects[3]).toEqual({
      unit: { name: 'B' },
      period: { code: '2023', startsOn: '2023-01-01' },
      before: 4,
      after: 6.5,
      exactBefore: '4',
      exactAfter: '6.5',
    });
  });
});
