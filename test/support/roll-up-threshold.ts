import type { DataSource } from 'typeorm';

/**
 * How many units must stand below one that keeps roll-ups; of worlds that are loaded from then on. Test worlds are small:
 * with the number that is meant for real trees hardly any of their units would keep some.
 */
export async function setRollUpThreshold(dataSource: DataSource, units: number): Promise<void> {
  await dataSource.query(
    `create or replace function rollup_threshold() returns integer
     language sql immutable parallel safe as 'select ${Number(units)}'`,
  );
}
