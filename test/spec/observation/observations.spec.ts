import { Api } from '../../support/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
beforeEach(async () => {
  await api.empty();
  await api.ask(`mutation {
    createDimension(input: { code: "status", name: "x", members: [{ code: "official", name: "x" }] }) { id }
    root: createPartyUnit(input: { code: "ROOT", name: "Đảng bộ Khối", openedOn: "2010-01-01" }) { id }
    unit: createPartyUnit(input: {
      code: "A", name: "Sở Y tế", parent: "ROOT", openedOn: "2020-07-01", closedOn: "2024-07-01"
    }) { id }
    classes: createIndicator(input: {
      code: "classes", name: "Lớp học", periodType: QUARTER, unitAggregation: SUM, periodAggregation: SUM,
      minimum: 0, maximum: 100
    }) { id }
    members: createIndicator(input: {
      code: "members", name: "Đảng viên", periodType: YEAR, unitAggregation: SUM, periodAggregation: LAST,
      dimension: "status"
    }) { id }
    rate: createIndicator(input: { code: "rate", name: "Tỷ lệ", formula: "classes / members" }) { id }
  }`);
});
afterAll(() => api.close());

const create = 'mutation ($input: CreateObservationInput!) { createObservation(input: $input) { id } }';
const figure = { unit: 'A', indicator: 'classes', period: '2022-Q3', numeric: '5' };

