import { Role } from '../../../schema/access/role.enum';
import { Access } from '../../../server/access/access';
import { isAtLeast } from '../../../server/access/rights';
import { buildSchema } from '../../../server/graphql';
import { Engine } from '../../property/engine';
import { reported, reports, unit, worldOf } from '../../reference/builders';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { loadWorld } from '../../support/load-world';

const today = '2025-06-01';

/** A and B are brothers below ROOT: the grants of these tests are on A, so that A1 is inside and B1 outside. */
const world = worldOf({
  units: [
    unit('ROOT', null),
    unit('A', 'ROOT'),
    unit('A1', 'A'),
    unit('A2', 'A'),
    unit('B', 'ROOT'),
    unit('B1', 'B'),
    unit('B2', 'B'),
  ],
  indicators: [reported('flow', { periodType: 'YEAR' }), reported('unused')],
  observations: [...reports('A1', 'flow', { 2024: '5' }), ...reports('B1', 'flow', { 2024: '7' })],
  targets: ['A1', 'B1'].map((code) => ({ unit: code, indicator: 'flow', period: '2024', value: '9' })),
});

let database: TestDatabase;
let engine: Engine;

beforeAll(async () => {
  database = await createTestDatabase();
  engine = new Engine(database.dataSource);
});
afterAll(() => database.drop());

async function reload(): Promise<void> {
  await loadWorld(database.dataSource, world);
  await database.dataSource.query(`
    insert into programme (code, name, starts_on, ends_on) values ('p', 'p', '2020-01-01', '2025-01-01'), ('q', 'q', '2020-01-01', '2025-01-01');
    insert into app_user (username, name) values ('other', 'Other'), ('third', 'Third');
    insert into access_grant (user_id, role, sees_sensitive) select id, 'VIEWER', false from app_user where username = 'other';
    insert into api_key (user_id, name, hash, hint, role, sees_sensitive, is_read_only, created_at)
      select id, 'key of other', sha256('key'), 'hint', 'VIEWER', false, true, '2025-01-01' from app_user where username = 'other';
    insert into session (user_id, token_hash, created_at, last_seen_at, expires_at, address)
      select id, sha256('session'), now(), now(), now() + interval '1 day', '127.0.0.1' from app_user where username = 'other';
    insert into objective (code, name, programme_id) select 'o', 'o', id from programme where code = 'p'`);
}

function having(role: Role, unitId: number | null): Engine {
  const actor = { kind: 'USER' as const, userId: 1, keyId: null, name: 'someone' };
  return engine.as(new Access(actor, [{ role, unitId, seesSensitive: true }]));
}

/** What an operation needs, and its variables about a unit; what all units share is about none. */
interface Operation {
  least: Role;
  variables: (where: Place) => Promise<object>;
  isShared?: boolean;
}

interface Place {
  unit: 'A1' | 'B1';
  sibling: 'A2' | 'B2';
  above: 'A' | 'B';
}
const inside: Place = { unit: 'A1', sibling: 'A2', above: 'A' };
const outside: Place = { unit: 'B1', sibling: 'B2', above: 'B' };

const idOf = async (table: string, value: string, column = 'code'): Promise<string> => {
  const query = `select id from ${table} where ${column} = $1`;
  const [found]: { id: number }[] = await database.dataSource.query(query, [value]);
  return String(found?.id);
};
const idOfUnit = (code: string): Promise<string> => idOf('party_unit', code);
const idOfFigure = async ({ unit }: Place): Promise<string> =>
  `${await idOf('indicator', 'flow')}_${await idOfUnit(unit)}_2024-01-01`;
const idOfTarget = async ({ unit }: Place): Promise<string> => {
  const [found]: { id: number }[] = await database.dataSource.query(
    'select target.id from target join party_unit unit on unit.id = unit_id where unit.code = $1',
    [unit],
  );
  return String(found?.id);
};

/** The five mutations of a resource. */
function resource(
  name: string,
  given: {
    least: Role;
    isShared?: boolean;
    create: (where: Place) => object;
    id: (where: Place) => Promise<string>;
    update: object;
  },
): Record<string, Operation> {
  const { create, id, update, ...rest } = given;
  return {
    [`create${name}`]: { ...rest, variables: async (where) => ({ input: create(where) }) },
    [`update${name}`]: {
      ...rest,
      variables: async (where) => ({ id: await id(where), version: 1, input: update }),
    },
    [`delete${name}`]: { ...rest, variables: async (where) => ({ id: await id(where) }) },
    [`update${name}s`]: { ...rest, variables: async (where) => ({ ids: [await id(where)], input: update }) },
    [`delete${name}s`]: { ...rest, variables: async (where) => ({ ids: [await id(where)] }) },
  };
}

