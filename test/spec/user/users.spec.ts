import { administrator, asAdministrator } from '../../support/administrator';
import { People, password } from '../../support/people';

let people: People;
beforeEach(async () => {
  people = await People.open();
});
afterEach(() => people.close());

const createUser = `mutation ($input: CreateUserInput!) {
  createUser(input: $input) { password user { id username name mustChangePassword isDisabled isDemo version grants { id } } }
}`;
const updateUser = `mutation ($id: ID!, $input: UpdateUserInput!, $version: Int!) {
  updateUser(id: $id, version: $version, input: $input) { name isDisabled version }
}`;
const deleteUser = 'mutation ($id: ID!) { deleteUser(id: $id) { username } }';
const createGrant = `mutation ($input: CreateGrantInput!) {
  createGrant(input: $input) { id role seesSensitive version user { username } unit { code } }
}`;
const updateGrant = `mutation ($id: ID!, $input: UpdateGrantInput!) {
  updateGrant(id: $id, version: 1, input: $input) { role unit { code } }
}`;
const deleteGrant = 'mutation ($id: ID!) { deleteGrant(id: $id) { role } }';

const lastOne =
  /VALIDATION_FAILED: The input is not valid: \w+ must stay as it is: this is the last administrator of the whole tree\./;

/** The ids of the administrator of tests and of the grant. */
async function tester(): Promise<{ id: string; grant: string; version: number }> {
  const { me } = await people.ask<{
    me: { user: { id: string; version: number }; grants: { id: string }[] };
  }>('{ me { user { id version } grants { id } } }');
  return { id: me.user.id, version: me.user.version, grant: String(me.grants[0]?.id) };
}

describe('a new user', () => {
  it('gets a password that is shown once and must be changed, and may do nothing yet', async () => {
    const { createUser: made } = await people.ask<{ createUser: { password: string; user: object } }>(
      createUser,
      {
        input: { username: 'Nguyen.An', name: 'Nguyễn Văn An' },
      },
    );
    expect(made).toEqual({
      password: expect.stringMatching(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/),
      user: {
        id: expect.any(String),
        username: 'Nguyen.An',
        name: 'Nguyễn Văn An',
        mustChangePassword: true,
        isDisabled: false,
        isDemo: false,
        version: 1,
        grants: [],
      },
    });
    const signedIn = await people.post('sign-in', { username: 'nguyen.an', password: made.password });
    expect(signedIn.json()).toMatchObject({ mustChangePassword: true, highestRole: null, rights: [] });
  });

  it('has a name of its own, whatever its capital letters', async () => {
    await people.add('an');
    expect(await people.refusal(createUser, { input: { username: 'AN', name: 'x' } })).toBe(
      '200 DUPLICATE: There is already a user "AN".',
    );
  });

  it.each(['', ' an', 'an binh', 'đỗ', '-an', 'а', 'a'.repeat(101)])(
    'is refused the name "%s"',
    async (username) => {
      expect(await people.refusal(createUser, { input: { username, name: 'x' } })).toMatch(
        /username must be 1 to 100/,
      );
    },
  );
});

describe('users', () => {
  it('are found by a word of either name', async () => {
    await people.add('an');
    await people.ask(createUser, { input: { username: 'binh', name: 'Trần Thị Bình An' } });
    const { users } = await people.ask<{ users: { items: object[]; total: number } }>(
      '{ users(filter: { q: "an" }, sort: [{ field: username, order: DESC }]) { items { username } total } }',
    );
    expect(users).toEqual({ items: [{ username: 'binh' }, { username: 'an' }], total: 2 });
  });

  it('are changed in the version that was read', async () => {
    const id = await people.add('an');
    const variables = { id, version: 1, input: { name: 'An' } };
    expect(await people.ask(updateUser, variables)).toEqual({
      updateUser: { name: 'An', isDisabled: false, version: 2 },
    });
    expect(await people.refusal(updateUser, variables)).toMatch(/^200 CONFLICT/);
  });

  it('never show the hash of a password', async () => {
    const { __type } = await people.ask<{ __type: { fields: { name: string }[] } }>(
      '{ __type(name: "User") { fields { name } } }',
    );
    expect(__type.fields.map(({ name }) => name)).not.toContainEqual(expect.stringMatching(/hash|subject/i));
  });

  it('are the business of those alone who manage people on the whole tree', async () => {
    const id = await people.add('an', 'APPROVER');
    const an = await people.signIn('an');
    const documents = [
      '{ users { total } }',
      `{ user(id: ${id}) { id } }`,
      '{ grants { total } }',
      '{ grant(id: 1) { id } }',
    ];
    for (const document of documents) {
      expect(await people.refusal(document, {}, an)).toBe(
        '200 FORBIDDEN: You may not manage people and their grants here.',
      );
    }
    await people.ask(
      'mutation { createPartyUnit(input: { code: "A", name: "A", openedOn: "2020-01-01" }) { id } }',
    );
    await people.add('local');
    await people.ask(createGrant, {
      input: { userId: String(Number(id) + 1), role: 'ADMINISTRATOR', unit: 'A' },
    });
    expect(await people.refusal('{ users { total } }', {}, await people.signIn('local'))).toMatch(
      /FORBIDDEN/,
    );
  });
});

