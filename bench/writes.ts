import { Client } from 'pg';
import { ratePerSecond, until } from './measure';
import { firstCell } from './nation';

const WRITERS = 8;
const SECONDS = 3;

export interface WriteRates {
  edits: 'one' | 'two';
  indicator: string;
  withRollUps: number;
  without: number;
  deadlocks: number;
}

const triggers = ['log_inserted_observations', 'log_updated_observations', 'log_deleted_observations'];

export async function switchRollUps(client: Client, isOn: boolean): Promise<void> {
  for (const trigger of triggers) {
    await client.query(`alter table observation ${isOn ? 'enable' : 'disable'} trigger ${trigger}`);
  }
}

/** Eight writers below one root, each editing cells of its own choice, while the server folds. */
export async function timeWrites(url: string, client: Client, cells: number): Promise<WriteRates[]> {
  const rates: WriteRates[] = [];
  for (const indicator of ['YF1', 'YS1']) {
    for (const edits of ['one', 'two'] as const) {
      const measured = { deadlocks: 0, withRollUps: 0, without: 0 };
      // There and back in turns, so that the figures end as they began and both meet the same moments of the machine.
      for (let round = 0; round < 2; round += 1) {
        measured.withRollUps += (await write(url, { indicator, edits, cells, measured })) / 2;
        await switchRollUps(client, false);
        measured.without += (await write(url, { indicator, edits, cells, measured })) / 2;
        await switchRollUps(client, true);
      }
      rates.push({ edits, indicator, ...measured });
    }
  }
  await until(async () => {
    const { rows } = await client.query('select not exists (select from rollup_delta) as folded');
    return rows[0].folded;
  });
  return rates;
}

interface Writing {
  indicator: string;
  edits: 'one' | 'two';
  cells: number;
  measured: { deadlocks: number };
}

/** Adds 1 to figures for some seconds, then takes it away again from the same ones; answers transactions a second. */
async function write(url: string, { indicator, edits, cells, measured }: Writing): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const edit = async (worker: number, turn: number, change: number) => {
    const client = clients[worker];
    if (!client) throw new Error(`There is no writer ${worker}.`);
    const units = Array.from(
      { length: edits === 'one' ? 1 : 2 },
      (_, index) => firstCell + pick(worker, turn, index, cells),
    );
    try {
      await client.query('begin');
      for (const unit of units) {
        await client.query(
          `update observation set value = value + $1
           where indicator_id = (select id from indicator where code = $2) and unit_id = $3
             and period_start = make_date(2015 + $4::integer, 1, 1)`,
          [change, indicator, unit, turn % 10],
        );
      }
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      if ((error as { code?: string }).code !== '40P01') throw error;
      measured.deadlocks += 1;
    }
  };
  const { rate, turns } = await ratePerSecond(WRITERS, SECONDS, (worker, turn) => edit(worker, turn, 1));
  await Promise.all(
    turns.map(async (count, worker) => {
      for (let turn = 0; turn < count; turn += 1) await edit(worker, turn, -1);
    }),
  );
  await Promise.all(clients.map((client) => client.end()));
  return rate;
}

/** A cell that no other writer picks: what is measured is the root that all share, not rows that two edit at once. */
function pick(worker: number, turn: number, index: number, cells: number): number {
  const mine = Math.floor(cells / WRITERS);
  return (((turn * 2 + index) * 7919) % mine) + worker * mine;
}
