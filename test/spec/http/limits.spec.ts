import { once } from 'node:events';
import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { Access } from '../../../server/access/access';
import { createApp } from '../../../server/app';
import { createDataSource } from '../../../server/data-source';
import { inWriteTransaction } from '../../../server/database/write-transaction';
import { asAdministrator } from '../../support/administrator';
import { Api } from '../../support/api';
import { testConfig } from '../../support/test-config';

let api: Api;
let app: FastifyInstance;

beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

beforeEach(async () => {
  app = await createApp({
    dataSource: api.database.dataSource,
    config: { ...testConfig, requestsPerMinute: 5, logLevel: 'silent' },
    clock: () => new Date(),
  });
});
afterEach(() => app.close());

async function ask(headers: Record<string, string>, query = '{ __typename }') {
  const answer = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify({ query }),
  });
  const { errors } = answer.json<{ errors?: { extensions: { code: string } }[] }>();
  return {
    status: answer.statusCode,
    code: errors?.[0]?.extensions.code,
    retryAfter: answer.headers['retry-after'],
  };
}

async function askTimes(times: number, headers: Record<string, string>): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await ask(headers)).status);
  return statuses;
}

describe('requests in a minute', () => {
  it('are limited for each sender, who is told when to come back', async () => {
    expect(await askTimes(5, asAdministrator)).toEqual([200, 200, 200, 200, 200]);
    expect(await ask(asAdministrator)).toEqual({
      status: 429,
      code: 'RATE_LIMITED',
      retryAfter: expect.stringMatching(/^([1-9]|[1-5]\d|60)$/),
    });
  });

  it('of one key take nothing from another', async () => {
    await api.database.dataSource.query(`
      insert into api_key (user_id, name, hash, hint, role, sees_sensitive, is_read_only, created_at)
      select user_id, 'second', sha256('second'), hint, role, sees_sensitive, is_read_only, created_at
      from api_key where name = 'tests'`);
    await askTimes(6, asAdministrator);
    expect((await ask(asAdministrator)).status).toBe(429);
    expect((await ask({ 'x-api-key': 'second' })).status).toBe(200);
  });

  it('with keys that nobody has are limited for their address', async () => {
    const statuses = await askTimes(70, { 'x-api-key': 'guessed' });
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
    // Who has a good one from the same address is none of them.
    expect((await ask(asAdministrator)).status).toBe(200);
  });
});

describe('a statement', () => {
  it('that reads for too long is ended; one that writes takes its time', async () => {
    const dataSource = await createDataSource(api.database.serverUrl, 100).initialize();
    const takeLong = 'select pg_sleep(0.3)';
    await expect(dataSource.query(takeLong)).rejects.toThrow('statement timeout');
    const author = { access: Access.ofSystem('test'), requestId: null };
    await inWriteTransaction(dataSource, author, (manager) => manager.query(takeLong));
    await expect(dataSource.query(takeLong)).rejects.toThrow('statement timeout');
    await dataSource.destroy();
  });
});

describe('a body', () => {
  it('of 10 MB is refused', async () => {
    expect(await ask(asAdministrator, `{ ${'__typename '.repeat(1_000_000)} }`)).toMatchObject({
      status: 413,
      code: 'BODY_TOO_LARGE',
    });
  });

  it('of huge variables is refused', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...asAdministrator },
      payload: JSON.stringify({ query: '{ __typename }', variables: { text: 'x'.repeat(2_000_000) } }),
    });
    expect(answer.statusCode).toBe(413);
  });

  it('that comes byte by byte holds no connection for long', async () => {
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    expect(app.server.requestTimeout).toBe(30_000);
    // Not waited for: a test that takes half a minute is one that nobody runs.
    app.server.requestTimeout = 500;
    app.server.headersTimeout = 400;
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: ${asAdministrator.authorization}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    );
    let answer = '';
    socket.on('data', (data) => (answer += String(data)));
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
  }, 20_000);
});
