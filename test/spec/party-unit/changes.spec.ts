import { Api } from '../../support/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
beforeEach(async () => {
  await api.empty();
  await api.create('PartyUnit', { code: 'ROOT', name: 'Root', openedOn: '2010-01-01' });
});
afterAll(() => api.close());

const create = 'mutation ($input: CreatePartyUnitInput!) { createPartyUnit(input: $input) { id } }';
const unit = { code: 'A', name: 'A', parent: 'ROOT', openedOn: '2020-01-01' };

/** Corrects the unit A, which has id 2 and was not changed before. */
function update(
  input: Record<string, unknown>,
  fields = 'id',
  version = 1,
): [string, Record<string, unknown>] {
  const document = `mutation ($input: UpdatePartyUnitInput!, $version: Int!) {
    updatePartyUnit(id: 2, input: $input, version: $version) { ${fields} }
  }`;
  return [document, { input, version }];
}

/** The placements of the unit A, a line each: from, until, name and parent. */
async function placements(): Promise<string[]> {
  const rows: { line: string }[] = await api.database.dataSource.query(
    `select concat_ws(' ', effective_on, coalesce(ended_on::text, 'open'), name, parent_id) as line
     from unit_placement where unit_id = 2 order by effective_on`,
  );
  return rows.map(({ line }) => line);
}

describe('createPartyUnit', () => {
  it('opens the unit with its first placement and writes down the act', async () => {
    await api.create('UnitKind', { code: 'cell', name: 'Chi bộ' });
    await api.create('Sector', { code: 'health', name: 'Y tế' });
    const input = { ...unit, kind: 'cell', sector: 'health', documentNumber: '12-QĐ/ĐU', note: 'Thành lập' };
    const created = await api.create(
      'PartyUnit',
      input,
      `code name openedOn closedOn level kind { code } sector { code } parent { code }
       changes { type effectiveOn documentNumber note }`,
    );
    expect(created).toEqual({
      code: 'A',
      name: 'A',
      openedOn: '2020-01-01',
      closedOn: null,
      level: 2,
      kind: { code: 'cell' },
      sector: { code: 'health' },
      parent: { code: 'ROOT' },
      changes: [{ type: 'OPEN', effectiveOn: '2020-01-01', documentNumber: '12-QĐ/ĐU', note: 'Thành lập' }],
    });
    expect(await placements()).toEqual(['2020-01-01 open A 1']);
  });

  it.each([
    ['kind', 'kind'],
    ['sector', 'sector'],
    ['parent', 'unit'],
  ])('refuses an unknown %s at its field, and writes nothing', async (field, resource) => {
    const message = `Unknown ${resource} code "NONE".`;
    expect(await api.refusal(create, { input: { ...unit, [field]: 'NONE' } })).toEqual({
      code: 'UNKNOWN_CODE',
      message,
      fields: { [field]: message },
    });
    expect(await api.ask('{ partyUnits(includeClosed: true) { total } }')).toEqual({
      partyUnits: { total: 1 },
    });
  });

  it('names all unknown codes at once', async () => {
    const { fields } = await api.refusal(create, { input: { ...unit, kind: 'K', sector: 'S', parent: 'P' } });
    expect(Object.keys(fields ?? {})).toEqual(['kind', 'sector', 'parent']);
  });

  it('refuses a parent that is not open for as long', async () => {
    const message = 'Unit A would stand under ROOT outside the time that one is open.';
    expect(await api.refusal(create, { input: { ...unit, openedOn: '2009-12-31' } })).toEqual({
      code: 'PARENT_NOT_OPEN',
      message,
      fields: { parent: message },
    });
  });

  it.each([
    ['openedOn', { openedOn: '1899-12-31' }, 'must be a day from 1900-01-01 to 2200-01-01'],
    ['closedOn', { closedOn: '2201-01-01' }, 'must be a day from 1900-01-01 to 2200-01-01'],
    ['closedOn', { closedOn: '2020-01-01' }, 'must be after openedOn'],
    ['documentNumber', { documentNumber: 'x'.repeat(201) }, 'must be at most 200 characters long'],
    ['note', { note: 'x'.repeat(4001) }, 'must be at most 4000 characters long'],
    ['note', { note: 'a\u0000b' }, 'must not contain the null character'],
  ])('refuses a wrong %s', async (field, wrong, message) => {
    expect(await api.refusal(create, { input: { ...unit, ...wrong } })).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: { [field]: message },
    });
  });

  it.each(['2020-02-30', '2020-1-1', '20200101', 'today', 20200101])(
    'refuses %j, which is no day',
    async (openedOn) => {
      expect(await api.refusal(create, { input: { ...unit, openedOn } })).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    },
  );
});

