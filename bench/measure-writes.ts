import { Client } from 'pg';
import type { BenchWorld } from './bench-world';
import { createClosure } from './by-hand.sql';
import { describeWrites } from './goals';
import { HttpConnection } from './http-connection';
import type { Log } from './log';
import { rootByMonth } from './questions';
import { countUnfolded, hasRollUps, switchRollUps, waitUntilFolded } from './roll-ups';
import type { ServerProcess } from './server-process';
import { timed } from './statistics';
import { loadIds, verifyAnswer } from './verify-answer';
import { type Edit, type WriteJob, Writers, type Written } from './writers';
import { takeBack } from './writes.sql';

const ROUNDS = 4;

export interface WriteResult {
  size: string;
  kept: 'FLOW' | 'STOCK';
  editsPerTransaction: number;
  waitsForDisk: boolean;
  /** Transactions a second; without roll-ups nothing where this version keeps none. */
  rate: number;
  rateWithout: number | null;
  deadlocks: number;
  deadlocksWithout: number | null;
  /** Changes that were not folded yet when the writers stopped, and how long the server then took for them. */
  unfolded: number;
  foldSeconds: number;
}

interface Variant {
  kept: 'FLOW' | 'STOCK';
  editsPerTransaction: number;
  waitsForDisk: boolean;
}

const variants: Variant[] = [true, false].flatMap((waitsForDisk) =>
  (['FLOW', 'STOCK'] as const).flatMap((kept) =>
    [1, 2].map((editsPerTransaction) => ({ kept, editsPerTransaction, waitsForDisk })),
  ),
);

/** Edits beside the running server, with roll-ups and as if there were none, in turn. */
export async function measureWrites(
  world: BenchWorld,
  server: ServerProcess,
  seconds: number,
  log: Log,
): Promise<WriteResult[]> {
  const client = new Client({ connectionString: world.url });
  await client.connect();
  const writers = await Writers.open(world.url);
  const connection = await HttpConnection.open(server.address);
  try {
    await client.query(createClosure);
    const idOf = await loadIds(client);
    const verify = ({ kept }: Variant) => verifyAnswer(rootByMonth(kept), connection, client, idOf);
    const compares = await hasRollUps(client);
    const results: WriteResult[] = [];
    for (const [no, variant] of variants.entries()) {
      const job = await createJob(client, variant);
      const runs: Written[] = [];
      const runsWithout: Written[] = [];
      let unfolded = 0;
      let foldMs = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const seed = no * ROUNDS + round + 1;
        const runWith = async () => {
          runs.push(await writers.run(job, seconds / 2, seed));
          if (!compares) return;
          unfolded += await countUnfolded(client);
          foldMs += await timed(() => waitUntilFolded(client));
        };
        const runWithout = async () => {
          if (compares) runsWithout.push(await writeWithout(client, writers, job, seconds / 2, seed));
        };
        // In turn who comes first, as the second finds the pages as the first has left them.
        for (const run of round % 2 === 0 ? [runWith, runWithout] : [runWithout, runWith]) await run();
      }
      await verify(variant);
      // Once more right after writing, when not all of it is folded.
      await writers.run(job, 0.2, no);
      await verify(variant);
      results.push({
        size: world.size,
        ...variant,
        rate: rateOf(runs),
        rateWithout: compares ? rateOf(runsWithout) : null,
        deadlocks: deadlocksOf(runs),
        deadlocksWithout: compares ? deadlocksOf(runsWithout) : null,
        unfolded,
        foldSeconds: foldMs / 1000,
      });
      log(`${world.size}: ${describeWrites(variant)}; the root is the sum of all reports`);
    }
    return results;
  } finally {
    connection.close();
    await writers.close();
    await client.end();
  }
}

/** As if there were no roll-ups, and afterwards as if nothing had been written. */
async function writeWithout(
  client: Client,
  writers: Writers,
  job: WriteJob,
  seconds: number,
  seed: number,
): Promise<Written> {
  await switchRollUps(client, 'off');
  const written = await writers.run(job, seconds, seed);
  const edits = addUp(written.edits);
  await client.query(takeBack, [
    edits.map(({ indicatorId }) => indicatorId),
    edits.map(({ unitId }) => unitId),
    edits.map(({ periodStart }) => periodStart),
    edits.map(({ change }) => change),
  ]);
  await switchRollUps(client, 'on');
  return written;
}

/** One edit for each figure, since a statement changes a row once only. */
function addUp(edits: readonly Edit[]): Edit[] {
  const byFigure = new Map<string, Edit>();
  for (const edit of edits) {
    const key = `${edit.indicatorId} ${edit.unitId} ${edit.periodStart}`;
    byFigure.set(key, { ...edit, change: edit.change + (byFigure.get(key)?.change ?? 0) });
  }
  return [...byFigure.values()];
}

async function createJob(client: Client, { kept, ...how }: Variant): Promise<WriteJob> {
  const indicators = await client.query<{ id: number }>('select id from indicator where code like $1', [
    `MONTH-${kept}-%`,
  ]);
  const cells = await client.query<{ id: number }>(`select id from party_unit where code like 'CELL-%'`);
  return {
    ...how,
    indicatorIds: indicators.rows.map(({ id }) => id),
    unitIds: cells.rows.map(({ id }) => id),
  };
}

function rateOf(runs: readonly Written[]): number {
  const transactions = runs.reduce((sum, run) => sum + run.transactions, 0);
  return transactions / runs.reduce((sum, { seconds }) => sum + seconds, 0);
}

function deadlocksOf(runs: readonly Written[]): number {
  return runs.reduce((sum, run) => sum + run.deadlocks, 0);
}
