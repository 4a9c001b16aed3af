import { administrator } from '../../support/administrator';
import { People, password } from '../../support/people';

let people: People;
beforeAll(async () => {
  people = await People.open({ demoAccounts: 'EVERYONE' });
});
afterAll(() => people.close());

describe('the log, down to its last detail', () => {
  it('holds no password, session, key or hash of one, whatever was done with them', async () => {
    const wanted = 'sáu bảy tám chín mười';
    const id = await people.add('an', 'ADMINISTRATOR');
    const an = await people.signIn('an');
    const token = an.cookie?.split('=')[1] as string;
    await people.post('sign-in', { username: 'hunter2hunter2', password: 'wrong-password' });
    await people.post('password', { current: password, new: wanted }, an);
    await people.post('password', { current: 'wrong-current', new: wanted }, an);
    const { createApiKey } = await people.ask<{ createApiKey: { secret: string } }>(
      'mutation { createApiKey(input: { name: "tool" }) { secret } }',
      {},
      an,
    );
    const { resetUserPassword } = await people.ask<{ resetUserPassword: { password: string } }>(
      'mutation ($id: ID!) { resetUserPassword(id: $id) { password } }',
      { id },
    );
    const { secret } = createApiKey;
    for (const authorization of [`Bearer ${secret}`, `Basic ${btoa(`x:${secret}`)}`, 'Basic !', 'Digest x']) {
      await people.app.inject({ method: 'POST', url: '/graphql', headers: { authorization } });
    }
    await people.app.inject({
      url: '/graphql',
      headers: { 'x-api-key': secret, cookie: an.cookie as string },
    });
    await people.app.inject({
      method: 'POST',
      url: '/auth/sign-in',
      headers: an,
      payload: `{"password":"${wanted}`,
    });
    // What the database complains about is logged in full.
    await people.database.dataSource.query('alter table sign_in_failure rename to moved');
    const { statusCode } = await people.post('sign-in', { username: 'an', password });
    await people.database.dataSource.query('alter table moved rename to sign_in_failure');
    expect(statusCode).toBe(500);

    const log = people.log.join('\n');
    const hashes = await people.database.dataSource.query<{ secret: string }[]>(
      `select encode(token_hash, 'hex') as secret from session
       union select encode(hash, 'hex') from api_key
       union select password_hash from app_user where password_hash is not null`,
    );
    const secrets = [
      password,
      wanted,
      'wrong-password',
      'wrong-current',
      'hunter2',
      token,
      secret,
      btoa(`x:${secret}`),
      resetUserPassword.password,
      administrator.key,
      ...hashes.map(({ secret: hash }) => hash),
    ];
    expect(secrets.filter((text) => log.includes(text))).toEqual([]);
    expect(log).toContain('relation \\"sign_in_failure\\" does not exist');
  });

  it('says who asked, by user name, and with which key', async () => {
    const before = people.log.length;
    await people.ask('query Mine { me { user { id } } }');
    const [line = ''] = people.log.slice(before).filter((text) => text.includes('"operation":"Mine"'));
    expect(JSON.parse(line)).toMatchObject({ user: 'tester', key: 1 });
  });

  it('leaves out the headers that hold secrets, should anything log a request', () => {
    people.app.log.info({
      incoming: { headers: { authorization: 'secret-1', cookie: 'secret-2', 'x-api-key': 'secret-3' } },
    });
    expect(people.log.at(-1)).toContain('[Redacted]');
    expect(people.log.at(-1)).not.toContain('secret-');
  });
});
