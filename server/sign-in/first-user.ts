import type { DataSource } from 'typeorm';
import { Access } from '../access/access';
import { inWriteTransaction } from '../database/write-transaction';
import { generatePassword, hashPassword } from './password';

/** Where nobody can sign in yet, makes the user `admin`, who may do everything, and answers the password; else null. */
export async function createFirstUser(dataSource: DataSource): Promise<string | null> {
  const [{ isThere }]: [{ isThere: boolean }] = await dataSource.query(
    'select exists (select from app_user where not is_demo) as "isThere"',
  );
  if (isThere) return null;
  const password = generatePassword();
  const hash = await hashPassword(password);
  const author = { access: Access.ofSystem('first start'), requestId: null };
  const made = await inWriteTransaction(dataSource, author, (manager) =>
    manager.query<object[]>(
      `with made as (
       insert into app_user (username, name, password_hash, must_change_password)
       select 'admin', 'Administrator', $1::text, true
       where not exists (select from app_user where not is_demo)
       on conflict do nothing
       returning id
     )
     insert into access_grant (user_id, role, sees_sensitive)
     select id, 'ADMINISTRATOR', true from made
     returning id`,
      [hash],
    ),
  );
  return made.length > 0 ? password : null;
}
