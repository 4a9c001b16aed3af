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

const decision = { documentNumber: '12-QĐ/ĐU', note: 'Theo nghị quyết' };

describe('openPartyUnit', () => {
  it('opens the unit on the day, as createPartyUnit does on openedOn', async () => {
    const input = { code: 'C', name: 'Chi bộ C', nameEn: 'Cell C', parent: 'A', effectiveOn: '2021-05-17' };
    const fields = `change { type effectiveOn documentNumber note units { code } }
      affectedUnits { code name nameEn openedOn closedOn level parent { code } ancestors { code } }
      effects { before } warnings`;
    const { acted } = await acts.api.ask(acts.document('openPartyUnit', fields), {
      input: { ...input, ...decision },
    });
    expect(acted).toEqual({
      change: { type: 'OPEN', effectiveOn: '2021-05-17', ...decision, units: [{ code: 'C' }] },
      affectedUnits: [
        {
          code: 'C',
          name: 'Chi bộ C',
          nameEn: 'Cell C',
          openedOn: '2021-05-17',
          closedOn: null,
          level: 3,
          parent: { code: 'A' },
          ancestors: [{ code: 'ROOT' }, { code: 'A' }],
        },
      ],
      effects: [],
      warnings: [],
    });
    expect(await acts.lives('C')).toEqual(['C 2021-05-17.. Chi bộ C < A']);
  });

  it('opens a unit that nobody sees before its day', async () => {
    await acts.act('openPartyUnit', { code: 'C', name: 'C', parent: 'A', effectiveOn: '2027-01-01' });
    const { today, then } = await acts.api.ask<Record<'today' | 'then', { children: object[] }>>(
      `{ today: partyUnit(code: "A") { children { code } }
         then: partyUnit(code: "A") { children(asOf: "2027-01-01") { code } } }`,
    );
    expect([today.children, then.children]).toEqual([[{ code: 'A1' }], [{ code: 'A1' }, { code: 'C' }]]);
  });

  it('refuses a code that is taken, also by a closed unit', async () => {
    await acts.act('closePartyUnit', { unit: 'B', effectiveOn: '2020-01-01' });
    const input = { code: 'B', name: 'B', parent: 'A', effectiveOn: '2021-01-01' };
    expect(await acts.refusal('openPartyUnit', input)).toEqual({
      code: 'CODE_TAKEN',
      message: 'Unit code "B" is taken.',
      fields: { code: 'Unit code "B" is taken.' },
    });
  });

  it('refuses a parent that is not open on the day', async () => {
    const input = { code: 'C', name: 'C', parent: 'A', effectiveOn: '2009-12-31' };
    expect(await acts.refusal('openPartyUnit', input)).toMatchObject({
      code: 'PARENT_NOT_OPEN',
      message: 'Unit C would stand under A outside the time that one is open.',
    });
  });

  it('names all unknown codes at once', async () => {
    const input = { code: 'C', name: 'C', parent: 'X', kind: 'K', sector: 'S', effectiveOn: '2021-01-01' };
    const { code, fields } = await acts.refusal('openPartyUnit', input);
    expect([code, Object.keys(fields ?? {})]).toEqual(['UNKNOWN_CODE', ['kind', 'sector', 'parent']]);
  });
});

