import type { DataSource } from 'typeorm';
import { grantServerRole } from './server-role';

/**
 * Brings the schema up to date as its owner, each migration in a transaction of its own, and returns the names of those that
 * ran. The role that the server runs as, if it is another one, gets its rights. Call it inside `withStartupLock`, so that two servers that start at once migrate once.
 */
export async function migrate(owner: DataSource, serverRole?: string): Promise<string[]> {
  const ran = await owner.runMigrations({ transaction: 'each' });
  if (serverRole !== undefined) await grantServerRole(owner, serverRole);
  return ran.map(({ name }) => name);
}