const third = async () => ({ id: await idOf('app_user', 'third', 'username') });
const grantOfOther = async () => ({
  id: await idOf('access_grant', await idOf('app_user', 'other', 'username'), 'user_id'),
});
const ofOthers = (variables: Operation['variables']): Operation => ({
  least: Role.ADMINISTRATOR,
  isShared: true,
  variables,
});

const shared = { least: Role.ADMINISTRATOR, isShared: true, update: { name: 'renamed' } };
const act = (input: (where: Place) => object): Operation => ({
  least: Role.ADMINISTRATOR,
  variables: async (where) => ({ input: { effectiveOn: '2025-01-01', ...input(where) } }),
});

const operations: Record<string, Operation> = {
  ...resource('Observation', {
    least: Role.EDITOR,
    create: ({ sibling }) => ({ unit: sibling, indicator: 'flow', period: '2024', numeric: '1' }),
    id: idOfFigure,
    update: { numeric: '2' },
  }),
  ...resource('Target', {
    least: Role.APPROVER,
    create: ({ sibling }) => ({ unit: sibling, indicator: 'flow', period: '2024', value: '1' }),
    id: idOfTarget,
    update: { value: '2' },
  }),
  ...resource('PartyUnit', {
    least: Role.ADMINISTRATOR,
    create: ({ above }) => ({ code: 'NEW', name: 'new', parent: above, openedOn: '2024-01-01' }),
    id: ({ sibling }) => idOfUnit(sibling),
    update: { name: 'renamed' },
  }),
  ...resource('UnitKind', {
    ...shared,
    create: () => ({ code: 'new', name: 'new' }),
    id: () => idOf('unit_kind', 'k2'),
  }),
  ...resource('Sector', {
    ...shared,
    create: () => ({ code: 'new', name: 'new' }),
    id: () => idOf('sector', 's2'),
  }),
  ...resource('Dimension', {
    ...shared,
    create: () => ({ code: 'new', name: 'new' }),
    id: () => idOf('dimension', 'grade'),
  }),
  ...resource('DimensionMember', {
    ...shared,
    create: () => ({ dimension: 'grade', code: 'new', name: 'new' }),
    id: () => idOf('dimension_member', 'good'),
  }),
  ...resource('Indicator', {
    ...shared,
    create: () => ({ code: 'new', name: 'new', formula: 'flow' }),
    id: () => idOf('indicator', 'unused'),
  }),
  ...resource('Programme', {
    ...shared,
    create: () => ({ code: 'new', name: 'new', startsOn: '2020-01-01', endsOn: '2021-01-01' }),
    id: () => idOf('programme', 'q'),
  }),
  ...resource('Objective', {
    ...shared,
    create: () => ({ programme: 'p', code: 'new', name: 'new' }),
    id: () => idOf('objective', 'o'),
  }),
  createApiKey: { least: Role.ANALYST, variables: async ({ unit }) => ({ input: { name: 'new', unit } }) },
  // What is told here is of others: one's own keys and sessions everyone may revoke.
  revokeApiKey: ofOthers(async () => ({ id: await idOf('api_key', 'key of other', 'name') })),
  revokeSession: ofOthers(async () => ({
    id: await idOf('session', await idOf('app_user', 'other', 'username'), 'user_id'),
  })),
  createUser: ofOthers(async () => ({ input: { username: 'new', name: 'new' } })),
  updateUser: ofOthers(async () => ({ ...(await third()), version: 1, input: { name: 'renamed' } })),
  deleteUser: ofOthers(third),
  resetUserPassword: ofOthers(third),
  createGrant: ofOthers(async ({ unit }) => ({
    input: { userId: (await third()).id, role: Role.VIEWER, unit },
  })),
  updateGrant: ofOthers(async () => ({
    ...(await grantOfOther()),
    version: 1,
    input: { role: Role.EDITOR },
  })),
  deleteGrant: ofOthers(grantOfOther),
  openPartyUnit: act(({ above }) => ({ code: 'NEW', name: 'new', parent: above })),
  renamePartyUnit: act(({ unit }) => ({ unit, name: 'renamed' })),
  movePartyUnit: act(({ unit, sibling }) => ({ unit, parent: sibling })),
  reclassifyPartyUnit: act(({ unit }) => ({ unit, kind: 'k1' })),
  mergePartyUnits: act(({ unit, sibling }) => ({ units: [unit], into: { code: sibling } })),
  splitPartyUnit: act(({ unit }) => ({
    unit,
    into: [
      { code: 'N1', name: 'n1' },
      { code: 'N2', name: 'n2' },
    ],
  })),
  closePartyUnit: act(({ sibling }) => ({ unit: sibling })),
  undoUnitChange: {
    least: Role.ADMINISTRATOR,
    variables: async ({ unit }) => {
      await reload();
      const answer = await engine.run<{ renamePartyUnit: { change: { id: string } } }>(
        'mutation ($input: RenamePartyUnitInput!) { renamePartyUnit(input: $input) { change { id } } }',
        { input: { unit, name: 'renamed', effectiveOn: '2025-01-01' } },
        today,
      );
      return { id: 'refusal' in answer ? '' : answer.renamePartyUnit.change.id };
    },
  },
};

