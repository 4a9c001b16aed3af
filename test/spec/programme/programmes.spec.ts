import { Api } from '../../support/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
beforeEach(async () => {
  await api.empty();
  await api.ask(`mutation {
    root: createPartyUnit(input: { code: "ROOT", name: "Root", openedOn: "2015-01-01" }) { id }
    a: createPartyUnit(input: { code: "A", name: "A", parent: "ROOT", openedOn: "2015-01-01" }) { id }
    classes: createIndicator(input: {
      code: "classes", name: "Lớp học", periodType: QUARTER, unitAggregation: SUM, periodAggregation: SUM
    }) { id }
    late: createIndicator(input: {
      code: "late", name: "Trễ hạn", periodType: YEAR, unitAggregation: SUM, periodAggregation: SUM,
      direction: LOWER_IS_BETTER
    }) { id }
    rate: createIndicator(input: { code: "rate", name: "Tỷ lệ", formula: "100 * late / classes" }) { id }
    createProgramme(input: {
      code: "P", name: "Chương trình 07", documentNumber: "07-NQ/ĐU", startsOn: "2020-01-01", endsOn: "2025-12-31"
    }) { id }
    one: createObjective(input: { programme: "P", code: "O1", name: "Học tập", sortOrder: 1 }) { id }
    two: createObjective(input: { programme: "P", code: "O2", name: "Kỷ luật", sortOrder: 2 }) { id }
    empty: createObjective(input: { programme: "P", code: "O3", name: "Chưa có chỉ tiêu", sortOrder: 3 }) { id }
    q1: createObservation(input: { unit: "A", indicator: "classes", period: "2022-Q1", numeric: "7.1" }) { id }
    q2: createObservation(input: { unit: "ROOT", indicator: "classes", period: "2022-Q2", numeric: "0.2" }) { id }
    lates: createObservation(input: { unit: "A", indicator: "late", period: "2022", numeric: "3" }) { id }
  }`);
});
afterAll(() => api.close());

const target = { objective: 'O1', indicator: 'classes', unit: 'ROOT', period: '2022', value: '7.3' };
const create = 'mutation ($input: CreateTargetInput!) { createTarget(input: $input) { id } }';

describe('a target', () => {
  it('shows what it is about and the value rolled up so far', async () => {
    const fields = `value note actual reached objective { code } indicator { code } unit { code }
      period { code type startsOn endsOn }`;
    expect(await api.create('Target', { ...target, note: 'Đến 2022' }, fields)).toEqual({
      value: '7.3',
      note: 'Đến 2022',
      actual: '7.3',
      reached: true,
      objective: { code: 'O1' },
      indicator: { code: 'classes' },
      unit: { code: 'ROOT' },
      period: { code: '2022', type: 'YEAR', startsOn: '2022-01-01', endsOn: '2022-12-31' },
    });
  });

  it.each([
    ['classes', '7.3', true],
    ['classes', '7.300000000001', false],
    ['classes', '-1', true],
    ['late', '3', true],
    ['late', '2.999', false],
    ['late', '1e2', true],
    ['rate', '41.09', true],
    ['rate', '41.1', false],
  ])('of %s at %s, exactly compared, is reached: %s', async (indicator, value, reached) => {
    expect(await api.create('Target', { ...target, indicator, value }, 'reached')).toEqual({ reached });
  });

  it('is not reached while nothing was reported', async () => {
    const created = await api.create('Target', { ...target, period: '2025', value: '0' }, 'actual reached');
    expect(created).toEqual({ actual: null, reached: false });
  });

  it('follows the figures at once', async () => {
    await api.create('Target', { ...target, value: '8' });
    const read = '{ target(id: 1) { actual reached } }';
    expect(await api.ask(read)).toEqual({ target: { actual: '7.3', reached: false } });
    await api.create('Observation', { unit: 'A', indicator: 'classes', period: '2022-Q3', numeric: '0.7' });
    expect(await api.ask(read)).toEqual({ target: { actual: '8', reached: true } });
  });

  it.each([
    [{ objective: 'NONE' }, 'UNKNOWN_CODE', 'objective'],
    [{ indicator: 'NONE' }, 'UNKNOWN_CODE', 'indicator'],
    [{ unit: 'NONE' }, 'UNKNOWN_CODE', 'unit'],
    [{ period: '2022-Q9' }, 'PERIOD_MALFORMED', 'period'],
    [{ period: '2022-08' }, 'PERIOD_TYPE_MISMATCH', 'period'],
    [{ value: '1e20' }, 'VALIDATION_FAILED', 'value'],
    [{ note: 'x'.repeat(4001) }, 'VALIDATION_FAILED', 'note'],
  ])('is refused as %j with %s at %s', async (wrong, code, field) => {
    expect(await api.refusal(create, { input: { ...target, ...wrong } })).toMatchObject({
      code,
      fields: { [field]: expect.any(String) },
    });
  });

  it('is there once for an indicator, a unit and a period', async () => {
    await api.create('Target', target);
    const message = 'There is already a target for classes of ROOT in 2022.';
    expect(await api.refusal(create, { input: { ...target, objective: 'O2' } })).toEqual({
      code: 'DUPLICATE',
      message,
      fields: { period: message },
    });
    await api.create('Target', { ...target, period: '2022-Q1' });
  });

  it('moves to another objective or to none', async () => {
    await api.create('Target', target);
    const update = (objective: string, version: number) =>
      api.ask(`mutation { updateTarget(id: 1, version: ${version}, input: { objective: ${objective} }) {
        objective { code }
      } }`);
    expect(await update('"O2"', 1)).toEqual({ updateTarget: { objective: { code: 'O2' } } });
    expect(await update('null', 2)).toEqual({ updateTarget: { objective: null } });
  });

  it.each([
    ['objective: { eq: "O1" }', '1'],
    ['objective: { isNull: true }', '2'],
    ['indicator: { ne: "late" }', '1'],
    ['unit: { in: ["A"] }', '2'],
    ['period: { eq: "2025" }', '2'],
    ['value: { gte: 7 }', '1'],
    ['q: "lop"', '1'],
    ['ids: ["2"]', '2'],
  ])('is found by %s', async (filter, found) => {
    await api.create('Target', target);
    await api.create('Target', { indicator: 'late', unit: 'A', period: '2025', value: '5' });
    const { targets } = await api.ask<{ targets: { items: { id: string }[] } }>(
      `{ targets(filter: { ${filter} }) { items { id } } }`,
    );
    expect(targets.items.map(({ id }) => id).join(' ')).toBe(found);
  });
});

