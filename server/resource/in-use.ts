import type { EntityManager } from 'typeorm';
import { AppError } from '../errors';
import type { Key } from './resource.service';

/** What can hold a record: rows of a table whose column points at it, and what one or more of them are called. */
export interface Holder {
  table: string;
  column: string;
  one: string;
  many: string;
  /** What is counted when it is not the rows. */
  distinct?: string;
}

/** Refuses to delete what is still named by other records, and counts them: "12 observations, 3 subordinate units". */
export async function refuseIfInUse(
  manager: EntityManager,
  what: string,
  { id }: Key,
  holders: readonly Holder[],
): Promise<void> {
  if (holders.length === 0) return;
  const counts = holders.map(({ table, column, distinct }) => {
    const counted = distinct ? `distinct ${distinct}` : '*';
    return `(select count(${counted})::integer from ${table} where ${column} = $1)`;
  });
  const [row]: { counts: number[] }[] = await manager.query(`select array[${counts.join(', ')}] as counts`, [
    id,
  ]);
  const found = holders.flatMap(({ one, many }, index) => {
    const count = row?.counts[index] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  if (found.length > 0) throw new AppError('IN_USE', { what, holders: found.join(', ') });
}
