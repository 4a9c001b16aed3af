import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { DATABASE_NAME, prepareCluster, readPasswords } from './cluster';
import { DataFolderLock, findHolder } from './data-folder-lock';
import {
  adoptPostmaster,
  connectionUrl,
  serverConnectionUrl,
  startPostmaster,
  stopPostmaster,
} from './postmaster';
import { type Postmaster, readPostmaster } from './postmaster-pid';
import { ensureServerRole, roleOf } from './server-role';

export interface EmbeddedDatabaseOptions {
  dataDir: string;
  log: (line: string) => void;
  /** What to tell another start of who uses the folder. */
  command?: string;
  /** PostgreSQL settings over the defaults; tests turn fsync off. */
  settings?: Record<string, string>;
}

/** Where to connect, as whom. */
export interface DatabaseUrls {
  /** As the server, which reads and writes data. */
  url: string;
  /** As the owner, who also changes the schema. */
  ownerUrl: string;
}

export interface EmbeddedDatabase extends DatabaseUrls {
  /** An earlier process was killed and left its PostgreSQL running: this is that one. */
  wasAdopted: boolean;
  /** Tells a second start on the folder where this process answers. */
  announce(address: string): void;
  stop(): Promise<void>;
}

/**
 * The PostgreSQL of a data folder: made if there is none, adopted if one still runs, started otherwise. It is this
 * process's alone until `stop`, and survives if this process is killed.
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const dataDir = makeDataDir(options.dataDir);
  const lock = new DataFolderLock(dataDir, options.command ?? 'khoi');
  lock.acquire();
  try {
    const cluster = await prepareCluster(dataDir, options.log);
    const adopted = await adoptPostmaster(cluster);
    const postmaster = adopted ?? (await startPostmaster(cluster, options.settings));
    await createDatabase(
      connectionUrl(postmaster, cluster.password),
      connectionUrl(postmaster, cluster.password, 'postgres'),
    );
    const urls = urlsOf(postmaster, cluster);
    await ensureServerRole(urls.ownerUrl, roleOf(urls.url), { isOurs: true });
    return {
      ...urls,
      wasAdopted: adopted !== undefined,
      announce: (address) => lock.announce(address),
      stop: async () => {
        await stopPostmaster(cluster);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * The database that another process runs on this data folder, for a command that works beside the server. Undefined if
 * nobody does.
 */
export async function joinEmbeddedDatabase(dataDir: string): Promise<DatabaseUrls | undefined> {
  const clusterDir = join(dataDir, 'postgres');
  for (const deadline = Date.now() + 20_000; findHolder(dataDir); await sleep(50)) {
    const running = readPostmaster(join(clusterDir, 'data'));
    if (running?.ready) return urlsOf(running, readPasswords(clusterDir));
    if (Date.now() > deadline)
      throw new Error(`The process that uses ${dataDir} has not started its database.`);
  }
  return undefined;
}

function urlsOf(
  postmaster: Postmaster,
  { password, serverPassword }: ReturnType<typeof readPasswords>,
): DatabaseUrls {
  return {
    url: serverConnectionUrl(postmaster, serverPassword),
    ownerUrl: connectionUrl(postmaster, password),
  };
}

/** Made passable, not readable, for others: as root, PostgreSQL runs as a user who must get through. */
function makeDataDir(path: string): string {
  if (mkdirSync(path, { recursive: true })) chmodSync(path, 0o711);
  return realpathSync(path);
}

async function createDatabase(url: string, maintenanceUrl: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    const isMissing = (error as { code?: string }).code === '3D000';
    if (!isMissing) throw error;
    const maintenance = new Client({ connectionString: maintenanceUrl });
    await maintenance.connect();
    await maintenance.query(`create database ${DATABASE_NAME}`).finally(() => maintenance.end());
  } finally {
    await client.end().catch(() => {});
  }
}
