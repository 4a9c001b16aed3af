import fc from 'fast-check';
import { Role } from '../../schema/access/role.enum';
import { Access, type Grant } from '../../server/access/access';
import type { IsoDate } from '../reference/calendar';
import type { AnalyticsQuery } from '../reference/query';
import type { World } from '../reference/world';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { loadWorld } from '../support/load-world';
import { choice } from './act-arbitrary';
import { Coverage, type GivenAccess, type GivenGrant } from './covered';
import { Engine, type EngineAnswer } from './engine';
import { pick } from './organisation';
import { propertyParameters } from './parameters';
import { scenarioArbitrary } from './query-arbitrary';
import { worldArbitrary } from './world-arbitrary';

const parameters = { ...propertyParameters(12), endOnFailure: true };
const timeout = 60_000 + parameters.numRuns * 2_000;

let database: TestDatabase;
let everyone: Engine;

beforeAll(async () => {
  database = await createTestDatabase();
  everyone = new Engine(database.dataSource);
});
afterAll(() => database.drop());

const grantArbitrary = fc.record({
  role: fc.constantFrom(...Object.values(Role)),
  unit: choice,
  seesSensitive: fc.boolean(),
});

const accessArbitrary = fc.record({
  grants: fc.array(grantArbitrary, { minLength: 1, maxLength: 2 }),
  limits: fc.option(grantArbitrary, { freq: 3 }),
  sensitive: fc.array(choice, { maxLength: 1 }),
});

