import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource } from '../../server/data-source';
import { findHolder } from '../../server/database/data-folder-lock';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../server/database/embedded-database';
import { migrate } from '../../server/database/migrate';
import { roleOf } from '../../server/database/server-role';
import { insertAdministrator } from './administrator';
import { setRollUpThreshold } from './roll-up-threshold';

const PREFIX = 'khoi-test-';

/** Nothing in it outlives the run, so nothing need survive a crash. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100' };

export interface TestServer extends EmbeddedDatabase {
  dataDir: string;
}

declare global {
  var testServer: TestServer | undefined;
}

/** Before the first test file: one PostgreSQL, with the migrated database that every test file clones. */
export default async function startDatabase(): Promise<void> {
  await sweepKilledRuns();
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX));
  // As root, PostgreSQL runs as a user who must get through.
  await chmod(dataDir, 0o711);
  const database = await startEmbeddedDatabase({ dataDir, log: () => {}, command: 'the tests', settings });
  globalThis.testServer = { ...database, dataDir };
  process.env.TEST_DATABASE_URL = database.ownerUrl;
  process.env.TEST_SERVER_URL = database.url;
  await migrateTemplate(database);
}

async function migrateTemplate({ url, ownerUrl }: EmbeddedDatabase): Promise<void> {
  const dataSource = await createDataSource(ownerUrl).initialize();
  await migrate(dataSource, roleOf(url).name);
  await insertAdministrator(dataSource);
  await setRollUpThreshold(dataSource, 1);
  await dataSource.destroy();
}

/** A run that was killed leaves its PostgreSQL behind: adopting it is the way to stop it. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const dataDir = join(tmpdir(), name);
    if (!existsSync(join(dataDir, 'khoi.lock')) || findHolder(dataDir)) continue;
    const database = await startEmbeddedDatabase({ dataDir, log: () => {}, settings }).catch(() => undefined);
    await database?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
