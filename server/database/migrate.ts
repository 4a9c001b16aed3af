import type { DataSource } from 'typeorm';

/**
 * Brings the schema up to date, each migration in a transaction of its own, and returns the names of those that ran.
 * Call it inside `withStartupLock`, so that two servers that start at once migrate once.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const ran = await dataSource.runMigrations({ transaction: 'each' });
  return ran.map(({ name }) => name);
}
