import fc from 'fast-check';
import { isMerged, type Unit, type World } from '../reference/world';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { loadWorld } from '../support/load-world';
import { actArbitrary, choice, dateArbitrary, KINDS, openingArbitrary, SECTORS } from './act-arbitrary';
import { Engine } from './engine';
import { type Command, pick, reorganise } from './organisation';
import { propertyParameters } from './parameters';
import { worldArbitrary } from './world-arbitrary';

const parameters = propertyParameters(15);

const today = '2021-11-11';

let database: TestDatabase;
let engine: Engine;

beforeAll(async () => {
  database = await createTestDatabase();
  engine = new Engine(database.server);
});
afterAll(() => database.drop());

const actsArbitrary = fc
  .record({
    openings: fc.array(openingArbitrary, { minLength: 1, maxLength: 7, size: 'max' }),
    acts: fc.array(actArbitrary, { maxLength: 12, size: 'max' }),
  })
  .map(({ openings, acts }) => [...openings, ...acts]);

/** Sends a command, first as a dry run, and answers the id of the act. */
async function carryOut({ mutation, input }: Command): Promise<string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!, $dryRun: Boolean!) {
    acted: ${mutation}(input: $input, dryRun: $dryRun) { change { id } affectedUnits { code level } effects { before } }
  }`;
  const before = await lives();
  const tried = await engine.run<Acted>(document, { input, dryRun: true }, today);
  expect(await lives()).toEqual(before);
  const done = await engine.run<Acted>(document, { input, dryRun: false }, today);
  if ('refusal' in done) throw new Error(`${mutation} ${JSON.stringify(input)} was refused: ${done.refusal}`);
  expect(tried).toMatchObject({ acted: { affectedUnits: done.acted.affectedUnits } });
  return done.acted.change.id;
}

interface Acted {
  acted: { change: { id: string }; affectedUnits: object[] };
}

/** All units with all that is dated about them, a line a state. */
async function lives(): Promise<string[]> {
  const rows: { line: string }[] = await database.dataSource.query(
    `select concat_ws('; ', unit.code, placement.effective_on, coalesce(placement.ended_on::text, '-'), placement.name,
       coalesce(parent.code, '-'), coalesce(kind.code, '-'), coalesce(sector.code, '-'),
       coalesce(unit.closed_on::text, '-'), coalesce(successor.code, '-')) as line
     from party_unit unit
     join unit_placement placement on placement.unit_id = unit.id
     left join party_unit parent on parent.id = placement.parent_id
     left join party_unit successor on successor.id = unit.successor_id
     left join unit_kind kind on kind.id = placement.kind_id
     left join sector on sector.id = placement.sector_id
     order by unit.id, placement.effective_on`,
  );
  return rows.map(({ line }) => line);
}

function livesOf(units: readonly Unit[]): string[] {
  return units.flatMap(({ code, placements, closedOn = '-', mergedInto = '-' }) => {
    const states: { from: string; to: string | null; state: string }[] = [];
    for (const { from, to, name, parent, kind, sector } of placements) {
      const state = [name, parent ?? '-', kind ?? '-', sector ?? '-'].join('; ');
      const before = states.at(-1);
      if (before?.state === state) before.to = to;
      else states.push({ from, to, state });
    }
    return states.map(({ from, to, state }) =>
      [code, from, to ?? '-', state, closedOn, mergedInto].join('; '),
    );
  });
}

describe('random acts through the API', () => {
  it(
    'make the history that the plain reference makes, and undone one by one unmake it',
    () =>
      fc.assert(
        fc.asyncProperty(actsArbitrary, async (acts) => {
          const { units, commands } = reorganise(acts);
          await loadWorld(database.dataSource, {
            kinds: KINDS,
            sectors: SECTORS,
            units: [],
            dimensions: [],
            indicators: [],
            observations: [],
          });
          const done: { id: string; before: string[] }[] = [];
          for (const command of commands) {
            const before = await lives();
            done.push({ before, id: await carryOut(command) });
          }
          expect((await lives()).sort()).toEqual(livesOf(units).sort());

          for (const { id, before } of done.reverse()) {
            const undone = await engine.run(
              'mutation ($id: ID!) { undoUnitChange(id: $id) { affectedUnits { code } } }',
              { id },
              today,
            );
            if ('refusal' in undone) throw new Error(`The act ${id} was not undone: ${undone.refusal}`);
            expect(await lives()).toEqual(before);
          }
        }),
        parameters,
      ),
    60_000 + parameters.numRuns * 3_000,
  );
});

interface Effects {
  acted: {
    effects: {
      unit: { code: string };
      indicator: { code: string };
      period: { code: string };
      exactBefore: string | null;
      exactAfter: string | null;
    }[];
  };
}

/** The values of one indicator for every unit that can be asked for, by unit. */
async function valuesOf(
  world: World,
  indicator: string,
  period: string,
  date: string,
  without: string | undefined,
): Promise<Map<string | undefined, string | null>> {
  const units = world.units.filter((unit) => unit.code !== without && !isMerged(unit, date));
  const query = {
    indicators: [indicator],
    units: { codes: units.map(({ code }) => code) },
    periods: { codes: [period] },
    structure: 'AS_OF' as const,
    structureDate: date,
  };
  const answer = await engine.ask(query, today);
  if ('refusal' in answer) throw new Error(`${JSON.stringify(query)} was refused: ${answer.refusal}`);
  return new Map(answer.rows.map(({ unit, exactValue }) => [unit?.code, exactValue]));
}

describe('the effects of a random act on a random world', () => {
  it(
    'are all that changes, for the periods that they are about',
    async () => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(
          worldArbitrary,
          fc.record({ unit: choice, other: choice, on: dateArbitrary, merges: fc.boolean() }),
          async (world, { unit, other, on, merges }) => {
            const [code, target] = [pick(world.units, unit)?.code, pick(world.units, other)?.code ?? null];
            await loadWorld(database.dataSource, world);
            const [mutation, input] = merges
              ? ['mergePartyUnits', { units: [code], into: { code: target }, effectiveOn: on }]
              : ['movePartyUnit', { unit: code, parent: target, effectiveOn: on }];
            const document = `mutation ($input: ${merges ? 'MergePartyUnitsInput' : 'MovePartyUnitInput'}!, $dryRun: Boolean!) {
              acted: ${mutation}(input: $input, dryRun: $dryRun) {
                effects { unit { code } indicator { code } period { code } exactBefore exactAfter }
              }
            }`;
            const tried = await engine.run<Effects>(document, { input, dryRun: true }, today);
            if ('refusal' in tried) return;
            const { effects } = tried.acted;
            const date = on > today ? on : today;
            const asked = [
              ...new Set(effects.map(({ indicator, period }) => `${indicator.code} ${period.code}`)),
            ];
            const gone = merges ? code : undefined;
            const measure = async (without?: string) => {
              const values = new Map<string, string | null>();
              for (const key of asked) {
                const [indicator = '', period = ''] = key.split(' ');
                const found = await valuesOf(world, indicator, period, date, without);
                for (const [of, value] of found) values.set(`${key} ${of}`, value);
              }
              return values;
            };
            const before = await measure();
            await engine.run(document, { input, dryRun: false }, today);
            const after = await measure(gone);

            const changed = [...new Set([...before.keys(), ...after.keys()])]
              .map((key) => `${key}: ${before.get(key) ?? null} -> ${after.get(key) ?? null}`)
              .filter((line) => !/: (.+) -> \1$/.test(line));
            const told = effects.map(
              ({ unit, indicator, period, exactBefore, exactAfter }) =>
                `${indicator.code} ${period.code} ${unit.code}: ${exactBefore} -> ${exactAfter}`,
            );
            expect(told.sort()).toEqual(changed.sort());
            compared += told.length;
          },
        ),
        { ...parameters, numRuns: parameters.numRuns * 4 },
      );
      expect(compared).toBeGreaterThan(0);
    },
    60_000 + parameters.numRuns * 3_000,
  );
});
