import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { createDataSource } from '../data-source';
import { type DatabaseUrls, joinEmbeddedDatabase, startEmbeddedDatabase } from './embedded-database';
import { ensureServerRole, roleOf } from './server-role';

export interface OpenDatabase {
  /** As the role that the server runs as. */
  dataSource: DataSource;
  /** The name of that role, if another one owns the schema. */
  serverRole: string | undefined;
  /** Does what only the owner of the schema may, over a connection that is closed afterwards. */
  asOwner<Result>(work: (owner: DataSource) => Promise<Result>): Promise<Result>;
  /** Tells another start on the same data folder where this process answers. */
  announce(address: string): void;
  close(): Promise<void>;
}

interface Options {
  command: string;
  log: (line: string) => void;
  /** How long a statement that reads may take; any time unless told. */
  statementTimeoutMs?: number;
}

/** The database for a server: that of DATABASE_URL, or the embedded one, which it then has to itself. */
export async function openDatabase(config: Config, options: Options): Promise<OpenDatabase> {
  const { command, log, statementTimeoutMs } = options;
  if (config.databaseUrl !== undefined) {
    return openExternal(config.databaseUrl, config.ownerDatabaseUrl, statementTimeoutMs);
  }
  const embedded = await startEmbeddedDatabase({ dataDir: config.dataDir, log, command });
  if (embedded.wasAdopted) log('The last server was killed; its database went on and is used again.');
  try {
    const database = await connect(embedded, statementTimeoutMs);
    return {
      ...database,
      announce: (address) => embedded.announce(address),
      close: () => database.close().finally(() => embedded.stop()),
    };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** The database for a command, which may well run beside a server: then it is the one that the server runs. */
export async function openDatabaseBesideServer(config: Config, options: Options): Promise<OpenDatabase> {
  const running = config.databaseUrl === undefined ? await joinEmbeddedDatabase(config.dataDir) : undefined;
  return running === undefined ? openDatabase(config, options) : connect(running);
}

/** With an owner's login besides, the server's own is made if nobody has made it yet. */
async function openExternal(
  url: string,
  ownerUrl: string | undefined,
  statementTimeoutMs: number | undefined,
): Promise<OpenDatabase> {
  if (ownerUrl === undefined) return connect({ url, ownerUrl: url }, statementTimeoutMs);
  const owner = await initialise(ownerUrl);
  await owner.destroy();
  await ensureServerRole(ownerUrl, roleOf(url), { isOurs: false });
  return connect({ url, ownerUrl }, statementTimeoutMs);
}

async function connect({ url, ownerUrl }: DatabaseUrls, statementTimeoutMs?: number): Promise<OpenDatabase> {
  const dataSource = await initialise(url, statementTimeoutMs);
  const isOneRole = roleOf(url).name === roleOf(ownerUrl).name;
  return {
    dataSource,
    serverRole: isOneRole ? undefined : roleOf(url).name,
    asOwner: async (work) => {
      const owner = await initialise(ownerUrl);
      return work(owner).finally(() => owner.destroy());
    },
    announce: () => {},
    close: () => dataSource.destroy(),
  };
}

async function initialise(url: string, statementTimeoutMs?: number): Promise<DataSource> {
  try {
    return await createDataSource(url, statementTimeoutMs).initialize();
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    throw new Error(
      `Cannot connect to the database ${pathname.slice(1)} at ${hostname}:${port || 5432}: ${reasonOf(error)}`,
    );
  }
}

/** A name with several addresses fails with an AggregateError, whose own message is empty. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