const schema = buildSchema();
const mutations = schema.getMutationType()?.getFields() ?? {};

/** The mutation with all its arguments as variables, asking for the least that it can answer. */
function documentOf(name: string): string {
  const field = mutations[name];
  if (!field) throw new Error(`There is no mutation ${name}.`);
  const used = field.args.filter((argument) => argument.name !== 'dryRun');
  const declared = used.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const given = used.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selection = String(field.type).includes('ID') ? '' : ' { __typename }';
  return `mutation (${declared}) { done: ${name}(${given})${selection} }`;
}

/** "done", or the code of the refusal. */
async function attempt(name: string, operation: Operation, where: Place, caller: Engine): Promise<string> {
  const variables = await operation.variables(where);
  const answer = await caller.run<object>(documentOf(name), variables, today);
  if ('refusal' in answer) return String(answer.refusal);
  await reload();
  return 'done';
}

const refused = expect.stringMatching(/^(FORBIDDEN|UNKNOWN_CODE|NOT_FOUND)$/);

describe('the rights of a role', () => {
  beforeAll(reload);

  it('are told for every mutation', () => {
    expect(Object.keys(operations).sort()).toEqual(Object.keys(mutations).sort());
  });

  describe.each(Object.values(Role))('%s', (role) => {
    it.each(Object.entries(operations))('%s', async (name, operation) => {
      const [idOfA, isAllowed] = [Number(await idOfUnit('A')), isAtLeast(role, operation.least)];
      const onA = having(role, idOfA);
      const onAll = having(role, null);
      const found = {
        onAInside: await attempt(name, operation, inside, onA),
        onAOutside: await attempt(name, operation, outside, onA),
        onAll: await attempt(name, operation, outside, onAll),
      };
      expect(found).toEqual({
        onAInside: isAllowed && !operation.isShared ? 'done' : refused,
        onAOutside: refused,
        onAll: isAllowed ? 'done' : refused,
      });
    });
  });

  it('end where a key ends, and are none for a key that only reads', async () => {
    const actor = { kind: 'KEY' as const, userId: 1, keyId: 1, name: 'someone, key' };
    const everything = { role: Role.ADMINISTRATOR, unitId: null, seesSensitive: true };
    const withKey = (limits: object) =>
      engine.as(new Access(actor, [everything], { ...everything, isReadOnly: false, ...limits }));
    const write = operations.createObservation as Operation;
    const idOfA = Number(await idOfUnit('A'));
    expect([
      await attempt('createObservation', write, inside, withKey({ unitId: idOfA })),
      await attempt('createObservation', write, outside, withKey({ unitId: idOfA })),
      await attempt('createObservation', write, inside, withKey({ role: Role.VIEWER })),
      await attempt('createObservation', write, inside, withKey({ isReadOnly: true })),
    ]).toEqual(['done', 'UNKNOWN_CODE', 'FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('what a viewer of A sees', () => {
  beforeAll(reload);

  const ask = async (document: string): Promise<object> =>
    having(Role.VIEWER, Number(await idOfUnit('A'))).run(document, {}, today);

  it('are its units, and the names of those above', async () => {
    expect(await ask('{ partyUnits { total items { code ancestors { code name } } } }')).toEqual({
      partyUnits: {
        total: 3,
        items: [
          { code: 'A', ancestors: [{ code: 'ROOT', name: 'ROOT' }] },
          {
            code: 'A1',
            ancestors: [
              { code: 'ROOT', name: 'ROOT' },
              { code: 'A', name: 'A' },
            ],
          },
          {
            code: 'A2',
            ancestors: [
              { code: 'ROOT', name: 'ROOT' },
              { code: 'A', name: 'A' },
            ],
          },
        ],
      },
    });
    expect(await ask('{ partyUnit(code: "ROOT") { code name level } }')).toEqual({
      partyUnit: { code: 'ROOT', name: 'ROOT', level: 1 },
    });
  });

  it.each([
    '{ partyUnit(code: "ROOT") { openedOn } }',
    '{ partyUnit(code: "ROOT") { children { code } } }',
    '{ partyUnit(code: "ROOT") { descendants { code } } }',
    '{ partyUnit(code: "ROOT") { changes { id } } }',
    '{ partyUnit(code: "ROOT") { value(indicator: "flow", period: "2024") { value } } }',
    '{ partyUnits(filter: { code: { eq: "A" } }) { items { parent { kind { code } } } } }',
    '{ analytics(query: { indicators: ["flow"], units: { codes: ["ROOT"] }, periods: { codes: ["2024"] } }) { totalRows } }',
    '{ analytics(query: { indicators: ["flow"], units: { under: "ROOT", relation: CHILDREN }, periods: { codes: ["2024"] } }) { totalRows } }',
  ])('is not more about the units above: %s', async (document) => {
    expect(await ask(document)).toEqual({ refusal: 'FORBIDDEN' });
  });

  it.each([
    '{ analytics(query: { indicators: ["flow"], units: { codes: ["B"] }, periods: { codes: ["2024"] } }) { totalRows } }',
    '{ observations(filter: { unit: { eq: "B1" } }) { total } }',
    '{ observations(filter: { unit: { ne: "B1" } }) { total } }',
    '{ observations(filter: { under: "B" }) { total } }',
    '{ partyUnits(filter: { parent: { in: ["A", "B"] } }) { total } }',
    '{ partyUnits(filter: { ancestor: "B" }) { total } }',
  ])('does not tell a unit outside from one that there is not: %s', async (document) => {
    expect(await ask(document)).toEqual({ refusal: 'UNKNOWN_CODE' });
    expect(await ask(document.replace(/"B1?"/g, '"NONE"'))).toEqual({ refusal: 'UNKNOWN_CODE' });
  });

  it('are its figures and targets, counted and rolled up alone', async () => {
    expect(await ask('{ observations { total } targets { total } partyUnit(code: "B1") { code } }')).toEqual({
      observations: { total: 1 },
      targets: { total: 1 },
      partyUnit: null,
    });
  });

  it('is no share of a total that it does not see', async () => {
    const answer = await ask(
      '{ analytics(query: { indicators: ["flow"], units: { under: "A", relation: SELF }, periods: { codes: ["2024"] } }) { rows { value share } } }',
    );
    expect(answer).toEqual({ analytics: { rows: [{ value: 5, share: null }] } });
  });
});

describe('an indicator that is sensitive', () => {
  beforeAll(async () => {
    await reload();
    await database.dataSource.query(`
      update indicator set is_sensitive = true where code = 'flow';
      insert into indicator (code, name, formula) values ('twice', 'twice', '2 * flow'), ('half', 'half', 'twice / 4');
      insert into indicator_operand select computed.id, operand.id from indicator computed, indicator operand
        where (computed.code, operand.code) in (('twice', 'flow'), ('half', 'twice'))`);
  });

  const ask = (document: string): Promise<object> => {
    const actor = { kind: 'USER' as const, userId: 1, keyId: null, name: 'someone' };
    const grant = { role: Role.ADMINISTRATOR, unitId: null, seesSensitive: false };
    return engine.as(new Access(actor, [grant])).run(document, {}, today);
  };

  it('is known to everyone, its figures and targets are not', async () => {
    const document = '{ indicator(code: "flow") { isSensitive } observations { total } targets { total } }';
    expect(await ask(document)).toEqual({
      indicator: { isSensitive: true },
      observations: { total: 0 },
      targets: { total: 0 },
    });
  });

  it.each(['flow', 'twice', 'half'])('hides the answers of %s', async (code) => {
    const document = `{ analytics(query: { indicators: ["unused", "${code}"], units: { codes: ["A"] }, periods: { codes: ["2024"] } }) { totalRows } }`;
    expect(await ask(document)).toEqual({ refusal: 'FORBIDDEN' });
  });

  it('cannot be written by those who do not see it', async () => {
    const document = `mutation { createObservation(input: { unit: "A2", indicator: "flow", period: "2024", numeric: "1" }) { id } }`;
    expect(await ask(document)).toEqual({ refusal: 'FORBIDDEN' });
    const duplicate = document.replace('A2', 'A1');
    expect(await ask(duplicate)).toEqual({ refusal: 'FORBIDDEN' });
  });
});
