import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { administrator } from '../../support/administrator';
import { graphql } from '../../support/client';
import { openSampleApp, type SampleApp } from '../../support/sample-app';

const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');

let sample: SampleApp;
let app: FastifyInstance;
beforeAll(async () => {
  sample = await openSampleApp();
  app = sample.app;
}, 30_000);
afterAll(() => sample.close());

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
    const { key } = administrator;
    const [name = '', value = ''] = found(/-H "(.*?)"/)
      .replace('$KEY', key)
      .split(': ');
    const { data } = await graphql<{ sectors: { items: unknown[] } }>(app, query, {}, { [name]: value });
    expect(data?.sectors.items).toHaveLength(5);
  });

  it('asks from Power Query for rows with all the columns that it expands', async () => {
    const question = found(/Question = "(.*?)",\n {2}Answer/s).replaceAll('""', '"');
    const header = found(/#"([^"]+)" = Key/);
    const { data } = await graphql<{ analytics: { rows: unknown[] } }>(
      app,
      question,
      {},
      { [header]: administrator.key },
    );
    expect(data?.analytics.rows[0]).toEqual({
      unit: { code: expect.any(String), name: expect.any(String) },
      period: { code: '2022-08' },
      value: expect.any(Number),
    });
  });
});
