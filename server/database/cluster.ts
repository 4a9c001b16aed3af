import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, canReach, chooseAccount } from './account';
import { type Binaries, findBinaries, SHARED_DIR } from './binaries';

const run = promisify(execFile);

/** The superuser, who owns everything, and the database of the embedded PostgreSQL. */
export const DATABASE_NAME = 'khoi';

/** The login that the server uses there. */
export const SERVER_ROLE = 'khoi_server';

/** Files of the data folder; both are for the owner of the folder alone. */
const OWNER_PASSWORD = 'password';
const SERVER_PASSWORD = 'server-password';

/** One PostgreSQL data folder, initialised, with what is needed to run it. */
export interface Cluster {
  /** Holds the data, the passwords and the log. */
  dir: string;
  dataDir: string;
  /** Of the owner. */
  password: string;
  /** Of the role that the server runs as. */
  serverPassword: string;
  account: Account | undefined;
  binaries: Binaries;
}

/**
 * The cluster in a data folder, made there if there is none. The caller holds the lock of the folder.
 *
 * A new one is made in a folder beside and moved into place when it is whole, so that an interrupted start leaves
 * nothing behind that a later one could take for a database.
 */
export async function prepareCluster(dataDir: string, log: (line: string) => void): Promise<Cluster> {
  const link = join(dataDir, 'postgres');
  await removeUnfinished(dataDir);
  const isNew = lstatSync(link, { throwIfNoEntry: false }) === undefined;
  const account = await chooseAccount(join(link, 'data'));
  if (isNew) {
    const home = await chooseHome(dataDir, account, log);
    await initialise(home, account, await findBinaries(account));
    if (home !== dataDir) await symlink(join(home, 'postgres'), link);
  }
  return openCluster(link, account);
}

/** The passwords of a data folder's database, for a process that joins the one that runs it. */
export function readPasswords(clusterDir: string): Pick<Cluster, 'password' | 'serverPassword'> {
  const [password, serverPassword] = [OWNER_PASSWORD, SERVER_PASSWORD].map((name) =>
    readFileSync(join(clusterDir, name), 'utf8').trim(),
  ) as [string, string];
  return { password, serverPassword };
}

async function openCluster(link: string, account: Account | undefined): Promise<Cluster> {
  try {
    const dir = realpathSync(link);
    const dataDir = join(dir, 'data');
    const major = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
    // A folder of a version in which the server ran as the owner.
    if (!existsSync(join(dir, SERVER_PASSWORD))) await writePassword(join(dir, SERVER_PASSWORD), account);
    if (account && !canReach(dir, account)) {
      throw new Error(
        `The user ${account.name}, who owns it, cannot get there: a parent folder is closed to him.`,
      );
    }
    return {
      dir,
      dataDir,
      ...readPasswords(dir),
      account,
      binaries: await findBinaries(account, major),
    };
  } catch (error) {
    throw new Error(
      `The database in ${link} cannot be opened. Start Khối as the user who made it, or choose another folder with ` +
        `KHOI_DATA_DIR.\n${(error as Error).message}`,
    );
  }
}

/** The data folder itself, or a folder for this one under /var/lib/khoi if PostgreSQL's user cannot reach it. */
async function chooseHome(dataDir: string, account: Account | undefined, log: (line: string) => void) {
  if (!account || canReach(dataDir, account)) return dataDir;
  mkdirSync(SHARED_DIR, { recursive: true, mode: 0o755 });
  const home = await mkdtemp(join(SHARED_DIR, 'data-'));
  chmodSync(home, 0o711);
  log(
    `The user ${account.name}, who runs PostgreSQL, cannot reach ${dataDir}: the database is kept in ${home}.`,
  );
  return home;
}

async function initialise(home: string, account: Account | undefined, binaries: Binaries): Promise<void> {
  const dir = join(home, `postgres.unfinished-${process.pid}`);
  const passwordFile = join(dir, OWNER_PASSWORD);
  mkdirSync(dir, { mode: 0o700 });
  if (account) chownSync(dir, account.uid, account.gid);
  for (const name of [OWNER_PASSWORD, SERVER_PASSWORD]) await writePassword(join(dir, name), account);
  await run(
    join(binaries.dir, 'initdb'),
    [
      ...['--pgdata', join(dir, 'data'), '--username', DATABASE_NAME, '--pwfile', passwordFile],
      ...[
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=vi',
        '--data-checksums',
      ],
      // Only Linux has C.UTF-8 everywhere; the order of words is ICU's in either case.
      `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`,
    ],
    { cwd: '/', env: cleanEnvironment(), ...(account && { uid: account.uid, gid: account.gid }) },
  );
  await rename(dir, join(home, 'postgres'));
}

async function writePassword(path: string, account: Account | undefined): Promise<void> {
  await writeFile(path, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account) chownSync(path, account.uid, account.gid);
}

/** What an interrupted start left; its initdb may still run, and fails when its folder is gone. */
async function removeUnfinished(dataDir: string): Promise<void> {
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith('postgres.unfinished-'))) {
    await rm(join(dataDir, name), { recursive: true, maxRetries: 5 });
  }
}

/** PG… variables of the user's own databases must not reach the embedded one. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));
}