describe('renamePartyUnit', () => {
  it('splits the state in force on the day', async () => {
    await acts.act('renamePartyUnit', { unit: 'A', name: 'Đảng bộ A', effectiveOn: '2020-07-01' });
    expect(await acts.lives('A')).toEqual([
      'A 2010-01-01..2020-07-01 A < ROOT',
      'A 2020-07-01.. Đảng bộ A < ROOT',
    ]);
  });

  it('on the same day replaces', async () => {
    await acts.act('renamePartyUnit', { unit: 'A', name: 'Wrong', effectiveOn: '2020-07-01' });
    await acts.act('renamePartyUnit', { unit: 'A', name: 'Right', effectiveOn: '2020-07-01' });
    expect(await acts.lives('A')).toEqual([
      'A 2010-01-01..2020-07-01 A < ROOT',
      'A 2020-07-01.. Right < ROOT',
    ]);
  });

  it('that changes nothing is refused', async () => {
    await acts.act('renamePartyUnit', { unit: 'A', name: 'New', effectiveOn: '2020-07-01' });
    expect(
      await acts.refusal('renamePartyUnit', { unit: 'A', name: 'New', effectiveOn: '2022-01-01' }),
    ).toEqual({
      code: 'ACT_CHANGES_NOTHING',
      message: 'The act changes nothing: unit A is so from 2020-07-01 on already.',
    });
  });

  it('keeps the English name that it does not name, and empties it with null', async () => {
    await acts.act('renamePartyUnit', {
      unit: 'A',
      name: 'A',
      nameEn: 'Committee',
      effectiveOn: '2020-01-01',
    });
    await acts.act('renamePartyUnit', { unit: 'A', name: 'A2', effectiveOn: '2021-01-01' });
    await acts.act('renamePartyUnit', { unit: 'A', name: 'A3', nameEn: null, effectiveOn: '2022-01-01' });
    const { early, late } = await acts.api.ask(
      '{ early: partyUnit(code: "A", asOf: "2021-06-01") { name nameEn } late: partyUnit(code: "A") { name nameEn } }',
    );
    expect([early, late]).toEqual([
      { name: 'A2', nameEn: 'Committee' },
      { name: 'A3', nameEn: null },
    ]);
  });
});

describe('movePartyUnit', () => {
  it('takes all below along, and leaves the past where it was', async () => {
    await acts.tree('A11 < A1');
    const { affectedUnits } = await acts.act('movePartyUnit', {
      unit: 'A1',
      parent: 'B',
      effectiveOn: '2020-07-01',
    });
    expect(affectedUnits).toEqual([{ code: 'A1' }]);
    const { before, after } = await acts.api.ask(
      `{ before: partyUnit(code: "A11", asOf: "2020-06-30") { ancestors { code } }
         after: partyUnit(code: "A11", asOf: "2020-07-01") { ancestors { code } } }`,
    );
    expect([before, after]).toEqual([
      { ancestors: [{ code: 'ROOT' }, { code: 'A' }, { code: 'A1' }] },
      { ancestors: [{ code: 'ROOT' }, { code: 'B' }, { code: 'A1' }] },
    ]);
  });

  it('and back makes three states', async () => {
    await acts.act('movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2020-01-01' });
    await acts.act('movePartyUnit', { unit: 'A1', parent: 'A', effectiveOn: '2022-01-01' });
    expect(await acts.lives('A1')).toEqual([
      'A1 2010-01-01..2020-01-01 A1 < A',
      'A1 2020-01-01..2022-01-01 A1 < B',
      'A1 2022-01-01.. A1 < A',
    ]);
  });

  it('with parent null makes a root', async () => {
    await acts.act('movePartyUnit', { unit: 'A', parent: null, effectiveOn: '2020-01-01' });
    expect(await acts.lives('A')).toEqual(['A 2010-01-01..2020-01-01 A < ROOT', 'A 2020-01-01.. A']);
  });

  it('without parent is refused', async () => {
    expect(await acts.refusal('movePartyUnit', { unit: 'A', effectiveOn: '2020-01-01' })).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: { parent: 'must be given: a code, or null for a root' },
    });
  });

  it('of two units into each other is refused, also where they meet only for a time', async () => {
    await acts.act('movePartyUnit', { unit: 'A', parent: 'B', effectiveOn: '2022-01-01' });
    await acts.act('movePartyUnit', { unit: 'A', parent: 'ROOT', effectiveOn: '2023-01-01' });
    const refused = await acts.refusal('movePartyUnit', {
      unit: 'B',
      parent: 'A',
      effectiveOn: '2020-01-01',
    });
    expect(refused).toMatchObject({
      code: 'PLACEMENT_CYCLE',
      message: expect.stringMatching(/^Unit [AB] would stand below itself from 2022-01-01\.$/),
    });
    await acts.act('movePartyUnit', { unit: 'B', parent: 'A', effectiveOn: '2023-01-01' });
  });

  it.each(['A', 'A1'])('of A under %s is refused', async (parent) => {
    expect(
      await acts.refusal('movePartyUnit', { unit: 'A', parent, effectiveOn: '2020-01-01' }),
    ).toMatchObject({
      code: 'PLACEMENT_CYCLE',
    });
  });

  it('to a unit that is closed on the day is refused', async () => {
    await acts.act('closePartyUnit', { unit: 'B', effectiveOn: '2022-01-01' });
    expect(
      await acts.refusal('movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2022-01-01' }),
    ).toMatchObject({ code: 'UNIT_NOT_OPEN', message: 'Unit B is not open on 2022-01-01.' });
    expect(
      await acts.refusal('movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2021-01-01' }),
    ).toMatchObject({
      code: 'PARENT_NOT_OPEN',
      message: 'Unit A1 would stand under B outside the time that one is open.',
    });
  });
});

