import { errorOf, People, password } from '../../support/people';

let people: People;
beforeEach(async () => {
  people = await People.open();
  await people.add('an', 'VIEWER');
});
afterEach(() => people.close());

let addresses = 0;

/** The status of an attempt, and for how many seconds the next is delayed; each comes from another address. */
async function attempt(username: string, secret: string): Promise<string> {
  addresses += 1;
  const body = { username, password: secret };
  const answer = await people.post('sign-in', body, {}, `10.1.${addresses >> 8}.${addresses & 255}`);
  if (answer.statusCode === 200) return '200';
  const { waitSeconds, retryAfter } = errorOf(answer).extensions;
  expect(answer.headers['retry-after']).toBe(retryAfter === undefined ? undefined : String(retryAfter));
  return [answer.statusCode, waitSeconds ?? retryAfter].filter((part) => part !== undefined).join(' ');
}

async function attempts(count: number, username = 'an'): Promise<string[]> {
  const answers: string[] = [];
  for (let made = 0; made < count; made += 1) answers.push(await attempt(username, 'wrong'));
  return answers;
}

describe.each(['an', 'nobody-of-this-name'])('failures of %s', (username) => {
  it('delay the next attempt from the fifth on, twice as long each time, at most 15 minutes', async () => {
    expect(await attempts(5, username)).toEqual(['401', '401', '401', '401', '401 1']);
    const delays: string[] = [];
    for (let failure = 6; failure <= 17; failure += 1) {
      people.pass(900);
      delays.push(await attempt(username, 'wrong'));
    }
    expect(delays).toEqual(
      [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900].map((seconds) => `401 ${seconds}`),
    );
  });

  it('have even the right password refused until the time is over', async () => {
    await attempts(7, username);
    expect(await attempt(username, password)).toBe('429 1');
    people.pass(1);
    expect(await attempt(username, 'wrong')).toBe('401 2');
    people.pass(1.5);
    expect(await attempt(username, password)).toBe('429 1');
  });

  it('are each counted when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(username, 'wrong')));
    expect(answers.filter((answer) => answer.startsWith('401'))).toHaveLength(5);
  });
});

describe('failures', () => {
  it('are forgotten after a success', async () => {
    await attempts(5);
    people.pass(1);
    expect(await attempt('an', password)).toBe('200');
    expect(await attempts(4)).toEqual(['401', '401', '401', '401']);
  });

  it('are forgotten after a day without any', async () => {
    await attempts(5);
    people.pass(86_401);
    expect(await attempt('an', 'wrong')).toBe('401');
  });

  it('are forgotten when the password is reset', async () => {
    await attempts(5);
    const { users } = await people.ask<{ users: { items: { id: string }[] } }>(
      '{ users(filter: { username: { eq: "an" } }) { items { id } } }',
    );
    const { resetUserPassword } = await people.ask<{ resetUserPassword: { password: string } }>(
      'mutation ($id: ID!) { resetUserPassword(id: $id) { password } }',
      { id: users.items[0]?.id },
    );
    expect(await attempt('an', resetUserPassword.password)).toBe('200');
  });

  it('are not kept under the name that was typed, which may be a password', async () => {
    await attempt('hunter2hunter2', 'wrong');
    const rows = await people.database.dataSource.query('select * from sign_in_failure');
    expect(JSON.stringify(rows)).not.toContain('hunter2');
  });

  it('while one is signed in count as well', async () => {
    const an = await people.signIn('an');
    for (let failure = 0; failure < 5; failure += 1) {
      await people.post('password', { current: 'wrong', new: 'sáu bảy tám chín mười' }, an);
    }
    const answer = await people.post('password', { current: password, new: 'sáu bảy tám chín mười' }, an);
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '1']);
  });
});

describe('one address', () => {
  it('has 30 attempts a minute, whatever the names', async () => {
    const statuses: number[] = [];
    for (let made = 0; made < 32; made += 1) {
      const body = { username: `name${made}`, password: 'wrong' };
      const answer = await people.post('sign-in', body, {}, '10.9.9.9');
      statuses.push(answer.statusCode);
      if (answer.statusCode !== 429) continue;
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(errorOf(answer)).toMatchObject({
        message: 'There were more than 30 requests in a minute.',
        extensions: { code: 'RATE_LIMITED' },
      });
    }
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 401), 429, 429]);
    expect((await people.post('sign-in', { username: 'an', password }, {}, '10.9.9.8')).statusCode).toBe(200);
  });
});
