import type { FastifyInstance } from 'fastify';
import { createApp } from '../../../server/app';
import { asAdministrator } from '../../support/administrator';
import { People, password } from '../../support/people';
import { signIn } from '../../support/sign-in';
import { testConfig } from '../../support/test-config';

let people: People;
let app: FastifyInstance;

beforeAll(async () => {
  people = await People.open();
  app = await createApp({
    dataSource: people.database.server,
    config: { ...testConfig, logLevel: 'silent', onlyTrustedDocuments: true },
    clock: () => new Date('2025-06-01T05:00:00Z'),
    trustedDocuments: new Map([
      ['Units:1', 'query Units($perPage: Int!) { partyUnits(perPage: $perPage) { total } }'],
      ['Me:1', 'query Me { me { highestRole } }'],
    ]),
  });
});
afterAll(async () => {
  await app.close();
  await people.close();
});

async function ask(body: object, headers: Record<string, string> = asAdministrator) {
  const answer = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: body,
  });
  const { data, errors } = answer.json<{ data?: object; errors?: { extensions: { code: string } }[] }>();
  return { status: answer.statusCode, data, code: errors?.[0]?.extensions.code };
}

describe('a document of the admin', () => {
  it('is asked by its id, with variables', async () => {
    expect(await ask({ documentId: 'Units:1', variables: { perPage: 5 } })).toEqual({
      status: 200,
      data: { partyUnits: { total: 0 } },
    });
  });

  it('that the server does not know is refused', async () => {
    expect(await ask({ documentId: 'Units:2' })).toMatchObject({ status: 404, code: 'DOCUMENT_UNKNOWN' });
  });
});

describe('where only trusted documents are taken', () => {
  const own = { query: '{ me { highestRole } }' };

  it('who only looks sends no other', async () => {
    await people.add('viewer', 'VIEWER');
    const viewer = await signIn(app, { username: 'viewer', password });
    expect(await ask(own, viewer)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await ask({ documentId: 'Me:1' }, viewer)).toMatchObject({
      data: { me: { highestRole: 'VIEWER' } },
    });
    const byUrl = await app.inject({
      url: `/graphql?query=${encodeURIComponent(own.query)}`,
      headers: { ...viewer, 'apollo-require-preflight': 'true' },
    });
    expect(byUrl.statusCode).toBe(403);
  });

  it('analysts and keys send what they want', async () => {
    await people.add('analyst', 'ANALYST');
    expect(await ask(own, await signIn(app, { username: 'analyst', password }))).toMatchObject({
      data: { me: { highestRole: 'ANALYST' } },
    });
    expect(await ask(own)).toMatchObject({ data: { me: { highestRole: 'ADMINISTRATOR' } } });
  });
});