describe('a grant', () => {
  it('is one a user and unit, or one for the whole tree', async () => {
    await people.ask(
      'mutation { createPartyUnit(input: { code: "A", name: "A", openedOn: "2020-01-01" }) { id } }',
    );
    const userId = await people.add('an');
    expect(await people.ask(createGrant, { input: { userId, role: 'EDITOR', unit: 'A' } })).toMatchObject({
      createGrant: { role: 'EDITOR', seesSensitive: false, user: { username: 'an' }, unit: { code: 'A' } },
    });
    await people.ask(createGrant, { input: { userId, role: 'VIEWER' } });
    for (const unit of ['A', null]) {
      expect(await people.refusal(createGrant, { input: { userId, role: 'VIEWER', unit } })).toBe(
        '200 DUPLICATE: There is already a grant of the user there.',
      );
    }
    expect(await people.refusal(createGrant, { input: { userId, role: 'VIEWER', unit: 'B' } })).toMatch(
      /UNKNOWN_CODE/,
    );
    expect(await people.refusal(createGrant, { input: { userId: '999', role: 'VIEWER' } })).toMatch(
      /NOT_FOUND/,
    );
  });

  it('goes with its unit, where it would else be one for the whole tree', async () => {
    await people.ask(
      'mutation { createPartyUnit(input: { code: "A", name: "A", openedOn: "2020-01-01" }) { id } }',
    );
    const userId = await people.add('an');
    await people.ask(createGrant, { input: { userId, role: 'EDITOR', unit: 'A' } });
    await people.ask('mutation { deletePartyUnit(id: 1) { id } }');
    expect(await people.ask(`{ user(id: ${userId}) { grants { id } } }`)).toEqual({ user: { grants: [] } });
  });

  it('of more than one has oneself is given by nobody, nor a password of who sees more', async () => {
    await people.database.dataSource.query('update access_grant set sees_sensitive = false');
    const userId = await people.add('an', 'VIEWER');
    expect(
      await people.refusal(createGrant, { input: { userId, role: 'VIEWER', seesSensitive: true } }),
    ).toMatch(/FORBIDDEN/);
    await people.database.dataSource.query(
      'update access_grant set sees_sensitive = true where user_id = $1::integer',
      [userId],
    );
    expect(
      await people.refusal('mutation ($id: ID!) { resetUserPassword(id: $id) { password } }', { id: userId }),
    ).toMatch(/FORBIDDEN/);
  });
});

describe('the last administrator of the whole tree', () => {
  it('is not deleted, disabled, or taken the grant', async () => {
    const { id, grant, version } = await tester();
    await people.add('an', 'APPROVER');
    const refusals = [
      await people.refusal(deleteUser, { id }),
      await people.refusal(updateUser, { id, version, input: { isDisabled: true } }),
      await people.refusal(deleteGrant, { id: grant }),
      await people.refusal(updateGrant, { id: grant, input: { role: 'APPROVER' } }),
    ];
    for (const refusal of refusals) expect(refusal).toMatch(lastOne);
    expect(await people.ask('{ me { highestRole } }')).toEqual({ me: { highestRole: 'ADMINISTRATOR' } });
  });

  it('is so with others who cannot sign in', async () => {
    const { grant } = await tester();
    await people.add('an', 'ADMINISTRATOR');
    await people.database.dataSource.query(`update app_user set is_disabled = true where username = 'an'`);
    expect(await people.refusal(deleteGrant, { id: grant })).toMatch(lastOne);
    await people.database.dataSource.query(
      `update app_user set is_disabled = false, password_hash = null where username = 'an'`,
    );
    expect(await people.refusal(deleteGrant, { id: grant })).toMatch(lastOne);
  });

  it('may go once there is another, and of two who remove each other at once one stays', async () => {
    const { id } = await tester();
    const other = await people.add('an', 'ADMINISTRATOR');
    const an = await people.signIn('an');
    const attempts = await Promise.allSettled([
      people.ask(deleteUser, { id: other }, asAdministrator),
      people.ask(deleteUser, { id }, an),
    ]);
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await people.database.dataSource.query(`select username from app_user`);
    expect(left).toHaveLength(1);
  });
});

describe('me', () => {
  it('says who asks and what they may', async () => {
    const { username } = administrator;
    expect(
      await people.ask('{ me { user { username } apiKey { name } grants { role unit { code } } } }'),
    ).toEqual({
      me: { user: { username }, apiKey: { name: 'tests' }, grants: [{ role: 'ADMINISTRATOR', unit: null }] },
    });
    await people.add('an');
    const an = await people.signIn('an', password);
    expect(
      await people.ask('{ me { user { username } apiKey { id } grants { id } highestRole } }', {}, an),
    ).toEqual({
      me: { user: { username: 'an' }, apiKey: null, grants: [], highestRole: null },
    });
  });
});
