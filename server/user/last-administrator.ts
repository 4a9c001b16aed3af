import type { EntityManager } from 'typeorm';
import { invalidInput } from '../validate-input';

/** Any number that nothing else takes a lock on. */
const ADMINISTRATORS_LOCK = 4_815_162_343;

/**
 * To be called before people or their grants are changed: two at once could each leave the other as the last administrator,
 * and so none.
 */
export async function lockAdministrators(manager: EntityManager): Promise<void> {
  await manager.query('select pg_advisory_xact_lock($1::bigint)', [ADMINISTRATORS_LOCK]);
}

/** Refuses what has left nobody who can sign in and manage people; `field` is what was asked to change. */
export async function keepAnAdministrator(manager: EntityManager, field: string): Promise<void> {
  const [row] = await manager.query<{ isLeft: boolean }[]>(
    `select exists (
       select from access_grant
       join app_user on app_user.id = access_grant.user_id
       where access_grant.role = 'ADMINISTRATOR' and access_grant.unit_id is null
         and not app_user.is_disabled
         and (app_user.password_hash is not null or app_user.oidc_subject is not null)
     ) as "isLeft"`,
  );
  if (row?.isLeft) return;
  throw invalidInput({ [field]: 'must stay as it is: this is the last administrator of the whole tree' });
}
