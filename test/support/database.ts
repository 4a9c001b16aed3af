import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../server/data-source';

export interface TestDatabase {
  /** As the owner, who may prepare and empty tables. */
  url: string;
  dataSource: DataSource;
  /** As the server, which may do no more than it needs: what is tested runs with this one. */
  serverUrl: string;
  server: DataSource;
  drop(): Promise<void>;
}

type DatabaseOnly = Pick<TestDatabase, 'url' | 'serverUrl' | 'drop'>;

/**
 * A migrated, empty database for one test file, cloned from the run's template in some 20 ms.
 *
 * @example
 * let database: TestDatabase;
 * beforeAll(async () => { database = await createTestDatabase(); });
 * afterAll(() => database.drop());
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { drop, ...urls } = await cloneTemplate();
  const dataSource = await createDataSource(urls.url).initialize();
  const server = await createDataSource(urls.serverUrl).initialize();
  return {
    ...urls,
    dataSource,
    server,
    drop: async () => {
      for (const opened of [dataSource, server]) if (opened.isInitialized) await opened.destroy();
      await drop();
    },
  };
}

/** An empty database without a schema, for tests of what starts from nothing. */
export function createBlankDatabase(): Promise<DatabaseOnly> {
  return createDatabase('template0');
}

function cloneTemplate(): Promise<DatabaseOnly> {
  return createDatabase(new URL(ownerUrl()).pathname.slice(1));
}

async function createDatabase(template: string): Promise<DatabaseOnly> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await maintain(`create database ${name} template ${template} strategy file_copy`);
  const urlAs = (role: string) => Object.assign(new URL(role), { pathname: `/${name}` }).href;
  return {
    url: urlAs(ownerUrl()),
    serverUrl: urlAs(process.env.TEST_SERVER_URL ?? ''),
    drop: () => maintain(`drop database ${name} with (force)`),
  };
}

/** Through a database that is nobody's template: a template may have no connection while it is cloned. */
async function maintain(sql: string): Promise<void> {
  const url = new URL(ownerUrl());
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

function ownerUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url)
    throw new Error('No test database runs: it is started for the files in test/spec and test/property.');
  return url;
}
