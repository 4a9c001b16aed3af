import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, startTimeOf } from './process-info';

/** Who uses a data folder, and since it answers, where. */
export interface Holder {
  pid: number;
  startTime: string | undefined;
  command: string;
  address?: string;
}

/** Another process uses the data folder. */
export class DataFolderInUseError extends Error {
  constructor(
    readonly dataDir: string,
    readonly holder: Holder,
  ) {
    const where = holder.address ? ` at ${holder.address}` : '';
    super(
      `Khối is already running on ${dataDir}: \`${holder.command}\`, process ${holder.pid}${where}.\n` +
        'Use that one, stop it first, or choose another folder with KHOI_DATA_DIR.',
    );
  }
}

/**
 * Marks a data folder as used by this process. A file that names its process, not a lock of the operating system, since
 * Node has none; a holder that is no longer there is recognised by number and start time and replaced.
 */
export class DataFolderLock {
  private readonly path: string;
  private readonly holder: Holder;

  constructor(
    private readonly dataDir: string,
    command: string,
  ) {
    this.path = lockPath(dataDir);
    this.holder = { pid: process.pid, startTime: startTimeOf(process.pid), command };
  }

  /** Takes the folder or throws a {@link DataFolderInUseError}. */
  acquire(): void {
    const own = this.writeOwnFile();
    try {
      while (!tryLink(own, this.path)) {
        const seen = readText(this.path);
        const holder = seen && parseHolder(seen);
        if (holder && isAlive(holder)) throw new DataFolderInUseError(this.dataDir, holder);
        if (seen !== undefined) this.removeStale(seen);
      }
    } finally {
      rmSync(own, { force: true });
    }
  }

  /** Tells a second start, and other commands, where this process answers. */
  announce(address: string): void {
    this.holder.address = address;
    renameSync(this.writeOwnFile(), this.path);
  }

  release(): void {
    rmSync(this.path, { force: true });
  }

  /** A link and a rename are atomic where writing a file is not: nobody ever reads half a lock. */
  private writeOwnFile(): string {
    const path = `${this.path}.${process.pid}`;
    writeFileSync(path, JSON.stringify(this.holder));
    return path;
  }

  /** Two starts may find the same stale lock: if the other was quicker, what was moved away is its new one. */
  private removeStale(seen: string): void {
    const aside = `${this.path}.stale.${process.pid}`;
    try {
      renameSync(this.path, aside);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return;
    }
    if (readText(aside) !== seen) tryLink(aside, this.path);
    rmSync(aside, { force: true });
  }
}

/** The process that uses the data folder now, if there is one. */
export function findHolder(dataDir: string): Holder | undefined {
  const text = readText(lockPath(dataDir));
  const holder = text === undefined ? undefined : parseHolder(text);
  return holder && isAlive(holder) ? holder : undefined;
}

function lockPath(dataDir: string): string {
  return join(dataDir, 'khoi.lock');
}

function isAlive(holder: Holder): boolean {
  return isRunning(holder.pid) && startTimeOf(holder.pid) === holder.startTime;
}

function parseHolder(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
