import type { AppOptions } from '../../../server/app';
import { insertDemoAccounts } from '../../../server/sign-in/demo-accounts';
import { errorOf, People } from '../../support/people';

let people: People;
afterEach(() => people.close());

async function open(demoAccounts: AppOptions['config']['demoAccounts']): Promise<void> {
  people = await People.open({ demoAccounts: demoAccounts ?? 'NOBODY' });
  // The unit of the sample that the editor is for; test/spec/sample looks at all of it.
  await people.ask(
    'mutation { createPartyUnit(input: { code: "CQ-SOTC", name: "Sở Tài chính", openedOn: "2020-01-01" }) { id } }',
  );
  await insertDemoAccounts(people.database.dataSource.manager);
}

const offered = async (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') => {
  const answer = await people.app.inject({ url: '/auth/session', headers, remoteAddress });
  return answer
    .json<{ signInWith: { demoAccounts: { username: string }[] } }>()
    .signInWith.demoAccounts.map(({ username }) => username);
};

const choose = async (username: string, headers: Record<string, string> = {}, remoteAddress?: string) => {
  const answer = await people.post('demo', { username }, headers, remoteAddress);
  return answer.statusCode === 200
    ? `200 ${answer.json<{ highestRole: string }>().highestRole}`
    : `${answer.statusCode} ${errorOf(answer).extensions.code}`;
};

describe('the users of the sample', () => {
  it('are chosen without a password on this machine', async () => {
    await open('THIS_MACHINE');
    expect(await offered()).toEqual(['demo-administrator', 'demo-editor', 'demo-analyst']);
    expect([
      await choose('demo-administrator'),
      await choose('demo-editor'),
      await choose('demo-analyst'),
    ]).toEqual(['200 ADMINISTRATOR', '200 EDITOR', '200 ANALYST']);
  });

  it('are one editor of one committee, and two of the whole tree', async () => {
    await open('THIS_MACHINE');
    const { grants } = await people.ask<{ grants: { items: object[] } }>(
      '{ grants(filter: { q: "demo-" }) { items { user { username } role unit { code } seesSensitive } } }',
    );
    expect(grants.items).toEqual([
      { user: { username: 'demo-administrator' }, role: 'ADMINISTRATOR', unit: null, seesSensitive: true },
      { user: { username: 'demo-analyst' }, role: 'ANALYST', unit: null, seesSensitive: false },
      { user: { username: 'demo-editor' }, role: 'EDITOR', unit: { code: 'CQ-SOTC' }, seesSensitive: false },
    ]);
  });

  it('have no password', async () => {
    await open('THIS_MACHINE');
    for (const password of ['', 'null', 'demo-administrator']) {
      const answer = await people.post('sign-in', { username: 'demo-administrator', password });
      expect(answer.statusCode).toBe(401);
    }
  });

  it.each([
    ['another machine', {}, '192.168.1.7'],
    ['a proxy on this machine', { 'x-forwarded-for': '192.168.1.7' }, '127.0.0.1'],
    ['a page whose own name points here', { host: 'rebound.example:4000' }, '127.0.0.1'],
    ['another site', { 'sec-fetch-site': 'cross-site' }, '127.0.0.1'],
  ])('are refused to %s', async (_, headers, address) => {
    await open('THIS_MACHINE');
    expect(await choose('demo-administrator', headers, address)).toMatch(/^40[34]/);
    if (!('sec-fetch-site' in headers)) expect(await offered(headers, address)).toEqual([]);
  });

  it('are refused where the server listens elsewhere, and their sessions and keys with them', async () => {
    await open('NOBODY');
    expect(await offered()).toEqual([]);
    expect(await choose('demo-administrator')).toBe('404 NOT_FOUND');
    await people.database.dataSource.query(
      `insert into session (token_hash, user_id, created_at, last_seen_at, expires_at, address)
       select sha256('left'), id, '2025-06-01', '2025-06-01T05:00Z', '2025-06-10', '::1'
       from app_user where username = 'demo-administrator'`,
    );
    await people.database.dataSource.query(
      `insert into api_key (user_id, name, hash, hint, role, created_at)
       select id, 'left', sha256('left'), 'left', 'VIEWER', '2025-06-01' from app_user where username = 'demo-analyst'`,
    );
    const ask = (sender: Record<string, string>) => people.refusal('{ me { user { id } } }', {}, sender);
    expect([
      await ask({ cookie: 'khoi_session=left', 'sec-fetch-site': 'same-origin' }),
      await ask({ 'x-api-key': 'left' }),
    ]).toEqual(
      Array.from(
        { length: 2 },
        () => '401 UNAUTHENTICATED: The session or key is not known, is over, or was revoked.',
      ),
    );
  });

  it('are let in from everywhere where that is said', async () => {
    await open('EVERYONE');
    expect(await choose('demo-analyst', {}, '192.168.1.7')).toBe('200 ANALYST');
  });

  it('are the only ones who need no password', async () => {
    await open('THIS_MACHINE');
    expect(await choose('tester')).toBe('404 NOT_FOUND');
    expect(await choose("' or true --")).toBe('404 NOT_FOUND');
  });
});
