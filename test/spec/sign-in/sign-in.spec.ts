import { errorOf, People, password } from '../../support/people';

let people: People;
beforeAll(async () => {
  people = await People.open();
  await people.add('an', 'EDITOR');
});
afterAll(() => people.close());

const nobody = { user: null, mustChangePassword: false, highestRole: null, rights: [], rightsEverywhere: [] };

describe('GET /auth/session', () => {
  it('says to whoever asks how one can sign in', async () => {
    const answer = await people.app.inject('/auth/session');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toEqual({
      ...nobody,
      signInWith: { password: true, openIdConnect: null, demoAccounts: [] },
    });
  });

  it('says who is signed in, and what they may', async () => {
    const headers = await people.signIn('an');
    expect((await people.app.inject({ url: '/auth/session', headers })).json()).toMatchObject({
      user: { id: expect.any(String), username: 'an', name: 'an' },
      mustChangePassword: false,
      highestRole: 'EDITOR',
      rights: ['READ', 'MAKE_KEYS', 'WRITE_FIGURES'],
      rightsEverywhere: ['READ', 'MAKE_KEYS', 'WRITE_FIGURES'],
    });
  });

  it('takes away a cookie that is good for nothing', async () => {
    const answer = await people.app.inject({
      url: '/auth/session',
      headers: { cookie: 'khoi_session=gone' },
    });
    expect(answer.json()).toMatchObject(nobody);
    expect(answer.cookies).toEqual([expect.objectContaining({ name: 'khoi_session', value: '' })]);
  });
});

describe('signing in', () => {
  it('sets a cookie that no script reads and no other site sends', async () => {
    const answer = await people.post('sign-in', { username: 'an', password });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ user: { username: 'an' } });
    expect(answer.cookies).toEqual([
      {
        name: 'khoi_session',
        value: expect.stringMatching(/^[\w-]{43}$/),
        maxAge: 14 * 24 * 3600,
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
      },
    ]);
  });

  it('makes no difference between capital letters in the user name', async () => {
    expect((await people.post('sign-in', { username: 'AN', password })).statusCode).toBe(200);
  });

  it('takes a password in whatever way its letters are composed', async () => {
    const answer = await people.post('sign-in', { username: 'an', password: password.normalize('NFD') });
    expect(answer.statusCode).toBe(200);
  });

  it('answers a wrong password, an unknown user and one who is disabled alike', async () => {
    await people.add('binh');
    await people.database.dataSource.query(`update app_user set is_disabled = true where username = 'binh'`);
    const attempts = [
      { username: 'an', password: 'not the password' },
      { username: 'nobody', password },
      { username: 'nobody\0', password },
      { username: 'binh', password },
    ];
    for (const attempt of attempts) {
      const answer = await people.post('sign-in', attempt);
      expect([answer.statusCode, answer.headers['www-authenticate'], answer.cookies]).toEqual([
        401,
        'Bearer realm="khoi"',
        [],
      ]);
      expect(errorOf(answer)).toEqual({
        message: 'The user name or the password is wrong.',
        extensions: {
          code: 'UNAUTHENTICATED',
          hint: expect.any(String),
          requestId: answer.headers['x-request-id'],
        },
      });
    }
  });

  it('takes as long for an unknown user as for a wrong password', async () => {
    const timesOf = async (username: (attempt: number) => string) => {
      const times: number[] = [];
      for (let attempt = 0; attempt < 7; attempt += 1) {
        people.pass(86_400 * 2);
        const startedAt = performance.now();
        const body = { username: username(attempt), password: 'not the password' };
        await people.post('sign-in', body, {}, `10.0.0.${attempt}`);
        times.push(performance.now() - startedAt);
      }
      return times.sort((one, other) => one - other)[3] as number;
    };
    const wrong = await timesOf(() => 'an');
    const unknown = await timesOf((attempt) => `unknown${attempt}`);
    expect(unknown / wrong).toBeGreaterThan(0.5);
    expect(unknown / wrong).toBeLessThan(2);
  });

  it.each([
    ['no name', { password }, { username: 'must be text' }],
    ['a number', { username: 'an', password: 12 }, { password: 'must be text' }],
    [
      'a long text',
      { username: 'an', password: 'x'.repeat(1001) },
      { password: 'must be at most 1000 characters long' },
    ],
    ['nothing', [], { username: 'must be text', password: 'must be text' }],
  ])('refuses %s', async (_, body, fields) => {
    const answer = await people.post('sign-in', body);
    expect(answer.statusCode).toBe(400);
    expect(errorOf(answer).extensions).toMatchObject({ code: 'VALIDATION_FAILED', fields });
  });
});

describe('who does not say who they are', () => {
  it.each(['{ sectors { total } }', '{ __typename }', '{ __schema { queryType { name } } }', '{ nothing }'])(
    'is answered nothing by GraphQL: %s',
    async (document) => {
      expect(await people.refusal(document, {}, {})).toBe(
        '401 UNAUTHENTICATED: This is for people who are signed in, and for keys.',
      );
    },
  );

  it('still gets what everybody may have', async () => {
    for (const url of ['/healthz', '/readyz', '/auth/session']) {
      expect((await people.app.inject(url)).statusCode).toBe(200);
    }
  });

  it('is not asked for a password by a window of the browser', async () => {
    const answer = await people.app.inject({ method: 'POST', url: '/graphql' });
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="khoi"');
  });
});

describe('a password that must be changed', () => {
  it('lets nothing else be done before', async () => {
    await people.add('chi', 'VIEWER');
    await people.database.dataSource.query(
      `update app_user set must_change_password = true where username = 'chi'`,
    );
    const chi = await people.signIn('chi');
    expect(await people.refusal('{ me { user { id } } }', {}, chi)).toBe(
      '401 UNAUTHENTICATED: The password must be changed before anything else.',
    );
    const session = await people.app.inject({ url: '/auth/session', headers: chi });
    expect(session.json()).toMatchObject({ user: { username: 'chi' }, mustChangePassword: true });

    const changed = await people.post('password', { current: password, new: 'sáu bảy tám chín mười' }, chi);
    expect(changed.json()).toMatchObject({ mustChangePassword: false });
    expect(await people.ask('{ me { user { username } } }', {}, chi)).toEqual({
      me: { user: { username: 'chi' } },
    });
  });

  it('is none with what the policy refuses, or the same again', async () => {
    const an = await people.signIn('an');
    const problems = [];
    for (const wanted of ['short', password, 'password2024!']) {
      const answer = await people.post('password', { current: password, new: wanted }, an);
      problems.push(errorOf(answer).extensions.fields);
    }
    const wrong = await people.post('password', { current: 'wrong', new: 'sáu bảy tám chín mười' }, an);
    expect([...problems, errorOf(wrong).extensions.fields]).toEqual([
      { new: 'must be at least 12 characters long' },
      { new: 'must be another than before' },
      { new: 'is one that many people choose: take another' },
      { current: 'is not the password' },
    ]);
  });

  it('is changed by nobody who is not signed in', async () => {
    const answer = await people.post('password', { current: password, new: 'sáu bảy tám chín mười' });
    expect([answer.statusCode, errorOf(answer).extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});
