import { serverAudits } from 'graphql-http';
import { asAdministrator } from '../../support/administrator';
import { Api } from '../../support/api';

let api: Api;
let address: string;
beforeAll(async () => {
  api = await Api.open();
  address = `${await api.app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
});
afterAll(() => api.close());

const json = { 'content-type': 'application/json', ...asAdministrator };
const newer = { ...json, accept: 'application/graphql-response+json' };

interface Answer {
  status: number;
  code: string;
  message: string;
  headers: Headers;
}

async function send(init: RequestInit, url = address): Promise<Answer> {
  const response = await fetch(url, init);
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string; hint: string; requestId: string } }[];
  };
  const [error] = errors;
  if (!error) throw new Error('There is no error.');
  expect(error.extensions.hint).toMatch(/\w/);
  expect(error.extensions.requestId).toBe(response.headers.get('x-request-id'));
  const { status, headers } = response;
  return { status, headers, code: error.extensions.code, message: error.message };
}

const post = (body: string, headers: Record<string, string> = json) =>
  send({ method: 'POST', headers, body });
const ask = (query: string, headers?: Record<string, string>, variables?: object) =>
  post(JSON.stringify({ query, variables }), headers);

describe('the audits of graphql-http', () => {
  const audits = serverAudits({
    url: () => address,
    // A GET with a plain content type could come from a form on another site: clients say that it does not.
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, {
        ...init,
        headers: { ...(init.headers as object), ...asAdministrator, 'Apollo-Require-Preflight': 'true' },
      }),
  });

  it('are 61', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    '%s: %s',
    async (_id, _name, audit) => {
      expect(await audit.fn()).toMatchObject({ status: 'ok' });
    },
  );
});

describe('what is no GraphQL request', () => {
  it.each([
    ['no JSON', '{"query":', 400, 'The body is not valid JSON'],
    ['an empty body', '', 400, 'The body is empty.'],
    ['JSON null', 'null', 400, 'POST body missing'],
    ['a JSON string', '"{ __typename }"', 400, 'POST body missing'],
    ['an empty object', '{}', 400, 'POST body missing'],
    ['several at once', '[{"query":"{ __typename }"}]', 400, 'Operation batching disabled.'],
    ['a query that is no text', '{"query":{"a":1}}', 400, 'GraphQL queries must be strings.'],
    [
      'variables that are text',
      '{"query":"{ __typename }","variables":"{}"}',
      400,
      '`variables` in a POST body',
    ],
    ['a prototype', '{"query":"{ __typename }","__proto__":{"a":1}}', 400, 'The body is not valid JSON'],
  ])('is refused: %s', async (_, body, status, message) => {
    expect(await post(body)).toMatchObject({
      status,
      code: 'BAD_REQUEST',
      message: expect.stringContaining(message),
    });
  });

  it('is refused with 415 as text or a form', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/xml',
    ]) {
      const answer = await post('{"query":"{ __typename }"}', { ...asAdministrator, 'content-type': type });
      expect([type, answer.status, answer.code]).toEqual([type, expect.any(Number), 'BAD_REQUEST']);
      expect([400, 415]).toContain(answer.status);
    }
  });

  it('is refused with 413 from one megabyte on', async () => {
    expect(await ask(`{ sectors(filter: { q: "${'x'.repeat(1024 * 1024)}" }) { total } }`)).toMatchObject({
      status: 413,
      code: 'BODY_TOO_LARGE',
      message: 'The request body is larger than 1 MB.',
    });
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('is refused with 405 as %s', async (method) => {
    const { status, code, headers } = await send({
      method,
      headers: json,
      body: '{"query":"{ __typename }"}',
    });
    expect({ status, code, allow: headers.get('allow') }).toEqual({
      status: 405,
      code: 'BAD_REQUEST',
      allow: 'GET, POST',
    });
  });

  it('is refused at an address that cannot be read', async () => {
    expect(await send({}, address.replace('graphql', '%zz'))).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
      message: "'/%zz' is not a valid url component",
    });
  });

  it('is refused by GET without the header that a form on another site cannot send', async () => {
    const url = `${address}?query=${encodeURIComponent('{ __typename }')}`;
    expect(await send({ headers: asAdministrator }, url)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    const response = await fetch(url, {
      headers: { ...asAdministrator, 'Apollo-Require-Preflight': 'true' },
    });
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('is refused as a change by GET', async () => {
    const url = `${address}?query=${encodeURIComponent('mutation { deleteSector(id: 1) { id } }')}`;
    const answer = await send({ headers: { ...asAdministrator, 'Apollo-Require-Preflight': 'true' } }, url);
    expect([answer.status, answer.code, answer.headers.get('allow')]).toEqual([405, 'BAD_REQUEST', 'POST']);
  });
});

describe('a request that cannot be executed', () => {
  it.each([
    ['a syntax error', '{ sectors {', 'GRAPHQL_PARSE_FAILED', 'Syntax Error: Expected Name, found <EOF>.'],
    [
      'an unknown field',
      '{ sectors { nothing } }',
      'GRAPHQL_VALIDATION_FAILED',
      'Cannot query field "nothing"',
    ],
    [
      'an unknown argument',
      '{ sectors(nothing: 1) { total } }',
      'GRAPHQL_VALIDATION_FAILED',
      'Unknown argument',
    ],
    [
      'a value of the wrong type',
      '{ sectors(page: "1") { total } }',
      'GRAPHQL_VALIDATION_FAILED',
      'Int cannot',
    ],
    [
      'a day that there is not',
      '{ partyUnits(asOf: "2022-02-30") { total } }',
      'GRAPHQL_VALIDATION_FAILED',
      'no such day',
    ],
    [
      'a year that there is not',
      '{ partyUnits(asOf: "0000-01-01") { total } }',
      'GRAPHQL_VALIDATION_FAILED',
      'no such day',
    ],
    [
      'a variable that is missing',
      'query ($id: ID!) { target(id: $id) { id } }',
      'BAD_USER_INPUT',
      'Variable "$id"',
    ],
    [
      'a subscription, which there is not',
      'subscription { figures }',
      'OPERATION_RESOLUTION_FAILURE',
      'There is no subscription',
    ],
    [
      'an operation that is not named',
      'query A { __typename } query B { __typename }',
      'OPERATION_RESOLUTION_FAILURE',
      '',
    ],
  ])('is 400 for who knows the newer media type, 200 for others: %s', async (_, query, code, message) => {
    const expected = { code, message: expect.stringContaining(message) };
    expect(await ask(query, newer)).toMatchObject({ status: 400, ...expected });
    expect(await ask(query)).toMatchObject({ status: 200, ...expected });
  });

  it.each([
    [{ page: '1' }, 'Int cannot represent non-integer value: "1"'],
    [{ page: 1.5 }, 'Int cannot represent non-integer value: 1.5'],
    [{ page: 2 ** 31 }, 'Int cannot represent non 32-bit signed integer value'],
  ])('names the variable that has the wrong type: %j', async (variables, message) => {
    const answer = await ask('query ($page: Int) { sectors(page: $page) { total } }', newer, variables);
    expect(answer).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(message),
    });
  });

  it('names no more of a long value than a person would read', async () => {
    const { message } = await ask('query ($page: Int) { sectors(page: $page) { total } }', newer, {
      page: 'x'.repeat(900_000),
    });
    expect(message).toHaveLength(2001);
    expect(message).toMatch(/^Variable "\$page" got invalid value "x+…$/);
  });

  it('is 200 when only a field of it fails, with the data of the others', async () => {
    const response = await fetch(address, {
      method: 'POST',
      headers: newer,
      body: JSON.stringify({ query: '{ sectors { total } sector { id } }' }),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      data: { sectors: { total: 0 }, sector: null },
      errors: [{ path: ['sector'], extensions: { code: 'QUERY_INVALID' } }],
    });
  });
});

describe('a query that asks for too much', () => {
  const fragments = (spread: (next: string) => string, levels: number) =>
    Array.from({ length: levels }, (_, i) => `fragment f${i} on PartyUnit { ${spread(`f${i + 1}`)} }`).join(
      ' ',
    );
  const nested = (levels: number) => `${'parent { '.repeat(levels)}code${' }'.repeat(levels)}`;

  it.each([
    ['deep', `{ partyUnit(code: "A") { ${nested(19)} } }`, 'more than 20 levels deep'],
    ['very deep', `{ partyUnit(code: "A") { ${nested(3000)} } }`, 'more than 20 levels deep'],
    [
      'deep by fragments',
      `{ partyUnit(code: "A") { ...f0 } } ${fragments((next) => `parent { ...${next} }`, 30)} fragment f30 on PartyUnit { code }`,
      'more than 20 levels deep',
    ],
    [
      'fragments that double',
      `{ partyUnit(code: "A") { ...f0 } } ${fragments((next) => `a: parent { ...${next} } b: parent { ...${next} }`, 17)} fragment f17 on PartyUnit { code }`,
      'unfold into too many fields',
    ],
    [
      'fragments that double without nesting',
      `{ partyUnit(code: "A") { ...f0 } } ${fragments((next) => `...${next} ...${next}`, 60)} fragment f60 on PartyUnit { code }`,
      'unfold into too many fields',
    ],
    ['a long text', `{ ${'__typename '.repeat(5_100)} }`, 'more than 5000 tokens'],
    ['a longer text', `{ ${'__typename '.repeat(20_000)} }`, 'more than 60000 characters'],
    [
      'many rows of many rows',
      `{ partyUnits(perPage: 1000) { items { ${'descendants { '.repeat(3)} code ${' }'.repeat(3)} } } }`,
      'where 500000 are allowed',
    ],
    [
      'many aliases',
      `{ ${Array.from({ length: 501 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
      'has 501 aliases',
    ],
    [
      'many values rolled up for few rows',
      `{ analytics(first: 1, query: { indicators: ["I"], units: { under: "A", relation: DESCENDANTS }, periods: { from: "1950", to: "2020" }, granularity: MONTH }) { totalRows } }`,
      'it costs 852002 points, where 500000 are allowed',
    ],
    [
      'many questions about figures',
      `{ partyUnit(code: "A") { ${Array.from({ length: 26 }, (_, i) => `a${i}: value(indicator: "I", period: "2022") { value }`).join(' ')} } }`,
      'asks 26 questions about figures, where 25 are allowed',
    ],
  ])('is refused at once: %s', async (_, query, message) => {
    const startedAt = performance.now();
    const answer = await ask(query, newer);
    expect(answer).toMatchObject({
      status: 400,
      code: 'QUERY_TOO_COMPLEX',
      message: expect.stringContaining(message),
    });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it('leaves an analyst room: a thousand units with everything about them', async () => {
    const query = `{ partyUnits(perPage: 1000) { items {
      code name level kind { name } sector { name } parent { name } ancestors { code name } children { code name }
    } } }`;
    expect(await api.ask(query)).toEqual({ partyUnits: { items: [] } });
  });

  it('tells what a query costs, and what it may', async () => {
    const { body } = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: json,
      payload: JSON.stringify({ query: '{ partyUnits(perPage: 100) { items { code name } } }' }),
    });
    expect(JSON.parse(body).extensions).toEqual({ cost: { points: 301, budget: 500_000 } });
  });

  it('is not what the playground asks about the schema', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const answer = await api.ask<{ __schema: { types: unknown[] } }>(getIntrospectionQuery());
    expect(answer.__schema.types.length).toBeGreaterThan(50);
  });
});
