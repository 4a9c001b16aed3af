import { Api } from '../../support/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

/** The lines that a request writes. */
async function logged(request: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const before = api.log.length;
  await request();
  await new Promise((resolve) => setImmediate(resolve));
  return api.log.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
}

const secret = 'Bí mật 12345';

describe('the log', () => {
  it('has a line for each request: what was asked, how it ended, how long it took', async () => {
    const [line, ...more] = await logged(() => api.ask('query Sectors { sectors { total } }'));
    expect(more).toEqual([]);
    expect(line).toEqual({
      level: 30,
      time: expect.any(Number),
      pid: expect.any(Number),
      hostname: expect.any(String),
      reqId: expect.stringMatching(/^[\da-f-]{36}$/),
      method: 'POST',
      path: '/graphql',
      status: 200,
      ms: expect.any(Number),
      user: 'tester',
      key: 1,
      operation: 'Sectors',
      msg: 'request',
    });
  });

  it('names the codes of what was refused, under the request id that the client has seen', async () => {
    let requestId: unknown;
    const [line] = await logged(async () => {
      ({ requestId } = await api.failure('{ sector { id } }'));
    });
    expect(line).toMatchObject({ errors: ['QUERY_INVALID'], reqId: requestId });
  });

  it('holds nothing of bodies, variables and query strings', async () => {
    const lines = await logged(async () => {
      const input = { code: secret, name: secret };
      await api.create('Sector', input);
      await api.refusal('mutation ($input: CreateSectorInput!) { createSector(input: $input) { id } }', {
        input,
      });
      await api.ask(`{ sectors(filter: { q: "${secret}" }) { total } }`);
      await api.app.inject({
        url: `/graphql?query={sectors{total}}&variables={"q":"${encodeURIComponent(secret)}"}`,
      });
      await api.app.inject({
        method: 'POST',
        url: '/graphql',
        payload: `{"query": "${secret}`,
        headers: { 'content-type': 'application/json' },
      });
      await api.app.inject({
        url: `/sign-in?token=${encodeURIComponent(secret)}`,
        headers: { authorization: secret, cookie: secret },
      });
    });
    expect(lines).toHaveLength(6);
    expect(JSON.stringify(lines)).not.toMatch(/Bí mật|12345/);
  });

  it('has all of an error that nobody foresaw, but what users sent; the client sees none of it', async () => {
    await api.database.dataSource.query('alter table sector rename column sort_order to moved');
    let shown: unknown;
    const lines = await logged(async () => {
      shown = await api.failure(
        'query ($q: String) { sectors(filter: { q: $q }) { total items { name } } }',
        {
          q: 'confidential',
        },
      );
    });
    await api.database.dataSource.query('alter table sector rename column moved to sort_order');

    expect(shown).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      message: 'Something went wrong on the server.',
      hint: expect.any(String),
      requestId: lines.at(-1)?.reqId,
    });
    expect(lines[0]).toMatchObject({
      level: 50,
      reqId: lines.at(-1)?.reqId,
      msg: 'internal error',
      err: {
        type: 'QueryFailedError',
        message: expect.stringContaining('sort_order'),
        stack: expect.stringContaining('at '),
        code: '42703',
        query: expect.stringContaining('SELECT'),
      },
    });
    expect(JSON.stringify(lines)).not.toContain('confidential');
  });
});
