import { createBlankDatabase } from '../../support/database';
import { startServer } from '../../support/server-process';
import { fromOwnPage } from '../../support/sign-in';

jest.setTimeout(60_000);

async function post(url: string, body: object, cookie = ''): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { ...fromOwnPage, cookie }, body: JSON.stringify(body) });
}

describe('the first start', () => {
  it('makes an administrator whose password is printed once, and must be changed', async () => {
    const database = await createBlankDatabase();
    const env = { DATABASE_URL: database.url };
    const first = await startServer(env);
    const password = /Password {3}(\S+)/.exec(first.server.text)?.[1] as string;

    const signedIn = await post(`${first.address}/auth/sign-in`, { username: 'admin', password });
    expect(await signedIn.json()).toMatchObject({
      user: { username: 'admin' },
      mustChangePassword: true,
      highestRole: 'ADMINISTRATOR',
    });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] as string;
    const query = { query: '{ me { rightsEverywhere } }' };
    expect((await post(`${first.address}/graphql`, query, cookie)).status).toBe(401);
    const changed = await post(
      `${first.address}/auth/password`,
      { current: password, new: 'một cây làm chẳng nên non' },
      cookie,
    );
    expect(changed.status).toBe(200);
    await first.server.stop();

    const second = await startServer(env);
    const answer = await post(`${second.address}/graphql`, query, cookie);
    expect(await answer.json()).toMatchObject({
      data: { me: { rightsEverywhere: expect.arrayContaining(['MANAGE_PEOPLE']) } },
    });
    const { output } = await second.server.stop();
    expect(output).not.toContain('Password');
    await database.drop();
  });
});
