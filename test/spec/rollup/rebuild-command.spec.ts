import { loadSample } from '../../../server/sample/load-sample';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { runKhoi } from '../../support/server-process';

jest.setTimeout(120_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadSample(database.dataSource);
});
afterAll(() => database.drop());

const run = (command: string) => runKhoi([command], { DATABASE_URL: database.url });

describe('khoi rebuild', () => {
  it('makes right what khoi verify finds wrong, and says how much', async () => {
    await database.dataSource.query('select fold_rollups(1000000)');
    await database.dataSource.query('update rollup set value = value + 1 where reports > 100');
    expect(await run('verify')).toMatchObject({
      code: 1,
      output: expect.stringContaining('FAILS  roll-ups are what the figures below each unit make'),
    });
    expect(await run('rebuild')).toMatchObject({
      code: 0,
      output: expect.stringMatching(/The roll-ups of \d+ indicators are made anew\./),
    });
    expect(await run('verify')).toMatchObject({ code: 0 });
  });

  it('takes no argument', async () => {
    expect(await runKhoi(['rebuild', 'members'], { DATABASE_URL: database.url })).toMatchObject({ code: 2 });
  });
});
