import { Api } from '../../support/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
beforeEach(() => api.empty());
afterAll(() => api.close());

const status = {
  code: 'status',
  name: 'Tình trạng',
  members: [
    { code: 'official', name: 'Chính thức', sortOrder: 1 },
    { code: 'probationary', name: 'Dự bị', sortOrder: 2 },
  ],
};
const create = 'mutation ($input: CreateDimensionInput!) { createDimension(input: $input) { id } }';

describe('a dimension', () => {
  it('is created with its members, and has "unspecified" by itself', async () => {
    const created = await api.create('Dimension', status, 'code members { code name dimension { code } }');
    const dimension = { code: 'status' };
    expect(created).toEqual({
      code: 'status',
      members: [
        { code: 'official', name: 'Chính thức', dimension },
        { code: 'probationary', name: 'Dự bị', dimension },
        { code: 'unspecified', name: 'Không phân tổ', dimension },
      ],
    });
  });

  it('names the member that is wrong', async () => {
    const members = [
      { code: 'ok', name: 'ok' },
      { code: '', name: 'x', sortOrder: null },
    ];
    expect(await api.refusal(create, { input: { ...status, members } })).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: { 'members.1.code': expect.any(String), 'members.1.sortOrder': 'must not be null' },
    });
  });

  it.each(['official', 'unspecified'])('is not created with a second member %s', async (code) => {
    const members = [...status.members, { code, name: 'x' }];
    const message = `Member code "${code}" is taken.`;
    expect(await api.refusal(create, { input: { ...status, members } })).toEqual({
      code: 'CODE_TAKEN',
      message,
      fields: { [`members.${status.members.length}.code`]: message },
    });
    expect(await api.ask('{ dimensions { total } }')).toEqual({ dimensions: { total: 0 } });
  });

  it('is deleted with its members while no indicator is broken down by it', async () => {
    await api.create('Dimension', status);
    await api.create('Indicator', {
      code: 'I',
      name: 'I',
      periodType: 'YEAR',
      unitAggregation: 'SUM',
      periodAggregation: 'SUM',
      dimension: 'status',
    });
    expect(await api.refusal('mutation { deleteDimension(id: 1) { id } }')).toEqual({
      code: 'IN_USE',
      message: 'Dimension status is in use: 1 indicator.',
    });
    await api.ask('mutation { deleteIndicator(id: 1) { id } deleteDimension(id: 1) { id } }');
    expect(await api.ask('{ dimensionMembers { total } }')).toEqual({ dimensionMembers: { total: 0 } });
  });
});

describe('a member', () => {
  it('has a code that is unique within its dimension only', async () => {
    await api.create('Dimension', { code: 'A', name: 'A' });
    await api.create('Dimension', { code: 'B', name: 'B' });
    await api.create('DimensionMember', { dimension: 'A', code: 'x', name: 'x' });
    await api.create('DimensionMember', { dimension: 'B', code: 'x', name: 'x' });
    const again =
      'mutation { createDimensionMember(input: { dimension: "A", code: "x", name: "y" }) { id } }';
    const message = 'Dimension member code "x" is taken.';
    expect(await api.refusal(again)).toEqual({ code: 'CODE_TAKEN', message, fields: { code: message } });
  });

  it('belongs to a dimension that exists', async () => {
    const document =
      'mutation { createDimensionMember(input: { dimension: "?", code: "x", name: "y" }) { id } }';
    const message = 'Unknown dimension code "?".';
    expect(await api.refusal(document)).toEqual({
      code: 'UNKNOWN_CODE',
      message,
      fields: { dimension: message },
    });
  });

  it('is not deleted when it is "unspecified"', async () => {
    await api.create('Dimension', status);
    const { dimensionMembers } = await api.ask<{ dimensionMembers: { items: { id: string }[] } }>(
      '{ dimensionMembers(filter: { code: { eq: "unspecified" } }) { items { id } } }',
    );
    const id = dimensionMembers.items[0]?.id;
    expect(
      await api.refusal('mutation ($id: ID!) { deleteDimensionMember(id: $id) { id } }', { id }),
    ).toEqual({
      code: 'IN_USE',
      message: 'Every dimension keeps its member "unspecified".',
    });
  });

  it('is found by its dimension', async () => {
    await api.create('Dimension', status);
    await api.create('Dimension', {
      code: 'grade',
      name: 'Xếp loại',
      members: [{ code: 'good', name: 'Tốt' }],
    });
    const document = `{ dimensionMembers(filter: { dimension: { eq: "grade" } }, sort: [{ field: code }]) {
      items { code }
    } }`;
    expect(await api.ask(document)).toEqual({
      dimensionMembers: { items: [{ code: 'good' }, { code: 'unspecified' }] },
    });
  });
});

describe('the statements of a list of dimensions', () => {
  it('are three, however many there are', async () => {
    const list = '{ dimensions { total items { members { code dimension { code } } } } }';
    for (const code of ['A', 'B', 'C', 'D']) await api.create('Dimension', { ...status, code });
    expect(await api.statementsOf(list)).toBe(4);
  });
});
