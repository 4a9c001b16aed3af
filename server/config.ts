import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { findProjectRoot } from './project-root';
import { isLoopback } from './sign-in/loopback';
import { type OidcSettings, readGroups } from './sign-in/oidc-settings';

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** What the environment settles, once, at start. */
export interface Config {
  host: string;
  port: number;
  /** PORT was given: then a port that is taken is an error, where otherwise the next free one is used. */
  portIsFixed: boolean;
  /** Without it, the embedded database in `dataDir` is used. */
  databaseUrl: string | undefined;
  /** For migrations; without it, `databaseUrl` does both. */
  ownerDatabaseUrl: string | undefined;
  dataDir: string;
  /** Whether an empty database is filled with the illustrative sample. */
  sampleData: boolean;
  /** How people reach it, when that is through a proxy: https makes cookies secure. */
  publicUrl: URL | undefined;
  /** Who else vouches for people; without it, there are passwords alone. */
  oidc: OidcSettings | undefined;
  /** Whether users of the sample are let in: unless said, where only this machine reaches the server. */
  demoAccounts: 'NOBODY' | 'THIS_MACHINE' | 'EVERYONE';
  /** How many requests a person or a key may send in a minute. */
  requestsPerMinute: number;
  /** Decides which day is today. */
  timeZone: string;
  logLevel: (typeof logLevels)[number];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Every wrong setting at once, so that nobody corrects them one start at a time. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['The configuration is not valid:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
  }
}

/** A reader turns the text of a variable into its value, or throws what is wrong with it. */
const readers: Record<string, (text: string) => unknown> = {
  HOST: readHost,
  PORT: readPort,
  DATABASE_URL: readDatabaseUrl,
  KHOI_OWNER_DATABASE_URL: readDatabaseUrl,
  KHOI_OWNER_DATABASE_URL_FILE: (path) => readDatabaseUrl(readSecretFile(path)),
  DATABASE_URL_FILE: (path) => readDatabaseUrl(readSecretFile(path)),
  KHOI_DATA_DIR: (text) => resolve(text),
  KHOI_SAMPLE_DATA: readBoolean,
  KHOI_PUBLIC_URL: readPublicUrl,
  KHOI_DEMO_ACCOUNTS: readBoolean,
  KHOI_OIDC_ISSUER: readIssuer,
  KHOI_OIDC_CLIENT_ID: (text) => text,
  KHOI_OIDC_CLIENT_SECRET: (text) => text,
  KHOI_OIDC_CLIENT_SECRET_FILE: readSecretFile,
  KHOI_OIDC_GROUPS: readGroups,
  KHOI_REQUESTS_PER_MINUTE: readCount,
  KHOI_TIME_ZONE: readTimeZone,
  LOG_LEVEL: readLogLevel,
};

/**
 * The configuration that an environment describes; empty variables count as not set.
 *
 * @example loadConfig({ PORT: '8080' }).port // 8080
 */
