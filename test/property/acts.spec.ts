import fc from 'fast-check';
import type { Unit } from '../reference/world';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { loadWorld } from '../support/load-world';
import { actArbitrary, KINDS, openingArbitrary, SECTORS } from './act-arbitrary';
import { Engine } from './engine';
import { type Command, reorganise } from './organisation';

/** More, and others, as told in engine.spec.ts. */
const {
  KHOI_PROPERTY_RUNS: runs = '15',
  KHOI_PROPERTY_SEED: seed = '2026',
  KHOI_PROPERTY_PATH: path,
} = process.env;

const parameters = {
  numRuns: Number(runs),
  seed: seed === 'random' ? Date.now() % 2 ** 31 : Number(seed),
  ...(path !== undefined && { path }),
};

let database: TestDatabase;
let engine: Engine;

beforeAll(async () => {
  database = await createTestDatabase();
  engine = new Engine(database.dataSource);
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
  const tried = await engine.run<Acted>(document, { input, dryRun: true }, '2022-05-05');
  expect(await lives()).toEqual(before);
  const done = await engine.run<Acted>(document, { input, dryRun: false }, '2022-05-05');
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
              '2022-05-05',
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
