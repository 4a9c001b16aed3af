import type { Client } from 'pg';
import type { Log } from '../log';
import { insertFigures } from './figures.sql';
import { insertCodes, insertIndicators, insertOpenings, insertPlacements, insertUnits } from './units.sql';
import { FIRST_YEAR, indicators, kinds, LAST_YEAR, planTree, type Shape, sectors } from './world';

/** The tree and the indicators, in an empty database. */
export async function loadTree(client: Client, cells: number, shape: Shape): Promise<void> {
  const units = planTree(cells, shape);
  const column = <Value>(read: (unit: (typeof units)[number]) => Value) => units.map(read);
  await client.query('begin');
  await client.query(insertCodes('unit_kind'), [kinds]);
  await client.query(insertCodes('sector'), [sectors]);
  await client.query(insertUnits, [column(({ code }) => code)]);
  await client.query('analyze party_unit');
  await client.query(insertPlacements, [
    column(({ code }) => code),
    column(({ name }) => name),
    column(({ parent }) => parent),
    column(({ kind }) => kind),
    column(({ sector }) => sector),
  ]);
  // The checks at the commit look each unit up in both tables.
  await client.query('analyze unit_placement');
  await client.query(insertOpenings);
  await client.query(insertIndicators, [
    indicators.map(({ code }) => code),
    indicators.map(({ decimals }) => decimals),
    indicators.map(({ periodType }) => periodType),
    indicators.map(({ kept }) => (kept === 'FLOW' ? 'SUM' : 'LAST')),
  ]);
  await client.query('commit');
}

/** All figures, year by year as they would have come in. */
export async function loadFigures(client: Client, seed: number, log: Log): Promise<number> {
  let figures = 0;
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    for (const indicator of indicators) {
      const { text, values } = insertFigures(indicator, year, year, seed);
      const { rowCount } = await client.query(text, values);
      figures += rowCount ?? 0;
    }
    log(`figures of ${year}: ${figures.toLocaleString('en')} in all`);
  }
  return figures;
}