describe('createObservation', () => {
  it('keeps the value exactly', async () => {
    const input = { ...figure, numeric: '12.345678901234', note: 'Ghi chú', source: 'BC 12' };
    const fields = `id numeric note source recordedBy recordedAt version unit { code name } indicator { code }
      period { code type startsOn endsOn } member { code }`;
    const created = await api.create<{ recordedAt: string }>(
      'Observation',
      { ...input, numeric: '12.345678901234' },
      fields,
    );
    expect(created).toEqual({
      id: '1_2_2022-07-01',
      numeric: '12.345678901234',
      note: 'Ghi chú',
      source: 'BC 12',
      recordedBy: 'tester (tests)',
      recordedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
      version: 1,
      unit: { code: 'A', name: 'Sở Y tế' },
      indicator: { code: 'classes' },
      period: { code: '2022-Q3', type: 'QUARTER', startsOn: '2022-07-01', endsOn: '2022-09-30' },
      member: null,
    });
  });

  it.each([['0'], ['99.5'], [7], [0.1], ['1e2']])('takes the value %j', async (numeric) => {
    const created = await api.create('Observation', { ...figure, numeric }, 'numeric');
    expect(created).toEqual({ numeric: String(Number(numeric)) });
  });

  it.each([
    [{ unit: 'NONE' }, 'UNKNOWN_CODE', 'unit', 'Unknown unit code "NONE".'],
    [{ indicator: 'NONE' }, 'UNKNOWN_CODE', 'indicator', 'Unknown indicator code "NONE".'],
    [
      { indicator: 'rate', period: '2022' },
      'INDICATOR_COMPUTED',
      'indicator',
      'Indicator rate is computed: it takes no figures of its own.',
    ],
    [{ period: '2022-13' }, 'PERIOD_MALFORMED', 'period', '"2022-13" is not a period.'],
    [
      { period: '2022' },
      'PERIOD_TYPE_MISMATCH',
      'period',
      'Indicator classes is reported by quarter: "2022" is a year.',
    ],
    [{ period: '2020-Q2' }, 'UNIT_NOT_OPEN', 'period', 'Unit A is not open in 2020-Q2.'],
    [{ period: '2024-Q3' }, 'UNIT_NOT_OPEN', 'period', 'Unit A is not open in 2024-Q3.'],
    [
      { member: 'official' },
      'MEMBER_NOT_ALLOWED',
      'member',
      'Member "official" does not belong to indicator classes.',
    ],
    [
      { indicator: 'members', period: '2022' },
      'MEMBER_REQUIRED',
      'member',
      'Indicator members is broken down by status: name a member.',
    ],
    [
      { indicator: 'members', period: '2022', member: 'none' },
      'MEMBER_NOT_ALLOWED',
      'member',
      'Member "none" does not belong to indicator members.',
    ],
    [{ numeric: '-0.001' }, 'VALUE_OUT_OF_RANGE', 'numeric', '-0.001 is not allowed for indicator classes.'],
    [
      { numeric: '100.000000000001' },
      'VALUE_OUT_OF_RANGE',
      'numeric',
      '100.000000000001 is not allowed for indicator classes.',
    ],
  ])('refuses %j with %s at %s', async (wrong, code, field, message) => {
    expect(await api.refusal(create, { input: { ...figure, ...wrong } })).toEqual({
      code,
      message,
      fields: { [field]: message },
    });
  });

  it.each([['1e15'], ['-1e15'], ['0.0000000000001'], ['1e-13']])(
    'refuses %s, which is not stored',
    async (numeric) => {
      expect(await api.refusal(create, { input: { ...figure, numeric } })).toMatchObject({
        code: 'VALIDATION_FAILED',
        fields: { numeric: 'must be less than 10^15 in size, with at most 12 decimal places' },
      });
    },
  );

  it.each([['NaN'], ['Infinity'], ['1,5'], ['4.240,5'], ['0x10'], [''], [true], [null]])(
    'refuses %j, which is no number',
    async (numeric) => {
      expect(await api.refusal(create, { input: { ...figure, numeric } })).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    },
  );

  it('says what the allowed members and values are', async () => {
    const ofMember = await api.failure(create, {
      input: { ...figure, indicator: 'members', period: '2022', member: 'none' },
    });
    expect(ofMember.hint).toBe('The members of status are official, unspecified.');
    const ofValue = await api.failure(create, { input: { ...figure, numeric: '101' } });
    expect(ofValue.hint).toBe('Its values are at least 0 and at most 100.');
  });

  it('refuses a second figure for the same key', async () => {
    await api.create('Observation', figure);
    const message = 'There is already a figure for classes of A in 2022-Q3.';
    expect(await api.refusal(create, { input: { ...figure, numeric: '6' } })).toEqual({
      code: 'DUPLICATE',
      message,
      fields: { period: message },
    });
  });

  it('keeps one of two that come at the same time', async () => {
    const answers = await Promise.allSettled([
      api.create('Observation', figure),
      api.create('Observation', figure),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('updateObservation', () => {
  const update = `mutation ($id: ID!, $input: UpdateObservationInput!, $version: Int!) {
    updateObservation(id: $id, input: $input, version: $version) { id numeric note source version }
  }`;

  it('changes value, note and source, and keeps the id', async () => {
    const { id } = await api.create<{ id: string }>('Observation', { ...figure, note: 'old', source: 'old' });
    const input = { numeric: '6', note: null };
    expect(await api.ask(update, { id, input, version: 1 })).toEqual({
      updateObservation: { id, numeric: '6', note: null, source: 'old', version: 2 },
    });
  });

  it('knows the limits of the indicator', async () => {
    const { id } = await api.create<{ id: string }>('Observation', figure);
    expect(await api.refusal(update, { id, input: { numeric: '101' }, version: 1 })).toMatchObject({
      code: 'VALUE_OUT_OF_RANGE',
      fields: { numeric: '101 is not allowed for indicator classes.' },
    });
  });

  it('tells members of one key apart', async () => {
    const ofMember = { ...figure, indicator: 'members', period: '2022' };
    const official = await api.create<{ id: string }>('Observation', { ...ofMember, member: 'official' });
    await api.create('Observation', { ...ofMember, member: 'unspecified', numeric: '1' });
    await api.ask(update, { id: official.id, input: { numeric: '9' }, version: 1 });
    expect(await api.ask('{ observations { total items { numeric member { code } } } }')).toEqual({
      observations: {
        total: 2,
        items: [
          { numeric: '1', member: { code: 'unspecified' } },
          { numeric: '9', member: { code: 'official' } },
        ],
      },
    });
  });

  it.each(['x', '1', '1_2', '1_2_2022-07-02', '1_2_2022-99-01', '1_2_2022-07-01_', "1_2_2022-07-01'"])(
    'refuses "%s", which is no id of a figure',
    async (id) => {
      expect(await api.refusal(update, { id, input: { numeric: '1' }, version: 1 })).toMatchObject({
        code: 'VALIDATION_FAILED',
        fields: { id: `has "${id}", which is not the id of an observation` },
      });
    },
  );
});

describe('the list of observations', () => {
  beforeEach(async () => {
    const add = (input: object) => api.create('Observation', { ...figure, ...input });
    await add({ period: '2021-Q4', numeric: '1', note: 'Ước tính' });
    await add({ period: '2022-Q1', numeric: '2', source: 'Báo cáo 12' });
    await add({ unit: 'ROOT', period: '2022-Q4', numeric: '30' });
    await add({ indicator: 'members', period: '2022', member: 'official', numeric: '400' });
  });

  it.each([
    ['unit: { eq: "A" }', '1 2 400'],
    ['under: "ROOT"', '1 2 30 400'],
    ['under: "A"', '1 2 400'],
    ['indicator: { eq: "classes" }', '1 2 30'],
    ['period: { eq: "2022" }', '400'],
    ['period: { eq: "2022-Q1" }', '2'],
    ['period: { in: ["2022-Q1", "2022"] }', '2 400'],
    ['period: { in: [] }', ''],
    ['period: { gte: "2022" }', '2 30 400'],
    ['period: { gte: "2022", lte: "2022-H1" }', '2'],
    ['period: { lte: "2022" }', '1 2 30 400'],
    ['period: { lte: "2021" }', '1'],
    ['member: { eq: "official" }', '400'],
    ['member: { isNull: true }', '1 2 30'],
    ['member: { ne: "official" }', '1 2 30'],
    ['numeric: { gte: "2", lte: 30 }', '2 30'],
    ['numeric: { in: ["1.0", "400"] }', '1 400'],
    ['note: { contains: "uoc" }', '1'],
    ['source: { isNull: false }', '2'],
    ['recordedAt: { gte: "2000-01-01T00:00:00Z" }', '1 2 30 400'],
    ['recordedAt: { lte: "2000-01-01T00:00:00Z" }', ''],
    ['q: "khoi lop"', '30'],
    ['q: "bao cao"', '2'],
    ['ids: ["1_2_2022-01-01", "2_2_2022-01-01_2"]', '2 400'],
    ['ids: ["1_2_2022-01-01", "2_2_2022-01-01"]', '2'],
  ])('is filtered by %s', async (filter, found) => {
    const { observations } = await api.ask<{ observations: { total: number; items: { numeric: string }[] } }>(
      `{ observations(filter: { ${filter} }, sort: [{ field: numeric }]) { total items { numeric } } }`,
    );
    expect(observations.items.map(({ numeric }) => numeric).join(' ')).toBe(found);
    expect(observations.total).toBe(observations.items.length);
  });

  it.each([
    ['unit', '30 1 2 400'],
    ['indicator', '400 30 1 2'],
    ['period', '1 2 400 30'],
    ['member', '400 30 1 2'],
    ['numeric', '1 2 30 400'],
    ['note', '1 30 2 400'],
    ['source', '2 30 1 400'],
  ])('is sorted by %s', async (field, found) => {
    const { observations } = await api.ask<{ observations: { items: { numeric: string }[] } }>(
      `{ observations(sort: [{ field: ${field} }]) { items { numeric } } }`,
    );
    expect(observations.items.map(({ numeric }) => numeric).join(' ')).toBe(found);
  });

  it.each([
    ['unit: { eq: "NONE" }', 'UNKNOWN_CODE'],
    ['under: "NONE"', 'UNKNOWN_CODE'],
    ['member: { in: ["official", "NONE"] }', 'UNKNOWN_CODE'],
    ['period: { gte: "2022-Q5" }', 'PERIOD_MALFORMED'],
    ['period: { eq: null }', 'VALIDATION_FAILED'],
  ])('refuses %s', async (filter, code) => {
    expect(await api.refusal(`{ observations(filter: { ${filter} }) { total } }`)).toMatchObject({ code });
  });

  it('takes as many statements for one row as for many', async () => {
    const list = (perPage: number) => `{ observations(perPage: ${perPage}) { total items {
      id numeric unit { name kind { name } } indicator { name dimension { name } } period { code } member { name }
    } } }`;
    const forOne = await api.statementsOf(list(1));
    expect(await api.statementsOf(list(25))).toBeLessThanOrEqual(forOne + 2);
    expect(await api.statementsOf(list(25))).toBeLessThanOrEqual(6);
  });
});
