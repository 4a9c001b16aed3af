import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { createDataSource } from '../data-source';
import { joinEmbeddedDatabase, startEmbeddedDatabase } from './embedded-database';

export interface OpenDatabase {
  dataSource: DataSource;
  /** Tells another start on the same data folder where this process answers. */
  announce(address: string): void;
  close(): Promise<void>;
}

interface Options {
  command: string;
  log: (line: string) => void;
}

/** The database for a server: that of DATABASE_URL, or the embedded one, which it then has to itself. */
export async function openDatabase(config: Config, { command, log }: Options): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) return connect(config.databaseUrl);
  const embedded = await startEmbeddedDatabase({ dataDir: config.dataDir, log, command });
  if (embedded.wasAdopted) log('The last server was killed; its database went on and is used again.');
  try {
    const database = await connect(embedded.url);
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

async function connect(url: string): Promise<OpenDatabase> {
  const dataSource = createDataSource(url);
  try {
    await dataSource.initialize();
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    throw new Error(
      `Cannot connect to the database ${pathname.slice(1)} at ${hostname}:${port || 5432}: ${reasonOf(error)}`,
    );
  }
  return { dataSource, announce: () => {}, close: () => dataSource.destroy() };
}

/** A name with several addresses fails with an AggregateError, whose own message is empty. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
