import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLineOf, isRunning } from './process-info';

/** A PostgreSQL server process that runs on a cluster. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** What postmaster.pid says of a server that is, or was, on this cluster; `ready` once it takes connections. */
export function readPostmaster(dataDir: string): (Postmaster & { ready: boolean }) | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Its command line, which names the data, tells a server of ours from a stranger that was given its number. */
export function isPostmasterOf(pid: number, dataDir: string): boolean {
  return isRunning(pid) && commandLineOf(pid).includes(dataDir);
}

/**
 * Removes what a server that is gone left. PostgreSQL would do so itself, but takes any process with that number for the
 * server, a zombie too. What it also checks is checked here: backends that outlive their server still write.
 */
export async function removePidFile(dataDir: string): Promise<void> {
  const path = join(dataDir, 'postmaster.pid');
  for (const deadline = Date.now() + 30_000; existsSync(path) && hasAttachedBackends(path); await sleep(50)) {
    if (Date.now() > deadline) throw new Error(`Backends of a killed PostgreSQL still work on ${dataDir}.`);
  }
  rmSync(path, { force: true });
}

/** Whether a process is attached to the shared memory named in a postmaster.pid; told by Linux only. */
function hasAttachedBackends(pidFile: string): boolean {
  const id = readFileSync(pidFile, 'utf8').split('\n')[6]?.trim().split(/\s+/)[1];
  if (!id || !existsSync('/proc/sysvipc/shm')) return false;
  const segments = readFileSync('/proc/sysvipc/shm', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const [names = [], ...rows] = segments;
  const segment = rows.find((row) => row[names.indexOf('shmid')] === id);
  return segment !== undefined && segment[names.indexOf('nattch')] !== '0';
}
