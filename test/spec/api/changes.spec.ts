import { Api } from '../../support/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
beforeEach(async () => {
  await api.empty();
  await api.ask(`mutation {
    createUnitKind(input: { code: "K", name: "Kind" }) { id }
    createDimension(input: { code: "D", name: "Dimension" }) { id }
    createPartyUnit(input: { code: "U", name: "Unit", openedOn: "2020-01-01" }) { id }
    createProgramme(input: { code: "P", name: "Programme", startsOn: "2020-01-01", endsOn: "2025-12-31" }) { id }
    createIndicator(input: {
      code: "I", name: "Indicator", periodType: YEAR, unitAggregation: SUM, periodAggregation: SUM
    }) { id }
  }`);
});
afterAll(() => api.close());

const yearly = { periodType: 'YEAR', unitAggregation: 'SUM', periodAggregation: 'SUM' };
const fiveYears = { startsOn: '2020-01-01', endsOn: '2025-12-31' };

/** Of each resource: what creates a record, a change to it, and the fields that show the change. */
const resources = [
  ['Sector', { code: 'X', name: 'One' }, { name: 'Two' }],
  ['UnitKind', { code: 'X', name: 'One' }, { name: 'Two' }],
  ['PartyUnit', { code: 'X', name: 'One', parent: 'U', openedOn: '2021-01-01' }, { name: 'Two' }],
  ['Dimension', { code: 'X', name: 'One' }, { name: 'Two' }],
  ['DimensionMember', { dimension: 'D', code: 'X', name: 'One' }, { name: 'Two' }],
  ['Indicator', { code: 'X', name: 'One', ...yearly }, { name: 'Two' }],
  ['Observation', { unit: 'U', indicator: 'I', period: '2022', numeric: '1' }, { numeric: '2' }],
  ['Programme', { code: 'X', name: 'One', ...fiveYears }, { name: 'Two' }],
  ['Objective', { programme: 'P', code: 'X', name: 'One' }, { name: 'Two' }],
  ['Target', { unit: 'U', indicator: 'I', period: '2025', value: '1' }, { value: '2' }],
] as const;

const one = (type: string) => type.charAt(0).toLowerCase() + type.slice(1);

