import type { DataSource } from 'typeorm';
import { Access } from '../access/access';
import { inWriteTransaction } from '../database/write-transaction';

export interface RebuildProgress {
  done: number;
  of: number;
}

/**
 * Makes the kept tree and all roll-ups anew from placements and reports, in one transaction: readers go on with the old
 * ones until it commits, writers go on logging.
 */
export async function rebuild(
  dataSource: DataSource,
  onProgress: (progress: RebuildProgress) => void = () => {},
): Promise<number> {
  const author = { access: Access.ofSystem('rebuild'), requestId: null };
  return inWriteTransaction(dataSource, author, async (manager) => {
    await manager.query('select rebuild_closure()');
    const indicators: { id: number }[] = await manager.query('select id from indicator order by id');
    for (const [done, { id }] of indicators.entries()) {
      onProgress({ done, of: indicators.length });
      await manager.query('select rebuild_rollups($1)', [id]);
    }
    return indicators.length;
  });
}
