import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ConfigError, loadConfig } from '../../server/config';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('configuration', () => {
  it('needs no variable at all', () => {
    expect(loadConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      portIsFixed: false,
      databaseUrl: undefined,
      ownerDatabaseUrl: undefined,
      dataDir: join(__dirname, '../..', '.khoi'),
      sampleData: true,
      publicUrl: undefined,
      oidc: undefined,
      demoAccounts: 'THIS_MACHINE',
      requestsPerMinute: 1200,
      timeZone: 'Asia/Ho_Chi_Minh',
      logLevel: 'info',
    });
  });

  it('takes every setting from its variable', () => {
    expect(
      loadConfig({
        HOST: '::1',
        PORT: '8080',
        DATABASE_URL: 'postgresql://khoi:secret@db.example:5432/khoi',
        KHOI_OWNER_DATABASE_URL: 'postgresql://owner:secret@db.example:5432/khoi',
        KHOI_DATA_DIR: '/var/lib/khối dữ liệu',
        KHOI_SAMPLE_DATA: 'true',
        KHOI_PUBLIC_URL: 'https://khoi.example:8443',
        KHOI_DEMO_ACCOUNTS: 'true',
        KHOI_OIDC_ISSUER: 'https://login.example/khoi',
        KHOI_OIDC_CLIENT_ID: 'khoi',
        KHOI_OIDC_CLIENT_SECRET: 'secret',
        KHOI_OIDC_GROUPS: 'analysts=ANALYST, finance=EDITOR+SENSITIVE@CQ-SOTC',
        KHOI_REQUESTS_PER_MINUTE: '50',
        KHOI_TIME_ZONE: 'Europe/Berlin',
        LOG_LEVEL: 'WARN',
      }),
    ).toEqual({
      host: '::1',
      port: 8080,
      portIsFixed: true,
      databaseUrl: 'postgresql://khoi:secret@db.example:5432/khoi',
      ownerDatabaseUrl: 'postgresql://owner:secret@db.example:5432/khoi',
      dataDir: '/var/lib/khối dữ liệu',
      sampleData: true,
      publicUrl: new URL('https://khoi.example:8443'),
      oidc: {
        issuer: new URL('https://login.example/khoi'),
        clientId: 'khoi',
        clientSecret: 'secret',
        groups: [
          { group: 'analysts', role: 'ANALYST', unit: null, seesSensitive: false },
          { group: 'finance', role: 'EDITOR', unit: 'CQ-SOTC', seesSensitive: true },
        ],
      },
      demoAccounts: 'EVERYONE',
      requestsPerMinute: 50,
      timeZone: 'Europe/Berlin',
      logLevel: 'warn',
    });
  });

  it('loads no sample into a database of the user unless asked to', () => {
    expect(loadConfig({ DATABASE_URL: 'postgres://localhost/khoi' }).sampleData).toBe(false);
  });

  it.each([
    ['listens on this machine', {}, 'THIS_MACHINE'],
    ['listens on this machine by another name', { HOST: '::1' }, 'THIS_MACHINE'],
    ['listens elsewhere', { HOST: '0.0.0.0' }, 'NOBODY'],
    ['is published through a proxy', { KHOI_PUBLIC_URL: 'https://khoi.example' }, 'NOBODY'],
    ['is told to, wherever it listens', { HOST: '0.0.0.0', KHOI_DEMO_ACCOUNTS: 'true' }, 'EVERYONE'],
    ['is told not to', { KHOI_DEMO_ACCOUNTS: 'false' }, 'NOBODY'],
  ] as const)('decides who may use demo accounts where it %s', (_, env, demoAccounts) => {
    expect(loadConfig(env).demoAccounts).toBe(demoAccounts);
  });

  it('reads the address of the database from a file that holds it', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'khoi-config-')), 'url');
    writeFileSync(file, 'postgresql://khoi:secret@db.example/khoi\n');
    expect(loadConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe(
      'postgresql://khoi:secret@db.example/khoi',
    );
    rmSync(dirname(file), { recursive: true });
    expect(problemsOf({ DATABASE_URL_FILE: file })).toEqual([
      expect.stringContaining('DATABASE_URL_FILE: the file cannot be read'),
    ]);
  });

  it('counts an empty variable as not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(loadConfig({}));
  });

  it('reads a relative data folder from where the command was called', () => {
    expect(loadConfig({ KHOI_DATA_DIR: 'data' }).dataDir).toBe(join(process.cwd(), 'data'));
  });

  it('names every wrong variable at once', () => {
    expect(
      problemsOf({
        PORT: '40000000',
        HOST: 'no such host',
        DATABASE_URL: 'mysql://root:secret@localhost/khoi',
        KHOI_SAMPLE_DATA: 'yes',
        KHOI_TIME_ZONE: 'Asia/Hanoi-ish',
        KHOI_DATADIR: '/data',
        LOG_LEVEL: 'loud',
      }).map((problem) => problem.split(':')[0]),
    ).toEqual([
      'PORT',
      'DATABASE_URL',
      'HOST',
      'KHOI_SAMPLE_DATA',
      'KHOI_TIME_ZONE',
      'LOG_LEVEL',
      'KHOI_DATADIR',
    ]);
  });

  it('wants a user named in DATABASE_URL where an owner is given besides', () => {
    const urls = { DATABASE_URL: 'postgres://h/khoi', KHOI_OWNER_DATABASE_URL: 'postgres://owner@h/khoi' };
    expect(problemsOf(urls)).toEqual([
      'DATABASE_URL: it names no user; beside an owner, the server needs a role of its own',
    ]);
  });

  it.each([
    ['PORT', '-1', '"-1" is not a port; use a whole number from 0 (any free port) to 65535'],
    ['PORT', '80.5', '"80.5" is not a port; use a whole number from 0 (any free port) to 65535'],
    ['HOST', '10.0.0.256', '"10.0.0.256" is neither an IP address nor a host name'],
    [
      'KHOI_OWNER_DATABASE_URL',
      'postgres://owner@h/khoi',
      'it goes with DATABASE_URL, which is where the server connects',
    ],
    ['KHOI_SAMPLE_DATA', '1', '"1" is neither true nor false'],
    [
      'KHOI_PUBLIC_URL',
      'https://khoi.example/path',
      '"https://khoi.example/path" is not the address of a site; expected https://name or https://name:port',
    ],
    [
      'KHOI_OIDC_ISSUER',
      'http://login.example',
      '"http://login.example" is not the address of an issuer; expected https://…',
    ],
    [
      'KHOI_OIDC_GROUPS',
      'analysts=KING',
      '"analysts=KING" is not GROUP=ROLE or GROUP=ROLE@UNIT, with a role of VIEWER, ANALYST, EDITOR, APPROVER, ADMINISTRATOR',
    ],
    [
      'KHOI_PUBLIC_URL',
      'khoi.example',
      '"khoi.example" is not the address of a site; expected https://name or https://name:port',
    ],
    ['KHOI_TIME_ZONE', 'Mars', '"Mars" is not a time zone; use a name such as Asia/Ho_Chi_Minh'],
    ['DATABASE_URL', 'db', 'not a URL; expected postgresql://user:password@host:port/database'],
    [
      'DATABASE_URL',
      'postgres://h',
      'it names no database; expected postgresql://user:password@host:port/database',
    ],
  ])('refuses %s=%s and says what is expected', (name, text, problem) => {
    expect(problemsOf({ [name]: text })).toEqual([`${name}: ${problem}`]);
  });

  it('never repeats a password', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://root:secret@localhost/khoi' }).join()).not.toContain('secret');
  });
});
