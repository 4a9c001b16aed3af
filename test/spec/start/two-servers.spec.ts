import { Client } from 'pg';
import { createBlankDatabase } from '../../support/database';
import { startServer } from '../../support/server-process';

jest.setTimeout(60_000);

describe('two servers that start on one empty database at once', () => {
  it('migrate once and load the sample once', async () => {
    const database = await createBlankDatabase();
    const env = { DATABASE_URL: database.url, KHOI_SAMPLE_DATA: 'true' };
    const started = await Promise.all([startServer(env), startServer(env)]);

    const texts = started.map(({ server }) => server.text);
    expect(texts.filter((text) => text.includes('Migrated the database'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('Loading the sample'))).toHaveLength(1);
    for (const { address } of started) expect((await fetch(`${address}/readyz`)).status).toBe(200);

    const client = new Client(database.url);
    await client.connect();
    const { rows } = await client.query(
      'select name, count(*)::int from migration group by name having count(*) > 1',
    );
    expect(rows).toEqual([]);
    await client.end();
    await Promise.all(started.map(({ server }) => server.stop()));
    await database.drop();
  });
});
