import type { QueryRunner } from 'typeorm';
import type { CheckResult } from './verify';

/** Runs a statement whose rows have a `difference` each, and counts all while keeping the first ones. */
export async function listDifferences(
  queryRunner: QueryRunner,
  statement: string,
  limit: number,
): Promise<Omit<CheckResult, 'title'>> {
  const rows: { difference: string; total: number }[] = await queryRunner.query(
    `select difference, count(*) over ()::int as total
     from (${statement}) as found
     order by difference
     limit $1::integer`,
    [limit],
  );
  return { differences: rows.map(({ difference }) => difference), count: rows[0]?.total ?? 0 };
}