export function loadConfig(env: Environment): Config {
  const problems: string[] = [];
  const read = <T>(name: string): T | undefined => {
    const text = env[name]?.trim();
    if (!text) return undefined;
    try {
      return readers[name]?.(text) as T;
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`);
      return undefined;
    }
  };

  const port = read<number>('PORT');
  const databaseUrl = read<string>('DATABASE_URL') ?? read<string>('DATABASE_URL_FILE');
  const host = read<string>('HOST') ?? '127.0.0.1';
  const publicUrl = read<URL>('KHOI_PUBLIC_URL');
  const config: Config = {
    host,
    port: port ?? 4000,
    portIsFixed: port !== undefined,
    databaseUrl,
    ownerDatabaseUrl: read('KHOI_OWNER_DATABASE_URL') ?? read('KHOI_OWNER_DATABASE_URL_FILE'),
    dataDir: read('KHOI_DATA_DIR') ?? join(findProjectRoot(), '.khoi'),
    sampleData: read('KHOI_SAMPLE_DATA') ?? databaseUrl === undefined,
    publicUrl,
    oidc: collectOidc(
      {
        issuer: read('KHOI_OIDC_ISSUER'),
        clientId: read('KHOI_OIDC_CLIENT_ID'),
        clientSecret: read('KHOI_OIDC_CLIENT_SECRET') ?? read('KHOI_OIDC_CLIENT_SECRET_FILE'),
        groups: read('KHOI_OIDC_GROUPS') ?? [],
      },
      problems,
    ),
    demoAccounts: whoMayDemo(read('KHOI_DEMO_ACCOUNTS'), host, publicUrl),
    requestsPerMinute: read('KHOI_REQUESTS_PER_MINUTE') ?? 1200,
    timeZone: read('KHOI_TIME_ZONE') ?? 'Asia/Ho_Chi_Minh',
    logLevel: read('LOG_LEVEL') ?? 'info',
  };
  if (config.ownerDatabaseUrl !== undefined && !env.DATABASE_URL?.trim() && !env.DATABASE_URL_FILE?.trim()) {
    problems.push('KHOI_OWNER_DATABASE_URL: it goes with DATABASE_URL, which is where the server connects');
  }
  if (
    config.ownerDatabaseUrl !== undefined &&
    databaseUrl !== undefined &&
    new URL(databaseUrl).username === ''
  ) {
    problems.push('DATABASE_URL: it names no user; beside an owner, the server needs a role of its own');
  }
  problems.push(...findUnknownSettings(env));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** A misspelt KHOI_ variable would otherwise be a setting that silently does nothing. */
function findUnknownSettings(env: Environment): string[] {
  const known = Object.keys(readers).filter((name) => name.startsWith('KHOI_'));
  return Object.keys(env)
    .filter((name) => name.startsWith('KHOI_') && !known.includes(name))
    .map((name) => `${name}: there is no such setting; there are ${known.join(', ')}`);
}

function readHost(text: string): string {
  const isName = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(text) && !/^[\d.]+$/.test(text);
  if (!isIP(text) && !isName) throw new Error(`"${text}" is neither an IP address nor a host name`);
  return text;
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65535))
    throw new Error(`"${text}" is not a port; use a whole number from 0 (any free port) to 65535`);
  return port;
}

/** The value itself is never repeated in the message: it may hold a password. */
function readDatabaseUrl(text: string): string {
  const expected = 'expected postgresql://user:password@host:port/database';
  if (!URL.canParse(text)) throw new Error(`not a URL; ${expected}`);
  const url = new URL(text);
  if (!['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new Error(`its scheme is "${url.protocol.slice(0, -1)}"; ${expected}`);
  }
  if (url.pathname.length < 2) throw new Error(`it names no database; ${expected}`);
  return text;
}

/** Their users have no password: where others reach the server, that takes a decision. */
function whoMayDemo(
  isAllowed: boolean | undefined,
  host: string,
  publicUrl: URL | undefined,
): Config['demoAccounts'] {
  if (isAllowed !== undefined) return isAllowed ? 'EVERYONE' : 'NOBODY';
  const isLocal = isLoopback(host) && (publicUrl === undefined || isLoopback(publicUrl.hostname));
  return isLocal ? 'THIS_MACHINE' : 'NOBODY';
}

/** All of it, or nothing; with an issuer and no client one would wait for a button that never comes. */
function collectOidc(
  {
    issuer,
    clientId,
    ...rest
  }: Pick<OidcSettings, 'clientSecret' | 'groups'> & {
    [Name in 'issuer' | 'clientId']: OidcSettings[Name] | undefined;
  },
  problems: string[],
): OidcSettings | undefined {
  if (issuer && clientId !== undefined) return { issuer, clientId, ...rest };
  if (issuer) problems.push('KHOI_OIDC_CLIENT_ID: is needed with KHOI_OIDC_ISSUER');
  else if (clientId !== undefined) problems.push('KHOI_OIDC_ISSUER: is needed with KHOI_OIDC_CLIENT_ID');
  return undefined;
}

function readIssuer(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return url;
  throw new Error(`"${text}" is not the address of an issuer; expected https://…`);
}

function readSecretFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new Error(`the file cannot be read: ${(error as Error).message}`);
  }
}

function readPublicUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.href !== `${url.origin}/`) {
    throw new Error(`"${text}" is not the address of a site; expected https://name or https://name:port`);
  }
  return url;
}

function readBoolean(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new Error(`"${text}" is neither true nor false`);
  return text === 'true';
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`"${text}" is not a whole number from 1`);
  return Number(text);
}

function readTimeZone(text: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
  } catch {
    throw new Error(`"${text}" is not a time zone; use a name such as Asia/Ho_Chi_Minh`);
  }
  return text;
}

function readLogLevel(text: string): Config['logLevel'] {
  const level = logLevels.find((known) => known === text.toLowerCase());
  if (!level) throw new Error(`"${text}" is not a level; use ${logLevels.join(', ')}`);
  return level;
}
