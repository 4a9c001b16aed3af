import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../../../server/app';
import { createDataSource } from '../../../server/data-source';
import { asAdministrator } from '../../support/administrator';
import { Api } from '../../support/api';
import { testConfig } from '../../support/test-config';

let api: Api;
let app: FastifyInstance;
let folder: string;

beforeAll(async () => {
  api = await Api.open();
  folder = await mkdtemp(join(tmpdir(), 'khoi-admin-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<title>admin</title>');
  await writeFile(join(folder, 'playground.html'), '<title>playground</title>');
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), `console.log("${'khoi '.repeat(1000)}")`);
  app = await createApp({
    dataSource: api.database.dataSource,
    config: { ...testConfig, logLevel: 'silent' },
    clock: () => new Date(),
    adminFolder: folder,
  });
});
afterAll(async () => {
  await app.close();
  await api.close();
  await rm(folder, { recursive: true });
});

const html = { accept: 'text/html,application/xhtml+xml' };

describe('the pages', () => {
  it.each([
    ['/', '<title>admin</title>'],
    ['/units/12/show', '<title>admin</title>'],
    ['/playground', '<title>playground</title>'],
  ])('%s is served to a browser', async (url, body) => {
    const answer = await app.inject({ url, headers: html });
    expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([
      200,
      expect.stringContaining('text/html'),
      body,
    ]);
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it('trouble nobody when a client leaves in the middle of one', async () => {
    await writeFile(join(folder, 'assets', 'large.js'), randomBytes(8_000_000).toString('hex'));
    const log: { level: number; msg: string }[] = [];
    const listening = await createApp({
      dataSource: api.database.dataSource,
      config: { ...testConfig, logLevel: 'info' },
      clock: () => new Date(),
      adminFolder: folder,
      logStream: { write: (line) => log.push(JSON.parse(line)) },
    });
    try {
      const client = connect(Number(new URL(await listening.listen({ port: 0 })).port), 'localhost');
      client.write('GET /assets/large.js HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip\r\n\r\n');
      await once(client, 'data');
      client.destroy();
      const left = 'the client left before the end of the answer';
      while (!log.some(({ msg }) => msg === left)) await setTimeout(10);
      expect(log.filter(({ level }) => level > 30)).toEqual([]);
    } finally {
      await listening.close();
    }
  });

  it('keep their assets, whose names carry a hash, for ever', async () => {
    const answer = await app.inject({ url: '/assets/main-1a2b.js' });
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/nothing.js', '/assets/nothing.js', '/../package.json', '/%2e%2e/package.json', '/api'])(
    'are not given for what is no page: %s',
    async (url) => {
      const answer = await app.inject({ url, headers: { accept: '*/*' } });
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({
        errors: [{ extensions: { code: 'NOT_FOUND', requestId: expect.any(String) } }],
      });
    },
  );

  it('may load nothing from another origin', async () => {
    for (const url of ['/', '/playground', '/graphql', '/healthz', '/nothing']) {
      const { headers } = await app.inject({ url, headers: html });
      expect(headers).toMatchObject({
        'content-security-policy': [
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "font-src 'self' data:",
          "img-src 'self' data: blob:",
          "worker-src 'self' blob:",
          "connect-src 'self'",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'",
        ].join('; '),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
      });
    }
  });
});

describe('compression', () => {
  it('packs large answers for who takes it', async () => {
    const url = '/assets/main-1a2b.js';
    const packed = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(packed.rawPayload).toString()).toContain('khoi khoi');
    const plain = await app.inject({ url });
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  it('packs answers of GraphQL too', async () => {
    const payload = JSON.stringify({ query: '{ __schema { types { name description } } }' });
    const headers = { ...asAdministrator, 'content-type': 'application/json', 'accept-encoding': 'gzip' };
    const answer = await app.inject({ method: 'POST', url: '/graphql', headers, payload });
    expect(answer.headers['content-encoding']).toBe('gzip');
  });
});

describe('health', () => {
  it('is alive and ready over a database with our schema', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'alive' });
    expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready' });
  });

  it('is alive but not ready while migrations are to be run', async () => {
    const { dataSource } = api.database;
    const [migration] = await dataSource.query<object[]>('select * from migration');
    await dataSource.query('delete from migration');
    const answer = await app.inject('/readyz');
    await dataSource.query(
      `insert into migration select * from json_populate_record(null::migration, $1::json)`,
      [migration],
    );
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      { status: 'not ready', problem: 'migrations are to be run' },
    ]);
  });

  it('is alive but not ready without a database', async () => {
    const dataSource = createDataSource(api.database.url);
    const config = { ...testConfig, logLevel: 'silent' as const };
    const lonely = await createApp({ dataSource, config, clock: () => new Date(), adminFolder: folder });
    expect((await lonely.inject('/healthz')).statusCode).toBe(200);
    const answer = await lonely.inject('/readyz');
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      { status: 'not ready', problem: 'the database does not answer' },
    ]);
    await lonely.close();
  });
});