describe('updatePartyUnit', () => {
  beforeEach(() => api.create('PartyUnit', { ...unit, closedOn: '2024-01-01' }));

  it('corrects the latest state without making history', async () => {
    await api.create('PartyUnit', { code: 'B', name: 'B', openedOn: '2010-01-01' });
    const [document, variables] = update(
      { name: 'A2', nameEn: 'A2', parent: 'B' },
      'name nameEn parent { code } version changes { type }',
    );
    expect(await api.ask(document, variables)).toEqual({
      updatePartyUnit: {
        name: 'A2',
        nameEn: 'A2',
        parent: { code: 'B' },
        version: 2,
        changes: [{ type: 'OPEN' }],
      },
    });
    expect(await placements()).toEqual(['2020-01-01 2024-01-01 A2 3']);
  });

  it('moves the first placement and the act with openedOn, the last with closedOn', async () => {
    await api.ask(...update({ openedOn: '2019-01-01', closedOn: '2025-01-01' }));
    expect(await placements()).toEqual(['2019-01-01 2025-01-01 A 1']);
    const { partyUnit } = await api.ask(
      '{ partyUnit(code: "A") { openedOn closedOn changes { effectiveOn } } }',
    );
    expect(partyUnit).toEqual({
      openedOn: '2019-01-01',
      closedOn: '2025-01-01',
      changes: [{ effectiveOn: '2019-01-01' }],
    });
  });

  it('leaves the date of an act to the other units that it opened', async () => {
    await api.create('PartyUnit', { ...unit, code: 'B', documentNumber: '12-QĐ/ĐU' });
    const together = `update unit_change_unit set change_id = (select change_id from unit_change_unit where unit_id = 3)
      where unit_id = 2`;
    await api.database.dataSource.query(together);
    await api.ask(...update({ openedOn: '2019-01-01' }));
    const of = (code: string) =>
      `${code}: partyUnit(code: "${code}") { changes { effectiveOn documentNumber } }`;
    expect(await api.ask(`{ ${of('A')} ${of('B')} }`)).toEqual({
      A: { changes: [{ effectiveOn: '2019-01-01', documentNumber: '12-QĐ/ĐU' }] },
      B: { changes: [{ effectiveOn: '2020-01-01', documentNumber: '12-QĐ/ĐU' }] },
    });
  });

  it('opens the unit again with closedOn null', async () => {
    await api.ask(...update({ closedOn: null }));
    expect(await placements()).toEqual(['2020-01-01 open A 1']);
  });

  it('empties kind, sector and parent with null', async () => {
    expect(
      await api.ask(...update({ parent: null, kind: null, sector: null }, 'parent { code } level')),
    ).toEqual({
      updatePartyUnit: { parent: null, level: 1 },
    });
  });

  it('leaves the other states of a unit with a history as they are', async () => {
    await api.database.dataSource.transaction(async (manager) => {
      await manager.query(`update unit_placement set ended_on = '2022-01-01' where unit_id = 2`);
      await manager.query(
        `insert into unit_placement (unit_id, effective_on, ended_on, name, parent_id)
         values (2, '2022-01-01', '2024-01-01', 'Later', 1)`,
      );
    });
    await api.ask(...update({ name: 'Right', openedOn: '2019-01-01', closedOn: '2024-06-01' }));
    expect(await placements()).toEqual(['2019-01-01 2022-01-01 A 1', '2022-01-01 2024-06-01 Right 1']);

    expect(await api.refusal(...update({ openedOn: '2022-01-01' }, 'id', 2))).toMatchObject({
      fields: { openedOn: 'must be before 2022-01-01, when the next state of the unit begins' },
    });
    expect(await api.refusal(...update({ closedOn: '2022-01-01' }, 'id', 2))).toMatchObject({
      fields: { closedOn: 'must be after 2022-01-01, when the latest state of the unit begins' },
    });
  });

  it('refuses a circle', async () => {
    await api.create('PartyUnit', {
      code: 'A1',
      name: 'A1',
      parent: 'A',
      openedOn: '2020-01-01',
      closedOn: '2024-01-01',
    });
    expect(await api.refusal(...update({ parent: 'A1' }))).toMatchObject({
      code: 'PLACEMENT_CYCLE',
      fields: { parent: expect.stringMatching(/^Unit A1? would stand below itself from 2020-01-01\.$/) },
    });
    expect(await api.refusal(...update({ parent: 'A' }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: { parent: 'must not be the unit itself' },
    });
  });

  it('refuses to close a unit before its subordinate units and figures', async () => {
    await api.create('PartyUnit', {
      code: 'A1',
      name: 'A1',
      parent: 'A',
      openedOn: '2020-01-01',
      closedOn: '2024-01-01',
    });
    expect(await api.refusal(...update({ closedOn: '2023-01-01' }))).toMatchObject({
      code: 'PARENT_NOT_OPEN',
    });
  });

  it('shows both values when someone else changed it first', async () => {
    await api.ask(...update({ name: 'Theirs' }));
    expect(await api.failure(...update({ name: 'Ours' }))).toMatchObject({
      code: 'CONFLICT',
      message: 'Unit A was changed by someone else: you have version 1, the current one is 2.',
      current: { name: 'Theirs', parent: 'ROOT', openedOn: '2020-01-01', closedOn: '2024-01-01', version: 2 },
      submitted: { name: 'Ours', version: 1 },
    });
  });
});

describe('deletePartyUnit', () => {
  it('says what holds a unit', async () => {
    await api.create('PartyUnit', unit);
    await api.create('PartyUnit', { ...unit, code: 'B' });
    await api.create('Indicator', {
      code: 'I',
      name: 'I',
      periodType: 'YEAR',
      unitAggregation: 'SUM',
      periodAggregation: 'SUM',
    });
    await api.create('Observation', { unit: 'ROOT', indicator: 'I', period: '2022', numeric: '1' });
    await api.create('Target', { unit: 'ROOT', indicator: 'I', period: '2025', value: '1' });
    expect(await api.refusal('mutation { deletePartyUnit(id: 1) { id } }')).toEqual({
      code: 'IN_USE',
      message: 'Unit ROOT is in use: 1 observation, 2 subordinate units, 1 target.',
    });
  });

  it('takes the placements and the acts about the unit alone with it', async () => {
    await api.create('PartyUnit', unit);
    await api.ask('mutation { deletePartyUnit(id: 2) { code name parent { code } } }');
    const [left] = await api.database.dataSource.query(
      `select (select count(*)::int from unit_placement) as placements, (select count(*)::int from unit_change) as changes`,
    );
    expect(left).toEqual({ placements: 1, changes: 1 });
  });
});