describe('a programme', () => {
  const programme = `{ programme(code: "P") {
    documentNumber objectivesReached objectivesTotal
    objectives { code reached programme { code } targets { reached } }
  } }`;

  it('counts the objectives of which every target is reached; one without targets is not', async () => {
    await api.create('Target', target);
    await api.create('Target', { ...target, objective: 'O2', indicator: 'late', value: '5' });
    await api.create('Target', { ...target, objective: 'O2', indicator: 'late', unit: 'A', value: '2' });
    const of = { programme: { code: 'P' } };
    expect(await api.ask(programme)).toEqual({
      programme: {
        documentNumber: '07-NQ/ĐU',
        objectivesReached: 1,
        objectivesTotal: 3,
        objectives: [
          { ...of, code: 'O1', reached: true, targets: [{ reached: true }] },
          { ...of, code: 'O2', reached: false, targets: [{ reached: true }, { reached: false }] },
          { ...of, code: 'O3', reached: false, targets: [] },
        ],
      },
    });
  });

  it('still answers when one of its targets cannot be asked any more', async () => {
    await api.create('Target', { ...target, objective: 'O2', unit: 'A', value: '1' });
    await api.create('Target', target);
    await api.database.dataSource.transaction(async (manager) => {
      await manager.query(
        `update party_unit set closed_on = '2025-01-01', successor_id = 1 where code = 'A'`,
      );
      await manager.query(`update unit_placement set ended_on = '2025-01-01' where unit_id = 2`);
    });
    expect(await api.ask('{ programme(code: "P") { objectivesReached objectives { reached } } }')).toEqual({
      programme: {
        objectivesReached: 1,
        objectives: [{ reached: true }, { reached: false }, { reached: false }],
      },
    });
    expect(await api.refusal('{ target(id: 1) { actual } }')).toMatchObject({ code: 'UNIT_MERGED' });
  });

  it('takes as many statements for many targets as for few', async () => {
    await api.create('Target', target);
    await api.create('Target', { ...target, objective: 'O2', indicator: 'late' });
    const forTwo = await api.statementsOf(programme);
    await api.create('Target', { ...target, unit: 'A' });
    await api.create('Target', { ...target, objective: 'O3', unit: 'A', indicator: 'late' });
    expect(await api.statementsOf(programme)).toBe(forTwo);
  });

  it.each([
    [{ endsOn: '2020-01-01' }, { endsOn: 'must be after startsOn' }],
    [{ startsOn: '1800-01-01' }, { startsOn: 'must be a day from 1900-01-01 to 2200-01-01' }],
    [{ documentNumber: '' }, { documentNumber: 'must be one line of text and not blank' }],
    [{ description: 'x'.repeat(4001) }, { description: 'must be at most 4000 characters long' }],
  ])('is refused as %j', async (wrong, fields) => {
    const input = { code: 'X', name: 'X', startsOn: '2020-01-01', endsOn: '2025-12-31', ...wrong };
    const document = 'mutation ($input: CreateProgrammeInput!) { createProgramme(input: $input) { id } }';
    expect(await api.refusal(document, { input })).toMatchObject({ code: 'VALIDATION_FAILED', fields });
  });

  it('is deleted after its objectives, these after their targets', async () => {
    await api.create('Target', target);
    expect(await api.refusal('mutation { deleteProgramme(id: 1) { id } }')).toEqual({
      code: 'IN_USE',
      message: 'Programme P is in use: 3 objectives.',
    });
    expect(await api.refusal('mutation { deleteObjective(id: 1) { id } }')).toEqual({
      code: 'IN_USE',
      message: 'Objective O1 is in use: 1 target.',
    });
    await api.ask(
      'mutation { deleteTarget(id: 1) { id } deleteObjectives(ids: [1, 2, 3]) deleteProgramme(id: 1) { id } }',
    );
    expect(await api.ask('{ programmes { total } }')).toEqual({ programmes: { total: 0 } });
  });

  it.each([
    ['documentNumber: { contains: "nq/du" }', 1],
    ['startsOn: { lte: "2019-12-31" }', 0],
    ['endsOn: { gte: "2025-12-31" }', 1],
    ['q: "chuong trinh"', 1],
  ])('is found by %s', async (filter, total) => {
    expect(await api.ask(`{ programmes(filter: { ${filter} }) { total } }`)).toEqual({
      programmes: { total },
    });
  });
});
