import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Cluster, cleanEnvironment, DATABASE_NAME, SERVER_ROLE } from './cluster';
import { findFreePort } from './free-port';
import { isPostmasterOf, type Postmaster, readPostmaster, removePidFile } from './postmaster-pid';
import { isRunning } from './process-info';

/**
 * Modest memory, since the database shares a machine with the people who use it. No JIT: it costs more than it gains on
 * queries of milliseconds. No socket file: its path may be too long, and TCP is enough.
 */
const defaultSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '50',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '16MB',
  maintenance_work_mem: '64MB',
  jit: 'off',
  log_line_prefix: '%m [%p] ',
};

const LARGEST_LOG = 5_000_000;

/** Where to connect to one of the databases of that server. */
export function connectionUrl({ port }: Postmaster, password: string, database = DATABASE_NAME): string {
  return `postgresql://${DATABASE_NAME}:${password}@127.0.0.1:${port}/${database}`;
}

/** Where the server connects, which owns nothing there. */
export function serverConnectionUrl({ port }: Postmaster, serverPassword: string): string {
  return `postgresql://${SERVER_ROLE}:${serverPassword}@127.0.0.1:${port}/${DATABASE_NAME}`;
}

/**
 * The server that an earlier process left running when it was killed, if it answers. One that does not is ended, and a
 * pid file whose process number now belongs to something else is removed.
 */
export async function adoptPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const deadline = Date.now() + 60_000;
  for (let silent = 0; silent < 2 && Date.now() < deadline; ) {
    const found = readPostmaster(cluster.dataDir);
    if (!found) return undefined;
    if (!isPostmasterOf(found.pid, cluster.dataDir)) {
      await removePidFile(cluster.dataDir);
      return undefined;
    }
    const answer = await tryConnect(found, cluster.password);
    if (answer === 'connected') return found;
    if (answer === 'silent') silent += 1;
    await sleep(50);
  }
  await killPostmaster(cluster);
  await removePidFile(cluster.dataDir);
  return undefined;
}

/** Starts a server. A second and third try, since another process may take the port, or an old backend still ends. */
export async function startPostmaster(
  cluster: Cluster,
  settings: Record<string, string> = {},
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const child = launch(cluster, { ...defaultSettings, port: String(port), ...settings });
    if (await becomesReady(child, cluster.dataDir)) return { pid: child.pid as number, port };
    if (attempt === 3)
      throw new Error(`PostgreSQL does not start; its log, ${logPath(cluster)}, ends:\n${tailLog(cluster)}`);
    await sleep(500);
  }
}

/** A fast shutdown: open transactions are rolled back, everything committed is written. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  if (!(await signalUntilGone(cluster, 'SIGINT', 30_000))) await killPostmaster(cluster);
}

/** Loses nothing that was committed: the next start recovers it from the log of changes. */
async function killPostmaster(cluster: Cluster): Promise<void> {
  if (await signalUntilGone(cluster, 'SIGQUIT', 2_000)) return;
  await signalUntilGone(cluster, 'SIGKILL', 5_000);
}

async function signalUntilGone(cluster: Cluster, signal: NodeJS.Signals, patience: number): Promise<boolean> {
  const running = readPostmaster(cluster.dataDir);
  if (!running || !isPostmasterOf(running.pid, cluster.dataDir)) return true;
  process.kill(running.pid, signal);
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(15)) {
    if (!isRunning(running.pid)) return true;
  }
  return false;
}

async function tryConnect(
  postmaster: Postmaster,
  password: string,
): Promise<'connected' | 'wait' | 'silent'> {
  const client = new Client({
    connectionString: connectionUrl(postmaster, password, 'postgres'),
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return 'connected';
  } catch (error) {
    // cannot_connect_now: it starts up, recovers or shuts down.
    return (error as { code?: string }).code === '57P03' ? 'wait' : 'silent';
  } finally {
    await client.end().catch(() => {});
  }
}

/** In a session of its own, so that Ctrl-C in the terminal reaches Khối alone, which then stops it in order. */
function launch(cluster: Cluster, settings: Record<string, string>): ChildProcess {
  const { account, binaries, dataDir } = cluster;
  const log = openLog(cluster);
  const child = spawn(
    join(binaries.dir, 'postgres'),
    ['-D', dataDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      detached: true,
      stdio: ['ignore', log, log],
      cwd: '/',
      env: cleanEnvironment(),
      ...(account && { uid: account.uid, gid: account.gid }),
    },
  );
  closeSync(log);
  child.unref();
  return child;
}

async function becomesReady(child: ChildProcess, dataDir: string): Promise<boolean> {
  let hasEnded = false;
  child.once('exit', () => {
    hasEnded = true;
  });
  child.once('error', () => {
    hasEnded = true;
  });
  while (!hasEnded) {
    const found = readPostmaster(dataDir);
    if (found?.pid === child.pid && found?.ready) return true;
    await sleep(15);
  }
  return false;
}

function logPath(cluster: Cluster): string {
  return join(cluster.dir, 'postgres.log');
}

function openLog(cluster: Cluster): number {
  const path = logPath(cluster);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function tailLog(cluster: Cluster): string {
  return readFileSync(logPath(cluster), 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}
