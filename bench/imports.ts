import { Client } from 'pg';
import { timed } from './measure';
import { figuresACell, figuresOf, growNation, indicators } from './nation';
import { switchRollUps } from './writes';

export interface ImportTimes {
  rows: number;
  seconds: number;
  plainSeconds: number;
}

/** A million staged figures written by one statement, with roll-ups and without. */
export async function timeImport(
  url: string,
  rows: number,
  cellsACommune: number | null,
): Promise<ImportTimes> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await growNation(client, Math.ceil(rows / figuresACell), cellsACommune);
  await client.query(
    `create unlogged table staged as ${indicators.map((indicator) => figuresOf(indicator)).join(' union all ')}`,
  );
  await client.query('vacuum analyze');
  const write = () =>
    client.query(
      `insert into observation (indicator_id, unit_id, period_start, value)
       select indicator_id, unit_id, period_start, value from staged order by indicator_id, unit_id, period_start`,
    );
  const written = [];
  for (const isOn of [false, true]) {
    await client.query('truncate observation');
    await switchRollUps(client, isOn);
    await client.query('checkpoint');
    written.push((await timed(write)) / 1000);
  }
  const { rows: counted } = await client.query('select count(*)::int as count from observation');
  await client.end();
  return { rows: counted[0].count, plainSeconds: written[0] ?? 0, seconds: written[1] ?? 0 };
}
