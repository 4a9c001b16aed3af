import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { loadWorld } from '../support/load-world';
import { worldArbitrary } from './world-arbitrary';

// Sixty worlds take two seconds on a free machine.
jest.setTimeout(60_000);

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the database', () => {
  it('takes every history that could have been', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, async (world) => {
        await loadWorld(database.dataSource, world);
        const rows: unknown = await database.dataSource.query(
          'select count(*)::int as reports from observation',
        );
        expect(rows).toEqual([{ reports: world.observations.length }]);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