describe('reclassifyPartyUnit', () => {
  beforeEach(async () => {
    await acts.api.create('UnitKind', { code: 'cell', name: 'Chi bộ' });
    await acts.api.create('Sector', { code: 'health', name: 'Y tế' });
  });

  it('changes kind and sector, each alone if asked', async () => {
    await acts.act('reclassifyPartyUnit', { unit: 'A1', kind: 'cell', effectiveOn: '2020-01-01' });
    await acts.act('reclassifyPartyUnit', { unit: 'A1', sector: 'health', effectiveOn: '2021-01-01' });
    await acts.act('reclassifyPartyUnit', { unit: 'A1', kind: null, effectiveOn: '2022-01-01' });
    expect(await acts.lives('A1')).toEqual([
      'A1 2010-01-01..2020-01-01 A1 < A',
      'A1 2020-01-01..2021-01-01 A1 < A (cell)',
      'A1 2021-01-01..2022-01-01 A1 < A (cell, health)',
      'A1 2022-01-01.. A1 < A (health)',
    ]);
  });

  it('without either is refused', async () => {
    expect(
      await acts.refusal('reclassifyPartyUnit', { unit: 'A1', effectiveOn: '2020-01-01' }),
    ).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
  });
});

describe('an act dated before one that is on record', () => {
  it('leaves what else changed later as it is', async () => {
    await acts.act('renamePartyUnit', { unit: 'A1', name: 'New', effectiveOn: '2022-01-01' });
    await acts.act('movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2020-01-01' });
    expect(await acts.lives('A1')).toEqual([
      'A1 2010-01-01..2020-01-01 A1 < A',
      'A1 2020-01-01..2022-01-01 A1 < B',
      'A1 2022-01-01.. New < B',
    ]);
  });

  it('holds until the same attribute changes', async () => {
    await acts.act('renamePartyUnit', { unit: 'A1', name: 'New', effectiveOn: '2021-01-01' });
    await acts.act('movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2022-01-01' });
    await acts.act('movePartyUnit', { unit: 'A1', parent: 'ROOT', effectiveOn: '2020-01-01' });
    expect(await acts.lives('A1')).toEqual([
      'A1 2010-01-01..2020-01-01 A1 < A',
      'A1 2020-01-01..2021-01-01 A1 < ROOT',
      'A1 2021-01-01..2022-01-01 New < ROOT',
      'A1 2022-01-01.. New < B',
    ]);
  });

  it('holds until an act set the attribute, whatever stood before that', async () => {
    await acts.act('movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2022-01-01' });
    await acts.act('movePartyUnit', { unit: 'A1', parent: 'B', effectiveOn: '2020-01-01' });
    expect(await acts.lives('A1')).toEqual(['A1 2010-01-01..2020-01-01 A1 < A', 'A1 2020-01-01.. A1 < B']);
    await acts.act('movePartyUnit', { unit: 'A1', parent: 'ROOT', effectiveOn: '2021-01-01' });
    expect(await acts.lives('A1')).toEqual([
      'A1 2010-01-01..2020-01-01 A1 < A',
      'A1 2020-01-01..2021-01-01 A1 < B',
      'A1 2021-01-01..2022-01-01 A1 < ROOT',
      'A1 2022-01-01.. A1 < B',
    ]);
  });

  it('is refused before the unit opens', async () => {
    expect(
      await acts.refusal('renamePartyUnit', { unit: 'A1', name: 'X', effectiveOn: '2009-12-31' }),
    ).toEqual({
      code: 'UNIT_NOT_OPEN',
      message: 'Unit A1 is not open on 2009-12-31.',
      fields: { unit: 'Unit A1 is not open on 2009-12-31.' },
    });
  });
});