describe.each(resources)('%s', (type, input, change) => {
  const shown = Object.keys(change).join(' ');
  const update = `mutation ($id: ID!, $input: Update${type}Input!, $version: Int!) {
    result: update${type}(id: $id, input: $input, version: $version) { id version ${shown} }
  }`;
  const remove = `mutation ($id: ID!) { result: delete${type}(id: $id) { id ${shown} } }`;
  const read = `query ($id: ID!) { result: ${one(type)}(id: $id) { id version ${shown} } }`;

  const before = Object.fromEntries(
    Object.entries(input).filter(([field]) => Object.keys(change).includes(field)),
  );

  it('is created with version 1 and found by its id', async () => {
    const { id } = await api.create(type, input);
    expect(await api.ask(read, { id })).toEqual({ result: { id, version: 1, ...before } });
  });

  it('is changed, which counts its version up', async () => {
    const { id } = await api.create(type, input);
    const changed = { result: { id, version: 2, ...change } };
    expect(await api.ask(update, { id, input: change, version: 1 })).toEqual(changed);
    expect(await api.ask(read, { id })).toEqual(changed);
  });

  it('is not changed over a change of someone else, which the error shows beside ours', async () => {
    const { id } = await api.create(type, input);
    await api.ask(update, { id, input: change, version: 1 });
    const error = await api.failure(update, { id, input: before, version: 1 });
    expect(error).toMatchObject({
      code: 'CONFLICT',
      current: { ...change, version: 2 },
      submitted: { ...before, version: 1 },
    });
    expect(await api.ask(read, { id })).toEqual({ result: { id, version: 2, ...change } });
  });

  it('is deleted, and gone', async () => {
    const { id } = await api.create(type, input);
    expect(await api.ask(remove, { id })).toEqual({ result: { id, ...before } });
    expect(await api.ask(read, { id })).toEqual({ result: null });
    expect(await api.refusal(remove, { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await api.refusal(update, { id, input: change, version: 1 })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is changed and deleted together with others, all or none', async () => {
    const { id } = await api.create(type, input);
    const missing = type === 'Observation' ? '9_9_2022-01-01' : '999';
    const many = `mutation ($ids: [ID!]!, $input: Update${type}Input!) {
      result: update${type}s(ids: $ids, input: $input) { id version ${shown} }
    }`;
    const removeMany = `mutation ($ids: [ID!]!) { result: delete${type}s(ids: $ids) }`;

    expect(await api.refusal(many, { ids: [id, missing], input: change })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await api.refusal(removeMany, { ids: [id, missing] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await api.ask(read, { id })).toEqual({ result: { id, version: 1, ...before } });

    const changed = { result: [{ id, version: 2, ...change }] };
    expect(await api.ask(many, { ids: [id], input: change })).toEqual(changed);
    expect(await api.ask(removeMany, { ids: [id] })).toEqual({ result: [id] });
    expect(await api.ask(read, { id })).toEqual({ result: null });
  });

  it('is not found by an id that is none', async () => {
    expect(await api.refusal(read, { id: 'abc' })).toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe.each(resources.filter(([, input]) => 'code' in input && !('dimension' in input)))(
  '%s, which has a code,',
  (type, input) => {
    const find = (args: string) => `{ result: ${one(type)}${args} { code } }`;

    it('is found by its code', async () => {
      await api.create(type, input);
      expect(await api.ask(find('(code: "X")'))).toEqual({ result: { code: 'X' } });
      expect(await api.ask(find('(code: "x")'))).toEqual({ result: null });
    });

    it.each([[''], ['(id: "1", code: "X")']])(
      'is looked up by one of id and code: %s is refused',
      async (args) => {
        expect(await api.failure(find(args))).toMatchObject({
          code: 'QUERY_INVALID',
          hint: 'Give exactly one of id and code.',
        });
      },
    );

    it('keeps its code for itself', async () => {
      await api.create(type, input);
      const create = `mutation ($input: Create${type}Input!) { create${type}(input: $input) { id } }`;
      expect(await api.refusal(create, { input })).toMatchObject({
        code: 'CODE_TAKEN',
        message: expect.stringContaining('code "X" is taken.'),
        fields: { code: expect.stringContaining('code "X" is taken.') },
      });
    });

    it.each([
      ['code', ''],
      ['code', ' A'],
      ['code', 'A '],
      ['code', 'a\nb'],
      ['code', 'x'.repeat(65)],
      ['code', 'a\u0000b'],
      ['name', ''],
      ['name', '   '],
      ['name', 'x'.repeat(501)],
      ['name', 'a\u0000b'],
      ['nameEn', ''],
      ['nameEn', 'x'.repeat(501)],
    ])('refuses at the field a wrong %s: %j', async (field, value) => {
      const create = `mutation ($input: Create${type}Input!) { create${type}(input: $input) { id } }`;
      const error = await api.refusal(create, { input: { ...input, [field]: value } });
      expect(error).toMatchObject({ code: 'VALIDATION_FAILED', fields: { [field]: expect.any(String) } });
    });

    it('takes the longest names and codes, emoji and quotes', async () => {
      const longest = {
        ...input,
        code: 'ề😀'.repeat(32),
        name: `'"\\%_😀${'ỹ'.repeat(494)}`,
        nameEn: 'x'.repeat(500),
      };
      const created = await api.create(type, longest, 'code name nameEn');
      const { code, name, nameEn } = longest;
      expect(created).toEqual({ code, name, nameEn });
    });
  },
);

describe('several mutations of one request', () => {
  it('each see what the one before wrote', async () => {
    const answer = await api.ask(`mutation {
      one: createPartyUnit(input: { code: "A", name: "A", parent: "U", openedOn: "2021-01-01" }) {
        parent { children { code } }
      }
      two: createPartyUnit(input: { code: "B", name: "B", parent: "U", openedOn: "2021-01-01" }) {
        parent { children { code } }
      }
    }`);
    expect(answer).toEqual({
      one: { parent: { children: [{ code: 'A' }] } },
      two: { parent: { children: [{ code: 'A' }, { code: 'B' }] } },
    });
  });
});

describe('an update that says null', () => {
  it('is refused for what cannot be empty, and empties what can', async () => {
    const { id } = await api.create('Sector', { code: 'X', name: 'One', nameEn: 'One' });
    const update = (input: string) =>
      `mutation { result: updateSector(id: ${id}, version: 1, input: ${input}) { name nameEn } }`;
    expect(await api.refusal(update('{ name: null, sortOrder: null }'))).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: { name: 'must not be null', sortOrder: 'must not be null' },
    });
    expect(await api.ask(update('{ nameEn: null }'))).toEqual({ result: { name: 'One', nameEn: null } });
  });
});

describe('two updates of one version at the same time', () => {
  it('end as one change and one conflict', async () => {
    const { id } = await api.create('Sector', { code: 'X', name: 'One' });
    const update = (name: string) =>
      api.ask(`mutation { updateSector(id: ${id}, version: 1, input: { name: "${name}" }) { version } }`);
    const answers = await Promise.allSettled([update('Two'), update('Three')]);
    const failed = answers.filter((answer) => answer.status === 'rejected');
    expect(failed.map(({ reason }) => String(reason))).toEqual([expect.stringContaining('"CONFLICT"')]);
    expect(await api.ask(`{ sector(id: ${id}) { version } }`)).toEqual({ sector: { version: 2 } });
  });
});
