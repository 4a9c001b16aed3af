import { createTestDatabase, type TestDatabase } from '../../support/database';
import { type Exit, runKhoi, startServer } from '../../support/server-process';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** What a command prints, and its exit code when it fails. */
async function khoi(...args: string[]): Promise<string> {
  const { code, output }: Exit = await runKhoi(args, { DATABASE_URL: database.url });
  return code === 0 ? output : `${code}: ${output}`;
}

const password = /[a-z2-9]{5}(?:-[a-z2-9]{5}){3}/;

describe('khoi users', () => {
  it('adds a user with a role, lists all, and gives one a new password', async () => {
    const added = await khoi('users', 'add', 'an', '--role', 'editor', '--person', 'Nguyễn Văn An');
    expect(added).toMatch(new RegExp(`^The password of an is ${password.source}\n$`));
    expect(await khoi('users', 'list')).toBe(
      'an: Nguyễn Văn An; EDITOR on the whole tree\ntester: Tester; ADMINISTRATOR on the whole tree\n',
    );
    const reset = await khoi('users', 'reset-password', 'AN');
    expect(reset).toMatch(new RegExp(`^The password of an is now ${password.source}\n$`));
    expect(password.exec(reset)?.[0]).not.toBe(password.exec(added)?.[0]);
  });

  it.each([
    [
      'a unit that there is not',
      ['add', 'binh', '--role', 'VIEWER', '--unit', 'NONE'],
      '1: Unknown unit code "NONE"',
    ],
    [
      'a user name that is none',
      ['add', 'bình', '--role', 'VIEWER'],
      '1: The input is not valid: username must be',
    ],
    ['a user who is there', ['add', 'tester', '--role', 'VIEWER'], '1: There is already a user "tester".'],
    ['a role that is none', ['add', 'binh', '--role', 'KING'], '2: --role is one of VIEWER, ANALYST,'],
    ['no role', ['add', 'binh'], '2: --role is missing.'],
    ['a user that there is not', ['reset-password', 'nobody'], '1: There is no user "nobody"'],
    ['nothing to do', [], '2: The user name is missing.'],
  ])('refuses %s', async (_, args, message) => {
    expect(await khoi('users', ...args)).toContain(message);
    expect(await database.dataSource.query(`select from app_user where username = 'binh'`)).toEqual([]);
  });
});

describe('khoi keys', () => {
  it('makes a key that works at once, and one that is revoked no longer', async () => {
    const key = await khoi(
      'keys',
      'add',
      '--user',
      'tester',
      '--name',
      'tool',
      '--read-only',
      '--expires',
      '2999-12-31',
    );
    expect(key).toMatch(/^khoi_[\w-]{43}\n$/);
    const { server, address } = await startServer({ DATABASE_URL: database.url });
    const status = async () => {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': key.trim() },
        body: '{"query":"{ me { highestRole } }"}',
      });
      return response.status;
    };
    const before = await status();
    const listed = await khoi('keys', 'list');
    const id = /^(\d+) {2}tool/m.exec(listed)?.[1] as string;
    expect(listed).toContain(
      `tool …${key.trim().slice(-4)}, of tester: VIEWER, read only, until 2999-12-31, last used `,
    );
    expect(await khoi('keys', 'revoke', id)).toBe(`Key ${id}, tool, is revoked.\n`);
    const after = await status();
    await server.stop();
    expect([before, after]).toEqual([200, 401]);
  });

  it.each([
    ['no user', ['add', '--name', 'tool'], '2: --user is missing.'],
    ['no name', ['add', '--user', 'tester', '--name', ' '], '2: --name is missing.'],
    [
      'a day that is none',
      ['add', '--user', 'tester', '--name', 'x', '--expires', 'soon'],
      '2: --expires is a day such as',
    ],
    [
      'a day that is over',
      ['add', '--user', 'tester', '--name', 'x', '--expires', '2020-01-01'],
      '1: The input is not valid: expiresAt must be in the future.',
    ],
    ['a key that there is not', ['revoke', '999'], '1: There is no key with id 999.'],
  ])('refuses %s', async (_, args, message) => {
    expect(await khoi('keys', ...args)).toContain(message);
  });
});
