import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The operating system's user that PostgreSQL runs as. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so as root it runs as somebody else: the owner of the data if there are any, else
 * `khoi` or `postgres` if the machine has them, else a system user `khoi` made for it. Undefined for a plain user, who
 * runs it as himself. See docs/adr/0002-running-as-root.md.
 */
export async function chooseAccount(clusterDir: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readAccounts();
  const owner = ownerOf(clusterDir);
  const existing = owner
    ? accounts.find(({ uid }) => uid === owner)
    : (accounts.find(({ name }) => name === 'khoi') ?? accounts.find(({ name }) => name === 'postgres'));
  return existing ?? (await createAccount());
}

/** Whether that user can get to a folder: through each of its parents, by their modes. */
export function canReach(folder: string, account: Account): boolean {
  const { uid, gid, mode } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  const parent = dirname(folder);
  return (mode & bit) !== 0 && (parent === folder || canReach(parent, account));
}

function ownerOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.uid || undefined;
}

function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

async function createAccount(): Promise<Account> {
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'khoi',
    ]);
  } catch (error) {
    throw new Error(
      'PostgreSQL does not run as root, and no system user could be made for it. Start Khối as a plain user, or make ' +
        `a user named khoi, or set DATABASE_URL.\n${(error as Error).message}`,
    );
  }
  const created = readAccounts().find(({ name }) => name === 'khoi');
  if (!created) throw new Error('The system user khoi was made but cannot be found in /etc/passwd.');
  return created;
}
