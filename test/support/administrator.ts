import type { EntityManager } from 'typeorm';
import { hashSecret } from '../../server/sign-in/secret';

/** Every test database has an administrator of the whole tree, named `tester`, with this password and this key. */
export const administrator = {
  username: 'tester',
  password: 'mười hai con giáp',
  key: `khoi_${'test'.repeat(10)}key`,
};

/** The header that makes a request one of the administrator. */
export const asAdministrator = { authorization: `Bearer ${administrator.key}` };

/** Of the password above. */
const passwordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$oAlvf9gM0x0YkuQU+49XoA$KrQrcQknOznw2IvDOO00mHgm8Nc5rKeKARPU64y3VG0';

export async function insertAdministrator(manager: Pick<EntityManager, 'query'>): Promise<void> {
  await manager.query(
    `with made as (
       insert into app_user (username, name, password_hash)
       values ($1::text, 'Tester', $2::text)
       on conflict (lower(username)) do update set name = excluded.name
       returning id
     ),
     granted as (
       insert into access_grant (user_id, role, sees_sensitive)
       select id, 'ADMINISTRATOR', true from made
     )
     insert into api_key (user_id, name, hash, hint, role, sees_sensitive, is_read_only, created_at)
     select id, 'tests', $3::bytea, 'tkey', 'ADMINISTRATOR', true, false, '2020-01-01T00:00:00Z' from made`,
    [administrator.username, passwordHash, hashSecret(administrator.key)],
  );
}
