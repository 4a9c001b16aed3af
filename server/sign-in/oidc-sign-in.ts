import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { Role } from '../../schema/access/role.enum';
import { Access } from '../access/access';
import { isAtLeast } from '../access/rights';
import { inWriteTransaction } from '../database/write-transaction';
import { AppError } from '../errors';
import type { OidcPerson } from './oidc-client';
import type { GroupGrant } from './oidc-settings';

/**
 * The id of the user that a provider vouches for, made at the first sign-in, with the grants of the groups in the place of
 * those before. It never takes over a user with the same name: whoever can choose a name at the provider would be anyone here.
 */
export function findOidcUser(
  dataSource: DataSource,
  person: OidcPerson,
  groups: readonly GroupGrant[],
  requestId: string,
): Promise<number> {
  const author = { access: Access.ofSystem('OpenID Connect'), requestId };
  return inWriteTransaction(dataSource, author, async (manager) => {
    const { id, isDisabled } = (await find(manager, person.subject)) ?? (await create(manager, person));
    if (isDisabled) throw new AppError('UNAUTHENTICATED', { problem: 'The user is disabled.' });
    const wanted = mergeByUnit(groups.filter(({ group }) => person.groups.includes(group)));
    await replaceGrants(manager, id, wanted);
    return id;
  });
}

interface Found {
  id: number;
  isDisabled: boolean;
}

async function find(manager: EntityManager, subject: string): Promise<Found | undefined> {
  const [found] = await manager.query<Found[]>(
    'select id, is_disabled as "isDisabled" from app_user where oidc_subject = $1::text',
    [subject],
  );
  return found;
}

async function create(manager: EntityManager, { subject, username, name }: OidcPerson): Promise<Found> {
  const [made] = await manager.query<{ id: number }[]>(
    `insert into app_user (username, name, oidc_subject)
     select
       case when exists (select from app_user where lower(username) = lower($1::text)) then $2::text else $1::text end,
       $3::text, $4::text
     returning id`,
    [usable(username), distinct(subject), name.slice(0, 500), subject],
  );
  return { id: Number(made?.id), isDisabled: false };
}

/** What of a name at the provider can be one here. */
function usable(username: string): string {
  const plain = username
    .normalize('NFD')
    .replace(/[^A-Za-z0-9._@+-]/g, '')
    .replace(/^[^A-Za-z0-9]+/, '');
  return plain.slice(0, 100) || 'oidc';
}

function distinct(subject: string): string {
  return `oidc-${createHash('sha256').update(subject).digest('hex').slice(0, 16)}`;
}

interface Wanted {
  role: Role;
  unit: string | null;
  seesSensitive: boolean;
}

/** A user has one grant on each unit: of several groups the highest role. */
function mergeByUnit(groups: readonly GroupGrant[]): Wanted[] {
  const byUnit = new Map<string | null, Wanted>();
  for (const { role, unit, seesSensitive } of groups) {
    const before = byUnit.get(unit);
    byUnit.set(unit, {
      unit,
      role: before && isAtLeast(before.role, role) ? before.role : role,
      seesSensitive: seesSensitive || (before?.seesSensitive ?? false),
    });
  }
  return [...byUnit.values()];
}

/**
 * Those that are as wanted stay untouched, so that the trace tells what changed and not who signed in. A unit that there is not
 * grants nothing: that there is none yet, or no longer, is no reason to keep people out.
 */
async function replaceGrants(manager: EntityManager, userId: number, wanted: Wanted[]): Promise<void> {
  const given = `
    select role, party_unit.id as unit_id, "seesSensitive" as sees_sensitive
    from json_to_recordset($2::json) as given (role text, unit text, "seesSensitive" boolean)
    left join party_unit on party_unit.code = given.unit
    where given.unit is null or party_unit.id is not null`;
  const isSame = `(held.role, held.sees_sensitive) = (given.role, given.sees_sensitive)
      and held.unit_id is not distinct from given.unit_id`;
  const parameters = [userId, JSON.stringify(wanted)];
  await manager.query(
    `delete from access_grant held
     where user_id = $1::integer and not exists (select from (${given}) as given where ${isSame})`,
    parameters,
  );
  await manager.query(
    `insert into access_grant (user_id, role, unit_id, sees_sensitive)
     select $1::integer, role, unit_id, sees_sensitive
     from (${given}) as given
     where not exists (select from access_grant held where held.user_id = $1::integer and ${isSame})
     order by unit_id nulls first`,
    parameters,
  );
}
