import { SqlParameters, type SqlStatement } from '../sql-statement';

/** A person with what is granted to them, found by a session or a key that is good at the moment. */
export interface Asker {
  userId: number;
  username: string;
  name: string;
  mustChangePassword: boolean;
  grants: { role: string; unitId: number | null; seesSensitive: boolean }[];
  /** Whether the moment of its last use was written less than a minute ago. */
  isFresh: boolean;
}

export interface SessionAsker extends Asker {
  sessionId: number;
}

export interface KeyAsker extends Asker {
  keyId: number;
  keyName: string;
  role: string;
  unitId: number | null;
  seesSensitive: boolean;
  isReadOnly: boolean;
}

const person = `
  app_user.id as "userId",
  app_user.username,
  app_user.name,
  app_user.must_change_password as "mustChangePassword",
  (
    select coalesce(
      json_agg(json_build_object('role', role, 'unitId', unit_id, 'seesSensitive', sees_sensitive) order by id), '[]'
    )
    from access_grant
    where access_grant.user_id = app_user.id
  ) as grants`;

/** Whether users of the sample get in is settled where the server listens. */
interface Moment {
  now: Date;
  idleSince: Date;
  allowsDemo: boolean;
}

export function whoHasSession(tokenHash: Buffer, { now, idleSince, allowsDemo }: Moment): SqlStatement {
  const parameters = new SqlParameters();
  const hash = parameters.add(tokenHash, 'bytea');
  const at = parameters.add(now, 'timestamptz');
  const text = `
    select ${person},
      session.id as "sessionId",
      session.last_seen_at > ${at} - interval '1 minute' as "isFresh"
    from session
    join app_user on app_user.id = session.user_id
    where session.token_hash = ${hash}
      and session.expires_at > ${at}
      and session.last_seen_at > ${parameters.add(idleSince, 'timestamptz')}
      and not app_user.is_disabled
      and (not app_user.is_demo or ${parameters.add(allowsDemo, 'boolean')})`;
  return { text, values: parameters.values };
}

export function whoHasKey(keyHash: Buffer, { now, allowsDemo }: Omit<Moment, 'idleSince'>): SqlStatement {
  const parameters = new SqlParameters();
  const hash = parameters.add(keyHash, 'bytea');
  const at = parameters.add(now, 'timestamptz');
  const text = `
    select ${person},
      api_key.id as "keyId",
      api_key.name as "keyName",
      api_key.role,
      api_key.unit_id as "unitId",
      api_key.sees_sensitive as "seesSensitive",
      api_key.is_read_only as "isReadOnly",
      coalesce(api_key.last_used_at > ${at} - interval '1 minute', false) as "isFresh"
    from api_key
    join app_user on app_user.id = api_key.user_id
    where api_key.hash = ${hash}
      and api_key.revoked_at is null
      and (api_key.expires_at is null or api_key.expires_at > ${at})
      and not app_user.is_disabled
      and (not app_user.is_demo or ${parameters.add(allowsDemo, 'boolean')})`;
  return { text, values: parameters.values };
}
