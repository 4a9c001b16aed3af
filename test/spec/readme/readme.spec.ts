import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../../../server/app';
import { loadSample } from '../../../server/sample/load-sample';
import { graphql } from '../../support/client';
import { createTestDatabase, type TestDatabase } from '../../support/database';

const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');

let database: TestDatabase;
let app: FastifyInstance;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadSample(database.dataSource);
  app = await createApp({
    dataSource: database.dataSource,
    config: { timeZone: 'Asia/Ho_Chi_Minh', logLevel: 'silent' },
    clock: () => new Date('2024-03-15T05:00:00Z'),
  });
}, 30_000);
afterAll(async () => {
  await app.close();
  await database.drop();
});

function found(pattern: RegExp): string {
  const text = pattern.exec(readme)?.[1];
  if (!text) throw new Error(`README.md has nothing like ${pattern}.`);
  return text;
}

describe('README.md', () => {
  it('prints the answer that its question gets', async () => {
    const { data } = await graphql(app, found(/```graphql\n(.*?)```/s));
    expect({ data }).toEqual(JSON.parse(found(/```json\n(.*?)```/s)));
  });

  it('has a line for curl that is answered', async () => {
    const { query } = JSON.parse(found(/-d '(\{.*?\})'`/)) as { query: string };
    const { data } = await graphql<{ sectors: { items: unknown[] } }>(app, query);
    expect(data?.sectors.items).toHaveLength(5);
  });

  it('asks from Power Query for rows with all the columns that it expands', async () => {
    const question = found(/Question = "(.*?)",\n {2}Answer/s).replaceAll('""', '"');
    const { data } = await graphql<{ analytics: { rows: unknown[] } }>(app, question);
    expect(data?.analytics.rows[0]).toEqual({
      unit: { code: expect.any(String), name: expect.any(String) },
      period: { code: '2022-08' },
      value: expect.any(Number),
    });
  });
});
