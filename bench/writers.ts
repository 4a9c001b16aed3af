import { Client } from 'pg';
import { FIRST_YEAR } from './generate/world';
import { seededRandom } from './random';
import { editFigure } from './writes.sql';

export const WRITERS = 8;
const MONTHS = 120;

export interface Edit {
  indicatorId: number;
  unitId: number;
  periodStart: string;
  change: number;
}

export interface Written {
  transactions: number;
  deadlocks: number;
  seconds: number;
  edits: Edit[];
}

/** What the writers choose from, and how they write. */
export interface WriteJob {
  indicatorIds: readonly number[];
  unitIds: readonly number[];
  editsPerTransaction: number;
  waitsForDisk: boolean;
}

/**
 * Eight connections that correct figures of cells as fast as they can. No two of them ever edit the same figure, so that a lock
 * they wait for is not one of the figures themselves; but they do edit neighbouring months of the same series.
 */
export class Writers {
  private constructor(private readonly clients: readonly Client[]) {}

  static async open(url: string): Promise<Writers> {
    const clients = Array.from({ length: WRITERS }, () => new Client({ connectionString: url }));
    await Promise.all(clients.map((client) => client.connect()));
    return new Writers(clients);
  }

  async close(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.end()));
  }

  async run(job: WriteJob, seconds: number, seed: number): Promise<Written> {
    const startedAt = performance.now();
    const until = startedAt + seconds * 1000;
    const parts = await Promise.all(
      this.clients.map((client, writer) => write(client, job, writer, until, seed)),
    );
    return {
      transactions: parts.reduce((sum, part) => sum + part.transactions, 0),
      deadlocks: parts.reduce((sum, part) => sum + part.deadlocks, 0),
      seconds: (performance.now() - startedAt) / 1000,
      edits: parts.flatMap(({ edits }) => edits),
    };
  }
}

async function write(client: Client, job: WriteJob, writer: number, until: number, seed: number) {
  const random = seededRandom(seed * WRITERS + writer);
  const written = { transactions: 0, deadlocks: 0, edits: [] as Edit[] };
  await client.query(`set synchronous_commit = ${job.waitsForDisk ? 'on' : 'off'}`);
  while (performance.now() < until) {
    const edits = Array.from({ length: job.editsPerTransaction }, () => chooseEdit(job, writer, random));
    try {
      await commit(client, edits);
      written.transactions += 1;
      written.edits.push(...edits);
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01') throw error;
      await client.query('rollback');
      written.deadlocks += 1;
    }
  }
  return written;
}

async function commit(client: Client, edits: readonly Edit[]): Promise<void> {
  if (edits.length > 1) await client.query('begin');
  for (const { indicatorId, unitId, periodStart, change } of edits) {
    const values = [indicatorId, unitId, periodStart, change];
    const { rowCount } = await client.query({ name: 'edit', text: editFigure, values });
    if (rowCount !== 1) throw new Error(`There is no figure ${JSON.stringify(values)} to edit.`);
  }
  if (edits.length > 1) await client.query('commit');
}

function chooseEdit({ indicatorIds, unitIds }: WriteJob, writer: number, random: () => number): Edit {
  const one = <Value>(of: readonly Value[]) => of[Math.floor(random() * of.length)] as Value;
  const month = writer + WRITERS * Math.floor(random() * (MONTHS / WRITERS));
  return {
    indicatorId: one(indicatorIds),
    unitId: one(unitIds),
    periodStart: `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`,
    change: 1 + Math.floor(random() * 9),
  };
}
