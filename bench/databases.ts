import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDataSource } from '../server/data-source';
import { startEmbeddedDatabase } from '../server/database/embedded-database';
import { migrate } from '../server/database/migrate';

/**
 * Khối's own settings are made for a few thousand figures on a machine with other work; these are for one that has a
 * database of millions. They hold for the server and for what it is held against.
 */
const settings = {
  max_connections: '100',
  shared_buffers: '1GB',
  effective_cache_size: '3GB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
};

interface DatabaseOptions {
  databaseUrl: string | undefined;
  dataDir: string | undefined;
}

/** One PostgreSQL, with as many databases as are wanted. */
export class Databases {
  private constructor(
    private readonly url: string,
    private readonly stopServer: () => Promise<void>,
  ) {}

  /** PostgreSQL in a folder, a temporary one unless named, or one that runs already. */
  static async open(options: DatabaseOptions): Promise<Databases> {
    if (options.databaseUrl !== undefined) return new Databases(options.databaseUrl, async () => {});
    const dataDir = options.dataDir ?? (await makeTemporaryFolder());
    const embedded = await startEmbeddedDatabase({ dataDir, log: () => {}, command: 'the bench', settings });
    return new Databases(embedded.ownerUrl, async () => {
      await embedded.stop();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    });
  }

  stop(): Promise<void> {
    return this.stopServer();
  }

  urlOf(name: string): string {
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    return url.href;
  }

  async connect(name: string): Promise<Client> {
    const client = new Client({ connectionString: this.urlOf(name) });
    await client.connect();
    return client;
  }

  async exists(name: string): Promise<boolean> {
    return this.maintain(async (client) => {
      const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
      return rowCount === 1;
    });
  }

  /** A new database with the schema of this version, in the place of one of that name. */
  async create(name: string): Promise<void> {
    await this.drop(name);
    await this.maintain((client) => client.query(`create database ${name}`));
    const dataSource = await createDataSource(this.urlOf(name)).initialize();
    await migrate(dataSource).finally(() => dataSource.destroy());
  }

  async clone(name: string, template: string): Promise<void> {
    await this.drop(name);
    await this.maintain((client) =>
      client.query(`create database ${name} template ${template} strategy file_copy`),
    );
  }

  async drop(name: string): Promise<void> {
    await this.maintain((client) => client.query(`drop database if exists ${name} with (force)`));
  }

  /** What the results were measured on. */
  async describe(): Promise<{ version: string; settings: Record<string, string> }> {
    return this.maintain(async (client) => {
      const { rows } = await client.query<{ name: string; value: string }>(
        `select name, current_setting(name) as value from pg_settings
         where name = any ($1) order by name`,
        [[...Object.keys(settings), 'server_version', 'work_mem', 'fsync', 'synchronous_commit', 'jit']],
      );
      const { server_version: version = '', ...rest } = Object.fromEntries(
        rows.map(({ name, value }) => [name, value]),
      );
      return { version, settings: rest };
    });
  }

  private async maintain<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = await this.connect('postgres');
    return work(client).finally(() => client.end());
  }
}

export async function makeTemporaryFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'khoi-bench-'));
  // As root, PostgreSQL runs as a user who must get through.
  await chmod(path, 0o711);
  return path;
}
