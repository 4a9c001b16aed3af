import { Client } from 'pg';
import { hashSecret, makeSecret } from '../server/sign-in/secret';

/** What this run of the bench shows the servers that it starts, as a tool does. */
const key = makeSecret('khoi_');

/** Goes with every request. */
export const keyHeader = `Bearer ${key}`;

/** Has a database know the key of this run, as one of an administrator; those of runs before are gone. */
export async function allowBenchKey(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`delete from app_user where username = 'bench'`);
    await client.query(
      `with made as (insert into app_user (username, name) values ('bench', 'Bench') returning id),
       granted as (
         insert into access_grant (user_id, role, sees_sensitive) select id, 'ADMINISTRATOR', true from made
       )
       insert into api_key (user_id, name, hash, hint, role, sees_sensitive, is_read_only, created_at)
       select id, 'bench', $1::bytea, $2::text, 'ADMINISTRATOR', true, false, now() from made`,
      [hashSecret(key), key.slice(-4)],
    );
  } finally {
    await client.end();
  }
}
