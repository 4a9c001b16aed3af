import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Databases } from './databases';
import { type ImportFile, writeImportFile } from './generate/import-file';
import { loadTree } from './generate/load-world';
import { cellsOf, ROOT, type Shape } from './generate/world';
import { checkRoot, createStaging, insertStaged } from './import.sql';
import type { Log } from './log';
import { hasRollUps, switchRollUps } from './roll-ups';
import { runKhoi } from './server-process';
import { timed } from './statistics';

const TREE = 'bench_import_tree';
const TARGET = 'bench_import';

export interface ImportResult {
  shape: Shape;
  rows: number;
  /** Seconds for the rows to reach a staging table, which is no part of the two inserts. */
  copy: number;
  insert: Timing;
  importer: Timing;
}

interface Timing {
  seconds: number;
  /** The same with the roll-up triggers switched off. */
  secondsWithout: number | null;
}

/** A million figures into a country that has none, as one statement and by `khoi import`. */
export async function measureImport(
  databases: Databases,
  shape: Shape,
  figures: number,
  seed: number,
  folder: string,
  log: Log,
): Promise<ImportResult> {
  await databases.create(TREE);
  const file = await withClient(databases, TREE, async (client) => {
    await loadTree(client, cellsOf(figures), shape);
    await client.query('vacuum analyze');
    return writeImportFile(client, seed, join(folder, `${shape}.csv`));
  });
  const compares = await withClient(databases, TREE, hasRollUps);
  const run = async (what: string, rollUps: 'on' | 'off', work: (client: Client) => Promise<number>) => {
    await databases.clone(TARGET, TREE);
    return withClient(databases, TARGET, async (client) => {
      if (rollUps === 'off') await switchRollUps(client, 'off');
      await client.query('checkpoint');
      const ms = await work(client);
      await verifyRows(client, file.rows, compares && rollUps === 'on');
      log(
        `import of ${file.rows.toLocaleString('en')} rows, ${shape}, ${what}, roll-ups ${rollUps}: ${Math.round(ms / 1000)} s`,
      );
      return ms / 1000;
    });
  };
  let copyMs = 0;
  const insert = async (client: Client) => {
    await client.query('begin');
    await client.query(createStaging);
    copyMs = await timed(() => copy(client, file));
    await client.query('analyze staged');
    return timed(async () => {
      await client.query(insertStaged);
      await client.query('commit');
    });
  };
  const importer = () => timed(() => importByKhoi(databases.urlOf(TARGET), file.csvPath));
  const result = {
    shape,
    rows: file.rows,
    insert: {
      secondsWithout: compares ? await run('one statement', 'off', insert) : null,
      seconds: await run('one statement', 'on', insert),
    },
    importer: {
      secondsWithout: compares ? await run('khoi import', 'off', importer) : null,
      seconds: await run('khoi import', 'on', importer),
    },
    copy: copyMs / 1000,
  };
  await databases.drop(TARGET);
  await databases.drop(TREE);
  return result;
}

async function copy(client: Client, { copyLines }: ImportFile): Promise<void> {
  await pipeline(Readable.from(copyLines), client.query(copyFrom('copy staged from stdin')));
}

async function importByKhoi(url: string, path: string): Promise<void> {
  await runKhoi(['import', 'observations', path, '--numbers', 'plain'], { DATABASE_URL: url });
}

async function verifyRows(client: Client, expected: number, checksRoot: boolean): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::integer as count from observation',
  );
  if (rows[0]?.count !== expected) throw new Error(`${rows[0]?.count} rows came in of ${expected}.`);
  if (!checksRoot) return;
  const wrong = await client.query(checkRoot(ROOT));
  if (wrong.rows.length > 0) throw new Error(`The root is not the sum: ${JSON.stringify(wrong.rows)}`);
}

async function withClient<T>(
  databases: Databases,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await databases.connect(database);
  return work(client).finally(() => client.end());
}
