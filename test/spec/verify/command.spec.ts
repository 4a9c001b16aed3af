import { createTestDatabase, type TestDatabase } from '../../support/database';
import { runKhoi } from '../../support/server-process';

jest.setTimeout(120_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const verify = () => runKhoi(['verify'], { DATABASE_URL: database.url });

describe('khoi verify', () => {
  it('says that the database is as it must be', async () => {
    expect(await verify()).toMatchObject({
      code: 0,
      output: expect.stringContaining('The database is as it must be.'),
    });
  });

  it('lists what is not, and fails', async () => {
    await database.dataSource.transaction(async (manager) => {
      await manager.query('set local session_replication_role = replica');
      await manager.query(`insert into party_unit (code, opened_on) values ('A', '2020-01-01')`);
    });
    const { code, output } = await verify();
    expect(code).toBe(1);
    expect(output).toContain(`
FAILS  placements cover the life of each unit, below open parents and in no cycle
       - Unit A has no placement.
`);
    expect(output).toContain('The database differs from what must hold in one place.');
  });
});
