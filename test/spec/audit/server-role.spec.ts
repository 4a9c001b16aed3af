import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { runKhoi } from '../../support/server-process';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the role of the server', () => {
  it.each([
    ['make a table', 'create table mine (id integer)'],
    ['change a table', 'alter table sector add column mine integer'],
    ['drop a table', 'drop table sector'],
    ['make a function', 'create function mine() returns integer language sql as $$ select 1 $$'],
    ['switch off a trigger', 'alter table observation disable trigger all'],
    ['write past all triggers', "set session_replication_role = 'replica'"],
    ['empty a table', 'truncate sector cascade'],
    ['make a role', 'create role mine'],
    [
      'add to the trace',
      "insert into change_set (at, actor_kind, actor_name, transaction_id) values (now(), 'SYSTEM', 'x', '1')",
    ],
    ['change the trace', "update audit_entry set after = '{}'"],
    ['shorten the trace', 'delete from observation_revision'],
    ['empty the trace', 'truncate change_set'],
    ['say which migrations have run', 'delete from migration'],
    ['write entries itself', "select write_audit_entries('sector', '{id}', '{}', '{}', '{}', '{}')"],
    [
      'hang what writes entries on a table of its own',
      `do $$ begin
         create temporary table sector (id integer);
         create trigger forged after insert on sector referencing new table as added
           for each statement execute function audit_changes('{id}', '{}', '{}');
       end $$`,
    ],
  ])('may not %s', async (_, statement) => {
    await expect(database.server.query(statement)).rejects.toThrow(
      /permission denied|must be owner|only ever added to/,
    );
  });

  it('may read the trace', async () => {
    await expect(
      database.server.query('select from change_set, audit_entry, observation_version'),
    ).resolves.toEqual([]);
  });
});

describe('khoi migrate with an owner besides', () => {
  it('makes the role of the server, which then does all that a server does and could not alter the trace', async () => {
    const name = `khoi_server_${process.pid}`;
    const server = new URL(database.url);
    server.username = name;
    server.password = 'x y/z';
    const env = { DATABASE_URL: server.href, KHOI_OWNER_DATABASE_URL: database.url };
    const owner = new Client(database.url);
    await owner.connect();
    try {
      expect(await runKhoi(['migrate'], env)).toMatchObject({
        code: 0,
        output: expect.stringMatching(/The database is up to date\.\n$/),
      });
      expect(await runKhoi(['verify'], { DATABASE_URL: server.href })).toMatchObject({ code: 0 });
      const { rows } = await owner.query(
        'select rolsuper, rolcreaterole, rolcreatedb from pg_roles where rolname = $1',
        [name],
      );
      expect(rows).toEqual([{ rolsuper: false, rolcreaterole: false, rolcreatedb: false }]);
    } finally {
      await owner.query(`drop owned by ${name}; drop role ${name}`);
      await owner.end();
    }
  });
});

describe('whatever writes', () => {
  it('does so in a transaction that names its author', () => {
    const root = join(__dirname, '../../../server');
    const offenders = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => /\.transaction\(|\bstartTransaction\(/.test(readFileSync(join(root, file), 'utf8')));
    expect(offenders.sort()).toEqual([
      'analytics/analytics.service.ts', // reads only
      'database/server-role.ts', // grants rights
      'database/write-transaction.ts',
      'rollup/fold-loop.ts', // moves what was written
    ]);
  });
});
