import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { DataSource } from 'typeorm';

/** The login that the server uses; it owns nothing. */
export interface ServerRole {
  name: string;
  password: string;
}

/** What only the database itself writes: the trace of changes, and the list of migrations. */
const readOnly = ['audit_entry', 'change_set', 'observation_revision', 'migration'];

/** The login that a connection string names. */
export function roleOf(url: string): ServerRole {
  const { username, password } = new URL(url);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** Makes the login if there is none yet; with `isOurs`, it also gets this password. */
export async function ensureServerRole(
  ownerUrl: string,
  { name, password }: ServerRole,
  { isOurs }: { isOurs: boolean },
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
    if (rowCount === 1 && !isOurs) return;
    const verb = rowCount === 1 ? 'alter' : 'create';
    await client.query(
      `${verb} role ${escapeIdentifier(name)} login nosuperuser nocreatedb nocreaterole password ${escapeLiteral(password)}`,
    );
  } catch (error) {
    throw new Error(
      `The server's role ${name} does not exist and could not be made: let an administrator of the database run ` +
        `"create role ${name} login password …".\n${(error as Error).message}`,
    );
  } finally {
    await client.end();
  }
}

/**
 * Gives the server what it needs of the schema as it is now, and no more: no definitions, no emptying of tables, and of the trace
 * of changes only reading. Run after migrations, since tables made by them are nobody's but the owner's.
 */
export async function grantServerRole(owner: DataSource, name: string): Promise<void> {
  const role = escapeIdentifier(name);
  await owner.transaction(async (manager) => {
    for (const statement of [
      `grant usage on schema public to ${role}`,
      `grant select, insert, update, delete on all tables in schema public to ${role}`,
      `revoke insert, update, delete on ${readOnly.join(', ')} from ${role}`,
      `grant usage on all sequences in schema public to ${role}`,
      `revoke usage on sequence audit_entry_id_seq, change_set_id_seq, migration_id_seq from ${role}`,
    ]) {
      await manager.query(statement);
    }
    // Everybody may by default; imports stage their rows in temporary tables.
    const [{ may, database }] = await manager.query(
      `select has_database_privilege($1, current_database(), 'TEMP') as may, current_database() as database`,
      [name],
    );
    if (!may) await manager.query(`grant temporary on database ${escapeIdentifier(database)} to ${role}`);
  });
}

/** Whether who is connected could alter the trace of changes: the owner can switch its guards off. */
export async function couldAlterTrace(dataSource: DataSource): Promise<boolean> {
  const [row]: { could: boolean }[] = await dataSource.query(
    `select pg_has_role(relowner, 'USAGE') as could from pg_class where oid = 'audit_entry'::regclass`,
  );
  return row?.could ?? true;
}
