import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

const triggers = ['log_inserted_observations', 'log_updated_observations', 'log_deleted_observations'];

/** Whether this version keeps roll-ups at all; what is held against their absence is left out where it does not. */
export async function hasRollUps(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::integer as count from pg_trigger
     where tgrelid = 'observation'::regclass and tgname = any ($1)`,
    [triggers],
  );
  return rows[0]?.count === triggers.length;
}

/** As if there were no roll-ups: what is written meanwhile must be taken back before they are switched on again. */
export async function switchRollUps(client: Client, to: 'on' | 'off'): Promise<void> {
  const action = to === 'on' ? 'enable' : 'disable';
  await client.query(
    `alter table observation ${triggers.map((trigger) => `${action} trigger ${trigger}`).join(', ')}`,
  );
}

/** How many changes are not folded yet. */
export async function countUnfolded(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::integer as count from rollup_delta',
  );
  return rows[0]?.count ?? 0;
}

/** Waits until the server has folded everything. */
export async function waitUntilFolded(client: Client): Promise<void> {
  while ((await countUnfolded(client)) > 0) await sleep(100);
}

/** Folds everything here, where no server does. */
export async function foldAll(client: Client): Promise<void> {
  while ((await countUnfolded(client)) > 0) await client.query('select fold_rollups(2000)');
}