describe('closePartyUnit', () => {
  it('ends the unit; lists hide it from that day on', async () => {
    await acts.act('closePartyUnit', { unit: 'A1', effectiveOn: '2022-01-01', ...decision });
    expect(await acts.lives('A1')).toEqual(['A1 2010-01-01..2022-01-01 A1 < A']);
    const { partyUnits } = await acts.api.ask(
      '{ partyUnits(sort: [{ field: code, order: ASC }]) { items { code } } }',
    );
    expect(partyUnits).toEqual({ items: [{ code: 'A' }, { code: 'B' }, { code: 'ROOT' }] });
  });

  it('is refused while units stand below it, which it names', async () => {
    expect(await acts.refusal('closePartyUnit', { unit: 'A', effectiveOn: '2022-01-01' })).toEqual({
      code: 'UNIT_HAS_CHILDREN',
      message: 'Unit A has subordinate units that are open on 2022-01-01: A1.',
      fields: { moveChildrenTo: 'Unit A has subordinate units that are open on 2022-01-01: A1.' },
    });
  });

  it('moves them where it is told to', async () => {
    const { affectedUnits } = await acts.act('closePartyUnit', {
      unit: 'A',
      effectiveOn: '2022-01-01',
      moveChildrenTo: 'B',
    });
    expect(affectedUnits).toEqual([{ code: 'A' }, { code: 'A1' }]);
    expect(await acts.lives('A', 'A1')).toEqual([
      'A 2010-01-01..2022-01-01 A < ROOT',
      'A1 2010-01-01..2022-01-01 A1 < A',
      'A1 2022-01-01.. A1 < B',
    ]);
  });

  it.each(['A', 'A1'])('cannot move them to %s', async (moveChildrenTo) => {
    const input = { unit: 'A', effectiveOn: '2022-01-01', moveChildrenTo };
    expect(await acts.refusal('closePartyUnit', input)).toMatchObject({
      code: 'ACT_INVALID',
      fields: {
        moveChildrenTo: `The act is not possible: the units below A cannot go to ${moveChildrenTo}.`,
      },
    });
  });

  it('does not mind units below it that closed before', async () => {
    await acts.act('closePartyUnit', { unit: 'A1', effectiveOn: '2021-01-01' });
    await acts.act('closePartyUnit', { unit: 'A', effectiveOn: '2021-01-01' });
    expect(await acts.lives('A')).toEqual(['A 2010-01-01..2021-01-01 A < ROOT']);
  });

  it('is refused while there are later figures, which it names', async () => {
    await acts.figures('classes', 'SUM', { A1: { '2021': '3', '2022': '4', '2023': '5' } });
    expect(await acts.refusal('closePartyUnit', { unit: 'A1', effectiveOn: '2022-01-01' })).toEqual({
      code: 'UNIT_NOT_OPEN',
      message: 'Unit A1 is not open from 2022-01-01 on, but has figures for classes 2022, classes 2023.',
      fields: {
        effectiveOn:
          'Unit A1 is not open from 2022-01-01 on, but has figures for classes 2022, classes 2023.',
      },
    });
    await acts.act('closePartyUnit', { unit: 'A1', effectiveOn: '2023-01-02' });
  });

  it('is refused twice, on its first day and before a later change', async () => {
    const close = (effectiveOn: string) => acts.refusal('closePartyUnit', { unit: 'A1', effectiveOn });
    expect(await close('2010-01-01')).toMatchObject({
      message: 'The act is not possible: unit A1 opens on 2010-01-01 and cannot end on the same day.',
    });
    await acts.act('renamePartyUnit', { unit: 'A1', name: 'X', effectiveOn: '2024-01-01' });
    expect(await close('2023-01-01')).toMatchObject({
      code: 'ACT_INVALID',
      message: 'The act is not possible: unit A1 changes later, on 2024-01-01.',
    });
    await acts.act('closePartyUnit', { unit: 'A1', effectiveOn: '2024-06-01' });
    expect(await close('2024-03-01')).toMatchObject({
      message: 'The act is not possible: unit A1 closes on 2024-06-01 already.',
    });
    expect(await close('2024-06-01')).toMatchObject({
      code: 'UNIT_NOT_OPEN',
      message: 'Unit A1 is not open on 2024-06-01.',
    });
  });
});
