import { Acts } from './acts';

let acts: Acts;
beforeAll(async () => {
  acts = await Acts.open();
});
beforeEach(async () => {
  await acts.api.empty();
  await acts.tree('ROOT', 'A < ROOT', 'B < ROOT', 'A1 < A');
});
afterAll(() => acts.api.close());

const settle = async (...promises: Promise<unknown>[]) =>
  (await Promise.allSettled(promises)).map(({ status }) => status).sort();

describe('two acts at once', () => {
  it('that would put two units below each other: one of them is refused', async () => {
    const outcome = await settle(
      acts.act('movePartyUnit', { unit: 'A', parent: 'B', effectiveOn: '2022-01-01' }),
      acts.act('movePartyUnit', { unit: 'B', parent: 'A', effectiveOn: '2022-01-01' }),
    );
    expect(outcome).toEqual(['fulfilled', 'rejected']);
  });

  it('on one unit follow each other, and both are kept', async () => {
    await Promise.all([
      acts.act('renamePartyUnit', { unit: 'A1', name: 'New', effectiveOn: '2022-01-01' }),
      acts.act('movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2020-01-01' }),
      acts.act('movePartyUnit', { unit: 'A1', parent: 'ROOT', effectiveOn: '2023-01-01' }),
    ]);
    expect(await acts.lives('A1')).toEqual([
      'A1 2010-01-01..2020-01-01 A1 < A',
      'A1 2020-01-01..2022-01-01 A1 < B',
      'A1 2022-01-01..2023-01-01 New < B',
      'A1 2023-01-01.. New < ROOT',
    ]);
  });

  it('that open the same code: one of them is refused', async () => {
    const open = { code: 'C', name: 'C', parent: 'A', effectiveOn: '2022-01-01' };
    expect(await settle(acts.act('openPartyUnit', open), acts.act('openPartyUnit', open))).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  it('of which one closes the parent that the other moves to: nothing is left under a closed unit', async () => {
    await settle(
      acts.act('closePartyUnit', { unit: 'B', effectiveOn: '2022-01-01' }),
      acts.act('movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2021-01-01' }),
    );
    const [{ wrong }] = await acts.api.database.dataSource.query(
      `select count(*)::int as wrong from unit_placement placement
       join party_unit parent on parent.id = placement.parent_id
       where not daterange(parent.opened_on, parent.closed_on) @> daterange(placement.effective_on, placement.ended_on)`,
    );
    expect(wrong).toBe(0);
  });

  it('and dry runs among figures that are being written do not stand in each other’s way', async () => {
    await acts.figures('classes', 'SUM', { A1: { '2021': '1' } });
    const write = (period: string) =>
      acts.api.create('Observation', { unit: 'A1', indicator: 'classes', period, numeric: '1' }, 'id');
    const moves = ['B', 'ROOT', 'B', 'ROOT'].map((parent) =>
      acts.act('movePartyUnit', { unit: 'A1', parent, effectiveOn: '2022-01-01' }, true),
    );
    await Promise.all([...moves, ...['2015', '2016', '2017', '2018', '2019', '2020'].map(write)]);
  });
});

describe('a version', () => {
  it('that moved on since is a conflict', async () => {
    await acts.act('renamePartyUnit', { unit: 'A1', name: 'Theirs', effectiveOn: '2022-01-01', version: 1 });
    const ours = { unit: 'A1', name: 'Ours', effectiveOn: '2022-01-01', version: 1 };
    expect(await acts.refusal('renamePartyUnit', ours)).toEqual({
      code: 'CONFLICT',
      message: 'Unit A1 was changed by someone else: you have version 1, the current one is 2.',
    });
  });

  it('of a unit moves with each act that changes it', async () => {
    await acts.act('closePartyUnit', { unit: 'A', moveChildrenTo: 'B', effectiveOn: '2022-01-01' });
    const { a, b, a1 } = await acts.api.ask(
      '{ a: partyUnit(code: "A") { version } b: partyUnit(code: "B") { version } a1: partyUnit(code: "A1") { version } }',
    );
    expect([a, b, a1]).toEqual([{ version: 2 }, { version: 1 }, { version: 2 }]);
  });
});

describe('the number of statements', () => {
  it('does not grow with the units that go along', async () => {
    const statements = () =>
      acts.api.statementsOf(acts.document('closePartyUnit'), {
        input: { unit: 'A', moveChildrenTo: 'B', effectiveOn: '2022-01-01' },
        dryRun: true,
      });
    await acts.figures('classes', 'SUM', { A1: { '2021': '1' } });
    const one = await statements();
    await acts.tree(...Array.from({ length: 30 }, (_, index) => `A${index + 2} < A`));
    expect(await statements()).toBe(one);
    expect(one).toBeLessThan(45);
  });
});

describe('hostile input', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['a null character', 'renamePartyUnit', { unit: 'A\u0000', name: 'X', effectiveOn: '2022-01-01' }],
    [
      'SQL in a code',
      'renamePartyUnit',
      { unit: "A'; drop table party_unit; --", name: 'X', effectiveOn: '2022-01-01' },
    ],
    ['a blank name', 'renamePartyUnit', { unit: 'A', name: ' ', effectiveOn: '2022-01-01' }],
    ['a name of two lines', 'renamePartyUnit', { unit: 'A', name: 'A\nB', effectiveOn: '2022-01-01' }],
    ['a name too long', 'renamePartyUnit', { unit: 'A', name: 'x'.repeat(501), effectiveOn: '2022-01-01' }],
    ['a day that there is not', 'renamePartyUnit', { unit: 'A', name: 'X', effectiveOn: '2022-02-30' }],
    ['a day of another age', 'renamePartyUnit', { unit: 'A', name: 'X', effectiveOn: '2201-01-01' }],
    [
      'a decision too long',
      'closePartyUnit',
      { unit: 'A1', effectiveOn: '2022-01-01', documentNumber: 'x'.repeat(201) },
    ],
    [
      'a wrong code of a part',
      'splitPartyUnit',
      {
        unit: 'A',
        effectiveOn: '2022-01-01',
        into: [
          { code: ' ', name: 'X' },
          { code: 'Y', name: '' },
        ],
      },
    ],
    [
      'no name for a new unit',
      'mergePartyUnits',
      { units: ['A1'], effectiveOn: '2022-01-01', into: { code: 'N', name: null } },
    ],
    [
      'too many units',
      'mergePartyUnits',
      {
        units: Array.from({ length: 201 }, (_, i) => `U${i}`),
        effectiveOn: '2022-01-01',
        into: { code: 'B' },
      },
    ],
  ])('with %s is refused with a code, and writes nothing', async (_, mutation, input) => {
    const before = await acts.everything();
    const { code } = await acts.refusal(mutation, input);
    expect(['VALIDATION_FAILED', 'UNKNOWN_CODE', 'BAD_USER_INPUT']).toContain(code);
    expect(await acts.everything()).toEqual(before);
  });
});
