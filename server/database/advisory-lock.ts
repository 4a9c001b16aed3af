import type { DataSource } from 'typeorm';

/** Any number that nothing else takes a lock on. */
const STARTUP_LOCK = 4_815_162_342;

/**
 * Runs work that only one of several servers on a database may do at a time; the others wait for it. The lock belongs to
 * its connection, so it ends with its process however that ends.
 */
export async function withStartupLock<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  const queryRunner = dataSource.createQueryRunner();
  try {
    await queryRunner.query('select pg_advisory_lock($1::bigint)', [STARTUP_LOCK]);
    try {
      return await work();
    } finally {
      await queryRunner.query('select pg_advisory_unlock($1::bigint)', [STARTUP_LOCK]);
    }
  } finally {
    await queryRunner.release();
  }
}
