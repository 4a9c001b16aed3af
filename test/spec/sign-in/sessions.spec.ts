import { asAdministrator } from '../../support/administrator';
import { People, password } from '../../support/people';

let people: People;
let an: Record<string, string>;
beforeEach(async () => {
  people = await People.open();
  await people.add('an', 'VIEWER');
  an = await people.signIn('an');
});
afterEach(() => people.close());

const over = '401 UNAUTHENTICATED: The session or key is not known, is over, or was revoked.';
const whoAmI = '{ me { user { username } } }';

async function isIn(sender: Record<string, string>): Promise<boolean> {
  const { statusCode } = await people.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...sender, 'content-type': 'application/json' },
    payload: JSON.stringify({ query: whoAmI }),
  });
  return statusCode === 200;
}

interface Listed {
  sessions: { items: { id: string; isCurrent: boolean; user: { username: string } }[]; total: number };
}
const list = (sender: Record<string, string>) =>
  people.ask<Listed>('{ sessions { items { id isCurrent user { username } } total } }', {}, sender);

describe('a session', () => {
  it('is not one that somebody else chose: signing in makes a new one', async () => {
    const before = await people.post(
      'sign-in',
      { username: 'an', password },
      { cookie: 'khoi_session=chosen' },
    );
    const [cookie] = before.cookies;
    expect(cookie?.value).not.toBe('chosen');
    expect(await isIn({ ...an, cookie: 'khoi_session=chosen' })).toBe(false);
  });

  it('ends when someone signs in anew in the same browser', async () => {
    const again = await people.post('sign-in', { username: 'an', password }, an);
    expect(again.cookies[0]?.value).not.toBe(an.cookie?.split('=')[1]);
    expect(await isIn(an)).toBe(false);
  });

  it('is over once signed out, however often its cookie is sent', async () => {
    const answer = await people.post('sign-out', {}, an);
    expect(answer.json()).toMatchObject({ user: null });
    expect(answer.cookies).toEqual([expect.objectContaining({ name: 'khoi_session', value: '' })]);
    expect(await people.refusal(whoAmI, {}, an)).toBe(over);
    expect(await people.refusal(whoAmI, {}, an)).toBe(over);
  });

  it('is over when it is revoked, by oneself or by who manages people', async () => {
    const other = await people.signIn('an');
    const { sessions } = await list(an);
    expect(sessions.items.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    const revoke = 'mutation ($id: ID!) { revokeSession(id: $id) { id } }';
    await people.ask(revoke, { id: sessions.items[1]?.id }, an);
    expect([await isIn(an), await isIn(other)]).toEqual([true, false]);
    await people.ask(revoke, { id: sessions.items[0]?.id });
    expect(await people.refusal(whoAmI, {}, an)).toBe(over);
  });

  it('of others is neither seen nor ended', async () => {
    await people.add('binh', 'EDITOR');
    const binh = await people.signIn('binh');
    const [session] = (await list(an)).sessions.items;
    expect((await list(binh)).sessions).toMatchObject({ total: 1, items: [{ user: { username: 'binh' } }] });
    expect(
      await people.refusal(
        'mutation ($id: ID!) { revokeSession(id: $id) { id } }',
        { id: session?.id },
        binh,
      ),
    ).toBe(`200 NOT_FOUND: There is no session with id ${session?.id}.`);
    expect((await list(asAdministrator)).sessions.total).toBe(2);
  });

  it('ends 12 hours after the last request', async () => {
    people.pass(11 * 3600);
    expect(await isIn(an)).toBe(true);
    people.pass(11 * 3600);
    expect(await isIn(an)).toBe(true);
    people.pass(12 * 3600);
    expect(await people.refusal(whoAmI, {}, an)).toBe(over);
    expect((await list(asAdministrator)).sessions.total).toBe(0);
  });

  it('ends 14 days after it began, however much it is used', async () => {
    for (let hours = 6; hours < 14 * 24; hours += 6) {
      people.pass(6 * 3600);
      expect(await isIn(an)).toBe(true);
    }
    people.pass(6 * 3600);
    expect(await isIn(an)).toBe(false);
  });

  it('is seen by the minute, without a write at each request', async () => {
    const seenAt = async () => {
      const [row] = await people.database.dataSource.query<{ last_seen_at: Date }[]>(
        'select last_seen_at from session',
      );
      return row?.last_seen_at.toISOString();
    };
    people.pass(59);
    await isIn(an);
    expect(await seenAt()).toBe('2025-06-01T05:00:00.000Z');
    people.pass(1);
    await isIn(an);
    expect(await seenAt()).toBe('2025-06-01T05:01:00.000Z');
  });

  it('is kept as a hash alone', async () => {
    const token = an.cookie?.split('=')[1] as string;
    const [row] = await people.database.dataSource.query<{ text: string }[]>(
      'select session::text as text from session',
    );
    expect(row?.text).not.toContain(token);
    expect(row?.text).not.toContain(Buffer.from(token).toString('hex'));
  });
});

describe('all other sessions of a person', () => {
  it('end when the password is changed', async () => {
    const other = await people.signIn('an');
    await people.post('password', { current: password, new: 'sáu bảy tám chín mười' }, an);
    expect([await isIn(an), await isIn(other)]).toEqual([true, false]);
    expect((await people.post('sign-in', { username: 'an', password })).statusCode).toBe(401);
  });

  it('end with this one when the password is reset or the user disabled', async () => {
    const { me } = await people.ask<{ me: { user: { id: string } } }>('{ me { user { id } } }', {}, an);
    const { resetUserPassword: reset } = await people.ask<{
      resetUserPassword: { password: string; user: { mustChangePassword: boolean; version: number } };
    }>(
      'mutation ($id: ID!) { resetUserPassword(id: $id) { password user { mustChangePassword version } } }',
      { id: me.user.id },
    );
    expect(reset.user.mustChangePassword).toBe(true);
    expect(await isIn(an)).toBe(false);

    const again = await people.signIn('an', reset.password);
    await people.post('password', { current: reset.password, new: password }, again);
    expect(await isIn(again)).toBe(true);
    await people.ask(
      'mutation ($id: ID!, $version: Int!) { updateUser(id: $id, version: $version, input: { isDisabled: true }) { id } }',
      { id: me.user.id, version: reset.user.version + 1 },
    );
    expect(await people.refusal(whoAmI, {}, again)).toBe(over);
  });

  it('follow what is granted at the moment', async () => {
    const may = async () =>
      (await people.ask<{ me: { highestRole: string | null } }>('{ me { highestRole } }', {}, an)).me
        .highestRole;
    expect(await may()).toBe('VIEWER');
    await people.database.dataSource.query(`update access_grant set role = 'EDITOR' where role = 'VIEWER'`);
    expect(await may()).toBe('EDITOR');
    await people.database.dataSource.query(`delete from access_grant where role = 'EDITOR'`);
    expect(await may()).toBeNull();
  });
});
