import type { Client } from 'pg';
import type { Databases } from './databases';
import { loadFigures, loadTree } from './generate/load-world';
import { cellsOf, type Shape, type Size, sizes } from './generate/world';
import type { Log } from './log';
import { measureSpace, type SpaceResult } from './measure-space';
import { foldAll, hasRollUps } from './roll-ups';

/** A generated country in a database of its own. */
export interface BenchWorld {
  size: Size;
  shape: Shape;
  cells: number;
  database: string;
  url: string;
  /** How long making it took; nothing when it was taken over from an earlier run. */
  seconds: number | null;
  /** What it took when it was new: an earlier run may have written to it. */
  space: SpaceResult;
}

/** Takes up a world that an earlier run kept, or makes it. */
export async function openWorld(
  databases: Databases,
  size: Size,
  shape: Shape,
  seed: number,
  log: Log,
): Promise<BenchWorld> {
  const cells = cellsOf(sizes[size]);
  const database = `bench_${size}_${shape}_${seed}`.toLowerCase().replace(/\W/g, '_');
  const world = { size, shape, cells, database, url: databases.urlOf(database) };
  const kept = (await databases.exists(database)) && (await readSpace(databases, database));
  if (kept) {
    log(`${size}: taking up the database ${database}`);
    return { ...world, seconds: null, space: kept };
  }
  const startedAt = performance.now();
  await databases.create(database);
  const client = await databases.connect(database);
  try {
    log(`${size}: ${cells.toLocaleString('en')} cells below 11,764 units`);
    await loadTree(client, cells, shape);
    await loadFigures(client, seed, (line) => log(`${size}: ${line}`));
    await settle(client);
    const space = await measureSpace(client, size);
    // Written last, so that a database that was interrupted is made anew.
    await client.query('create table bench_world (space json not null)');
    await client.query('insert into bench_world (space) values ($1)', [space]);
    return { ...world, seconds: (performance.now() - startedAt) / 1000, space };
  } finally {
    await client.end();
  }
}

/** Nothing left to fold or to clean up, and statistics of everything. */
async function settle(client: Client): Promise<void> {
  if (await hasRollUps(client)) await foldAll(client);
  await client.query('vacuum analyze');
}

/**
 * What the last step of making a world wrote; nothing where there was none, or where a run was stopped while roll-ups were
 * switched off.
 */
async function readSpace(databases: Databases, database: string): Promise<SpaceResult | undefined> {
  const client = await databases.connect(database);
  try {
    const { rows } = await client.query(
      `select to_regclass('bench_world') is not null and not exists (
         select from pg_trigger where tgrelid = to_regclass('observation') and tgenabled = 'D'
       ) as is_whole`,
    );
    if (rows[0]?.is_whole !== true) return undefined;
    const found = await client.query<{ space: SpaceResult }>('select space from bench_world');
    return found.rows[0]?.space;
  } finally {
    await client.end();
  }
}