const scenario = fc.record({
  scenario: scenarioArbitrary(worldArbitrary, 6),
  choices: accessArbitrary,
  attempts: fc.array(fc.record({ what: choice, unit: choice, indicator: choice, other: choice }), {
    minLength: 4,
    maxLength: 10,
    size: 'max',
  }),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

/** A world in the database, someone whose grants cover a part of it, and what that part is. */
interface Scene {
  world: World;
  today: IsoDate;
  queries: readonly AnalyticsQuery[];
  given: GivenAccess;
  coverage: Coverage;
  someone: Engine;
  /** Of some figures, as they are at first. */
  ids: readonly string[];
}

async function setScene({ scenario: { world, today, queries }, choices }: Scenario): Promise<Scene> {
  await loadWorld(database.dataSource, world);
  const codeOf = ({ unit, ...grant }: { role: Role; unit: number; seesSensitive: boolean }): GivenGrant => ({
    ...grant,
    unit: pick(world.units, unit)?.code ?? null,
  });
  const given = {
    grants: choices.grants.map(codeOf),
    limits: choices.limits && codeOf(choices.limits),
    sensitive: choices.sensitive.flatMap((index) => pick(world.indicators, index)?.code ?? []),
  };
  await database.dataSource.query('update indicator set is_sensitive = true where code = any($1::text[])', [
    given.sensitive,
  ]);
  const ids: { id: number; code: string }[] = await database.dataSource.query(
    'select id, code from party_unit',
  );
  const grantOf = ({ unit, ...grant }: GivenGrant): Grant => ({
    ...grant,
    unitId: ids.find(({ code }) => code === unit)?.id ?? null,
  });
  const actor = { kind: 'USER' as const, userId: 1, keyId: null, name: 'someone' };
  const limits = given.limits && { ...grantOf(given.limits), isReadOnly: false };
  const someone = everyone.as(new Access(actor, given.grants.map(grantOf), limits));
  const figures: { id: string }[] = await database.dataSource.query(
    `select concat_ws('_', indicator_id, unit_id, period_start, member_id) as id from observation order by id limit 40`,
  );
  const coverage = new Coverage(world, today, given);
  return { world, today, queries, given, coverage, someone, ids: figures.map(({ id }) => id) };
}

/** Everything that can be read of units and figures, in every way there is to ask for it. */
async function readAll({ world, today, queries, someone, ids }: Scene): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>();
  const ask = async (document: string, variables: object = {}) => {
    answers.set(`${document} ${JSON.stringify(variables)}`, await someone.run(document, variables, today));
  };
  for (const query of queries) answers.set(JSON.stringify(query), await someone.ask(query, today));

  const figure = 'id numeric note recordedAt version unit { code name } indicator { code } member { code }';
  for (const field of ['id', 'unit', 'numeric', 'note', 'recordedAt']) {
    await ask(
      `{ observations(perPage: 500, sort: [{ field: ${field}, order: DESC }]) { total items { ${figure} } } }`,
    );
  }
  await ask(
    `{ observations(perPage: 3, page: 2, filter: { numeric: { gte: "1" } }) { total items { ${figure} } } }`,
  );
  await ask(`{ observations(filter: { q: "u" }) { total } }`);
  const target = 'id value actual unit { code } indicator { code }';
  await ask(`{ targets(perPage: 500, sort: [{ field: value, order: ASC }]) { total items { ${target} } } }`);

  const place = 'code name level parent { code name } ancestors { code name }';
  const below = 'children { code name } descendants { code name }';
  const life = 'openedOn closedOn version kind { code } sector { code } successor { code name }';
  const acts = 'changes { id type note units { code name } }';
  for (const asOf of [today, '2020-02-01', '2021-07-01']) {
    const list = `partyUnits(perPage: 500, includeClosed: true, asOf: "${asOf}", sort: [{ field: name, order: DESC }])`;
    await ask(`{ ${list} { total items { id ${place} ${below} ${life} ${acts} } } }`);
  }
  await ask(`{ partyUnits(includeClosed: true, filter: { q: "u" }) { total items { code } } }`);
  const [indicator] = world.indicators;
  for (const [index, { code }] of world.units.entries()) {
    await ask(`query ($code: String!) { partyUnit(code: $code) { ${place} } }`, { code });
    await ask('query ($id: ID!) { partyUnit(id: $id) { code name } }', { id: String(index + 1) });
    await ask(`query ($code: String!) { partyUnit(code: $code) { ${life} ${acts} } }`, { code });
    await ask(`query ($code: String!) { partyUnit(code: $code) { ${below} } }`, { code });
    await ask('query ($code: String!) { observations(filter: { under: $code }) { total } }', { code });
    await ask('query ($code: String!) { observations(filter: { unit: { ne: $code } }) { total } }', { code });
    await ask(
      `query ($code: String!, $indicator: String!) {
        partyUnit(code: $code) { value(indicator: $indicator, period: "2020") { exactValue reports share rank } }
      }`,
      { code, indicator: indicator?.code },
    );
  }
  for (const id of ids) await ask(`query ($id: ID!) { observation(id: $id) { ${figure} } }`, { id });
  await ask(`query ($ids: [ID!]!) { observations(filter: { ids: $ids }) { total } }`, {
    ids,
  });
  return answers;
}

/** Changes everything that someone's grants do not cover. */
async function changeWhatIsHidden({ world, coverage }: Scene): Promise<void> {
  const open = [...coverage.countingIn(coverage.units(Role.VIEWER))];
  const withSensitive = [...coverage.countingIn(coverage.units(Role.VIEWER, true))];
  const sensitive = world.indicators.map(({ code }) => code).filter((code) => coverage.isSensitive(code));
  const isHidden = `
    from party_unit unit, indicator
    where unit.id = changed.unit_id and indicator.id = changed.indicator_id and unit.code <> all(
      case when indicator.code = any($3::text[]) then $2::text[] else $1::text[] end)`;
  const given = [open, withSensitive, sensitive];
  await database.dataSource.transaction(async (manager) => {
    await manager.query(
      `update observation changed set value = value + 1, note = 'hidden', recorded_at = now() + interval '1 day' ${isHidden}`,
      given,
    );
    await manager.query(
      `delete from observation changed using party_unit unit, indicator
       where unit.id = changed.unit_id and indicator.id = changed.indicator_id and unit.code <> all(
         case when indicator.code = any($3::text[]) then $2::text[] else $1::text[] end)
         and extract(month from changed.period_start) in (3, 7)`,
      given,
    );
    await manager.query(`update target changed set value = value + 1 ${isHidden}`, given);
    await manager.query(
      `update unit_placement placement set name = name || ' hidden', kind_id = null, sector_id = null
       from party_unit unit where unit.id = placement.unit_id and unit.code <> all($1::text[])`,
      [[...coverage.named(coverage.countingIn(coverage.units(Role.VIEWER)))]],
    );
  });
}

function rowsOf(answer: EngineAnswer): readonly object[] {
  return 'rows' in answer ? answer.rows.map(({ share: _, ...row }) => row) : [];
}

describe('grants over random trees, reorganisations and operations', () => {
  it(
    'hide what they do not cover: no answer, order, count or error depends on it',
    () =>
      fc.assert(
        fc.asyncProperty(scenario, async (given) => {
          const scene = await setScene(given);
          const before = await readAll(scene);
          await changeWhatIsHidden(scene);
          const after = await readAll(scene);
          for (const [question, answer] of before)
            expect([question, after.get(question)]).toEqual([question, answer]);
        }),
        parameters,
      ),
    timeout,
  );

  it(
    'show what they cover, as everyone sees it',
    () =>
      fc.assert(
        fc.asyncProperty(scenario, async (given) => {
          const { world, today, queries, coverage, someone } = await setScene(given);
          const units = coverage.units(Role.VIEWER);
          const listed = await someone.run<{ partyUnits: { items: { code: string }[] } }>(
            '{ partyUnits(perPage: 500, includeClosed: true) { items { code } } }',
            {},
            today,
          );
          if (!('refusal' in listed)) {
            expect(new Set(listed.partyUnits.items.map(({ code }) => code))).toEqual(units);
          }
          const figures = await someone.run<{ observations: { total: number } }>(
            '{ observations { total } }',
            {},
            today,
          );
          if (!('refusal' in figures)) {
            const visible = world.observations.filter(({ unit, indicator }) =>
              coverage.hasFigure(Role.VIEWER, unit, indicator),
            );
            expect(figures.observations.total).toBe(visible.length);
          }
          for (const query of queries) {
            if (!('codes' in query.units)) continue;
            const isSensitive = query.indicators.some((code) => coverage.isSensitive(code));
            const covered = coverage.units(Role.VIEWER, isSensitive);
            const answer = await someone.ask(query, today);
            if (query.units.codes.every((code) => covered.has(code))) {
              const expected = await everyone.ask(query, today);
              expect('refusal' in answer ? answer : rowsOf(answer)).toEqual(
                'refusal' in expected ? expected : rowsOf(expected),
              );
            } else {
              expect(answer).toEqual({
                refusal: expect.stringMatching(/^(FORBIDDEN|UNKNOWN_CODE|QUERY_|PERIOD_|AGG)/),
              });
            }
          }
        }),
        parameters,
      ),
    timeout,
  );

  it(
    'let nothing be changed that they do not cover',
    async () => {
      let succeeded = 0;
      await fc.assert(
        fc.asyncProperty(scenario, async (given) => {
          const scene = await setScene(given);
          for (const attempt of given.attempts) {
            const before = await stateOutside(scene);
            const outcome = await tryTo(scene, attempt);
            expect(await stateOutside(scene)).toEqual(before);
            if ('refusal' in outcome) expect(outcome.refusal).toMatch(/^[A-Z_]+$/);
            else succeeded += 1;
            // After an act that succeeded, the tree is no longer the one that the coverage was worked out from.
            if (!('refusal' in outcome) && attempt.what % attempts.length >= FIRST_ACT) return;
          }
        }),
        parameters,
      );
      expect(succeeded).toBeGreaterThan(0);
    },
    timeout,
  );
});

type Attempt = Scenario['attempts'][number];

const attempts: ((names: {
  unit: string;
  other: string;
  indicator: string;
  id: string;
  targetId: string;
}) => [string, object?])[] = [
  ({ unit, indicator }) => [
    'mutation ($input: CreateObservationInput!) { createObservation(input: $input) { id } }',
    { input: { unit, indicator, period: '2021-12', numeric: '3' } },
  ],
  ({ id }) => [
    'mutation ($id: ID!) { updateObservations(ids: [$id], input: { numeric: "99" }) { id } }',
    { id },
  ],
  ({ id }) => ['mutation ($id: ID!) { deleteObservation(id: $id) { id } }', { id }],
  ({ id }) => ['mutation ($id: ID!) { deleteObservations(ids: [$id]) }', { id }],
  ({ unit, indicator }) => [
    'mutation ($input: CreateTargetInput!) { createTarget(input: $input) { id } }',
    { input: { unit, indicator, period: '2023', value: '3' } },
  ],
  ({ targetId }) => [
    'mutation ($id: ID!) { updateTargets(ids: [$id], input: { value: "99" }) { id } }',
    { id: targetId },
  ],
  ({ targetId }) => ['mutation ($id: ID!) { deleteTarget(id: $id) { id } }', { id: targetId }],
  () => ['mutation { createSector(input: { code: "s9", name: "s9" }) { id } }'],
  () => ['mutation { deleteIndicators(ids: ["1"]) }'],
  ({ unit }) => [
    'mutation ($input: RenamePartyUnitInput!) { renamePartyUnit(input: $input) { change { id } } }',
    { input: { unit, name: 'renamed', effectiveOn: '2022-05-01' } },
  ],
  ({ unit, other }) => [
    'mutation ($input: MovePartyUnitInput!) { movePartyUnit(input: $input) { change { id } } }',
    { input: { unit, parent: other, effectiveOn: '2022-05-01' } },
  ],
  ({ unit, other }) => [
    'mutation ($input: MergePartyUnitsInput!) { mergePartyUnits(input: $input) { change { id } } }',
    { input: { units: [unit], into: { code: other }, effectiveOn: '2022-05-01' } },
  ],
  ({ unit }) => [
    'mutation ($input: ClosePartyUnitInput!) { closePartyUnit(input: $input) { change { id } } }',
    { input: { unit, effectiveOn: '2022-05-01' } },
  ],
  ({ other }) => [
    'mutation ($input: CreatePartyUnitInput!) { createPartyUnit(input: $input) { id } }',
    { input: { code: 'NEW', name: 'new', parent: other, openedOn: '2022-01-01' } },
  ],
  () => ['mutation { createPartyUnit(input: { code: "NEW", name: "new", openedOn: "2022-01-01" }) { id } }'],
];
const FIRST_ACT = 9;

async function tryTo(
  { world, today, someone }: Scene,
  { what, unit, other, indicator }: Attempt,
): Promise<object | { refusal: string }> {
  const [figures, targets]: { id: string }[][] = await Promise.all([
    database.dataSource.query(
      `select concat_ws('_', indicator_id, unit_id, period_start, member_id) as id from observation order by id`,
    ),
    database.dataSource.query('select id from target order by id'),
  ]);
  const attempt = attempts[what % attempts.length] as (typeof attempts)[number];
  const [document, variables = {}] = attempt({
    unit: pick(world.units, unit)?.code ?? 'none',
    other: pick(world.units, other)?.code ?? 'none',
    indicator: pick(world.indicators, indicator)?.code ?? 'none',
    id: pick(figures ?? [], unit)?.id ?? '1_1_2020-01-01',
    targetId: String(pick(targets ?? [], unit)?.id ?? 1),
  });
  return someone.run(document, variables, today);
}

/** All rows that someone may not change, a line each. */
async function stateOutside({ world, coverage, given }: Scene): Promise<string[]> {
  const lines = async (text: string) => {
    const rows: { unit: string | null; parent?: string | null; indicator: string | null; line: string }[] =
      await database.dataSource.query(text);
    return rows;
  };
  const figures = (table: string) =>
    lines(`select unit.code as unit, indicator.code as indicator, '${table} ' || to_jsonb(changed)::text as line
      from ${table} changed
      join party_unit unit on unit.id = changed.unit_id
      join indicator on indicator.id = changed.indicator_id
      order by line`);
  const outside = async (table: string, role: Role) =>
    (await figures(table)).filter(
      ({ unit, indicator }) => !coverage.hasFigure(role, unit ?? '', indicator ?? ''),
    );
  const administered = coverage.units(Role.ADMINISTRATOR);
  const places = await lines(`
    select unit.code as unit, parent.code as parent, null as indicator, concat_ws(' ', unit.closed_on, unit.successor_id, to_jsonb(placement)) as line
    from unit_placement placement
    join party_unit unit on unit.id = placement.unit_id
    left join party_unit parent on parent.id = placement.parent_id
    order by line`);
  const codes = new Set(world.units.map(({ code }) => code));
  const isOpenedBelow = (unit: string | null, parent: string | null | undefined) =>
    !codes.has(unit ?? '') && administered.has(parent ?? '');
  const isEverywhere =
    world.units.length > 0 &&
    given.grants.some(({ role, unit }) => role === Role.ADMINISTRATOR && unit === null) &&
    (given.limits === null || given.limits.unit === null);
  const shared = isEverywhere
    ? []
    : await lines(`
      select null as unit, null as indicator, to_jsonb(sector)::text as line from sector
      union all select null, null, to_jsonb(indicator)::text from indicator
      union all select null, null, count(distinct unit_id)::text from unit_placement where parent_id is null
      order by line`);
  return [
    ...(await outside('observation', Role.EDITOR)),
    ...(await outside('target', Role.APPROVER)),
    ...places.filter(({ unit, parent }) => !administered.has(unit ?? '') && !isOpenedBelow(unit, parent)),
    ...shared,
  ].map(({ line }) => line);
}
