import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readGroups } from '../../../server/sign-in/oidc-settings';
import { People, password } from '../../support/people';

jest.setTimeout(30_000);

const publicUrl = new URL('http://khoi.test:4000');

let provider: ChildProcess;
let issuer: string;
let people: People;

beforeAll(async () => {
  const script = join(__dirname, '../../support/oidc-provider.mjs');
  provider = spawn(process.execPath, [script, `${publicUrl.origin}/auth/oidc/callback`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(provider.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  issuer = line.toString().trim();
  people = await People.open({
    publicUrl,
    oidc: {
      issuer: new URL(issuer),
      clientId: 'khoi',
      clientSecret: 'a secret of this test',
      groups: readGroups('readers=VIEWER,analysts=ANALYST,finance=EDITOR+SENSITIVE@FIN,gone=EDITOR@GONE'),
    },
  });
  await people.ask(
    'mutation { createPartyUnit(input: { code: "FIN", name: "Tài chính", openedOn: "2020-01-01" }) { id } }',
  );
});
afterAll(async () => {
  provider?.kill();
  await people?.close();
});

/** What a browser keeps of one site. */
class Cookies {
  private readonly kept = new Map<string, string>();

  take(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.kept.delete(name);
      else this.kept.set(name, value);
    }
  }

  get header(): string {
    return [...this.kept].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** A request to Khối as a browser goes to an address. */
async function visit(cookies: Cookies, url: string): Promise<string> {
  const answer = await people.app.inject({ url, headers: { cookie: cookies.header, host: publicUrl.host } });
  cookies.take([answer.headers['set-cookie'] ?? []].flat());
  return String(answer.headers.location);
}

/** Goes to the provider and through it; answers the address at which it sends the browser back. */
async function through(address: string): Promise<string> {
  const cookies = new Cookies();
  let at = address;
  for (let hops = 0; at.startsWith(issuer) && hops < 10; hops += 1) {
    const response = await fetch(at, { redirect: 'manual', headers: { cookie: cookies.header } });
    cookies.take(response.headers.getSetCookie());
    at = new URL(response.headers.get('location') ?? 'about:blank', at).href;
  }
  return at.replace(publicUrl.origin, '');
}

async function become(account: string, ...groups: string[]): Promise<void> {
  const query = new URLSearchParams({ account });
  for (const group of groups) query.append('group', group);
  await fetch(`${issuer}/people?${query}`);
}

interface Mine {
  me: {
    user: { id: string; username: string; name: string };
    grants: { role: string; seesSensitive: boolean; unit: { code: string } | null }[];
  };
}

async function signInByProvider(): Promise<{ landed: string; mine: Mine['me'] }> {
  const cookies = new Cookies();
  const landed = await visit(cookies, await through(await visit(cookies, '/auth/oidc/start')));
  const sender = { cookie: cookies.header, 'sec-fetch-site': 'same-origin' };
  const { me } = await people.ask<Mine>(
    '{ me { user { id username name } grants { role seesSensitive unit { code } } } }',
    {},
    sender,
  );
  return { landed, mine: me };
}

describe('signing in by OpenID Connect', () => {
  it('is offered', async () => {
    expect((await people.app.inject('/auth/session')).json()).toMatchObject({
      signInWith: { openIdConnect: '127.0.0.1' },
    });
  });

  it('makes the user, who may what the groups are granted', async () => {
    await become('an', 'readers', 'analysts', 'finance', 'gone', 'unknown');
    const { landed, mine } = await signInByProvider();
    expect(landed).toBe('/');
    expect(mine).toEqual({
      user: { id: expect.any(String), username: 'an', name: 'AN' },
      grants: [
        { role: 'ANALYST', seesSensitive: false, unit: null },
        { role: 'EDITOR', seesSensitive: true, unit: { code: 'FIN' } },
      ],
    });
  });

  it('replaces the grants by those of the groups at each sign-in, of the same user', async () => {
    await become('binh', 'analysts');
    const before = await signInByProvider();
    await become('binh', 'finance');
    const after = await signInByProvider();
    expect(after.mine.user).toEqual(before.mine.user);
    expect(after.mine.grants).toEqual([{ role: 'EDITOR', seesSensitive: true, unit: { code: 'FIN' } }]);
    await become('binh');
    expect((await signInByProvider()).mine.grants).toEqual([]);
  });

  it('takes over nobody who has the same user name here', async () => {
    const id = await people.add('chi', 'ADMINISTRATOR');
    await become('chi', 'readers');
    const { mine } = await signInByProvider();
    expect(mine.user.id).not.toBe(id);
    expect(mine.user.username).toMatch(/^oidc-[\da-f]{16}$/);
    expect((await people.post('sign-in', { username: mine.user.username, password })).statusCode).toBe(401);
  });

  it('is refused to who is disabled', async () => {
    await become('dung', 'readers');
    const { mine } = await signInByProvider();
    await people.ask(
      'mutation ($id: ID!) { updateUser(id: $id, version: 1, input: { isDisabled: true }) { id } }',
      { id: mine.user.id },
    );
    const cookies = new Cookies();
    expect(await visit(cookies, await through(await visit(cookies, '/auth/oidc/start')))).toBe(
      '/#/login?signIn=failed',
    );
    expect(cookies.header).toBe('');
  });

  it('asks with PKCE, state and nonce', async () => {
    const address = new URL(await visit(new Cookies(), '/auth/oidc/start'));
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'khoi',
      response_type: 'code',
      redirect_uri: 'http://khoi.test:4000/auth/oidc/callback',
      scope: 'openid profile email',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('comes to nothing in a browser that did not begin it, with another state, or a second time', async () => {
    await become('an', 'readers');
    const cookies = new Cookies();
    const back = await through(await visit(cookies, '/auth/oidc/start'));
    const failed = '/#/login?signIn=failed';
    expect(await visit(new Cookies(), back)).toBe(failed);
    const other = new Cookies();
    await visit(other, '/auth/oidc/start');
    expect(await visit(other, back)).toBe(failed);
    expect(other.header).toBe('');
    const { header } = cookies;
    expect(await visit(cookies, back)).toBe('/');
    const replayed = new Cookies();
    replayed.take([header]);
    expect(await visit(replayed, back)).toBe(failed);
  });
});
