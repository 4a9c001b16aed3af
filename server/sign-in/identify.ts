import type { DataSource } from 'typeorm';
import { Access, type Grant, type KeyLimits } from '../access/access';
import type { Clock } from '../clock';
import { idleSince } from '../session/sessions';
import type { Credentials } from './credentials';
import { hashSecret } from './secret';
import { type Asker, type KeyAsker, type SessionAsker, whoHasKey, whoHasSession } from './who-asks.sql';

/** Who sent a request, and what they may. */
export interface Identity {
  access: Access;
  user: { id: number; username: string; name: string };
  /** Null when a key asks. */
  sessionId: number | null;
  keyId: number | null;
  mustChangePassword: boolean;
}

/**
 * Finds out who asks, from the database at each request: what is revoked, disabled or granted holds at once. Null for
 * credentials that are unknown, over or revoked, which all look the same to who sent them.
 */
export class Identifier {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    readonly allowsDemo: boolean,
  ) {}

  identify(credentials: Credentials): Promise<Identity | null> {
    return credentials.kind === 'KEY'
      ? this.identifyKey(credentials.secret)
      : this.identifySession(credentials.secret);
  }

  private async identifySession(token: string): Promise<Identity | null> {
    const now = this.clock();
    const { allowsDemo } = this;
    const { text, values } = whoHasSession(hashSecret(token), { now, idleSince: idleSince(now), allowsDemo });
    const [found] = await this.dataSource.query<SessionAsker[]>(text, values);
    if (!found) return null;
    const { sessionId, userId, username, mustChangePassword } = found;
    if (!found.isFresh) {
      await this.dataSource.query(
        'update session set last_seen_at = $2::timestamptz where id = $1::integer',
        [sessionId, now],
      );
    }
    const access = new Access({ kind: 'USER', userId, keyId: null, name: username }, grantsOf(found));
    return { access, user: userOf(found), sessionId, keyId: null, mustChangePassword };
  }

  /** Changing a password is asked of people; their tools go on meanwhile, unless their keys are revoked. */
  private async identifyKey(secret: string): Promise<Identity | null> {
    const now = this.clock();
    const { text, values } = whoHasKey(hashSecret(secret), { now, allowsDemo: this.allowsDemo });
    const [found] = await this.dataSource.query<KeyAsker[]>(text, values);
    if (!found) return null;
    const { keyId, userId, username, keyName, role, unitId, seesSensitive, isReadOnly } = found;
    if (!found.isFresh) {
      await this.dataSource.query(
        'update api_key set last_used_at = $2::timestamptz where id = $1::integer',
        [keyId, now],
      );
    }
    const limits = { role, unitId, seesSensitive, isReadOnly } as KeyLimits;
    const actor = { kind: 'KEY' as const, userId, keyId, name: `${username} (${keyName})` };
    const access = new Access(actor, grantsOf(found), limits);
    return { access, user: userOf(found), sessionId: null, keyId, mustChangePassword: false };
  }
}

/** The database allows no other roles than the enum has. */
function grantsOf({ grants }: Asker): Grant[] {
  return grants as Grant[];
}

function userOf({ userId, username, name }: Asker): Identity['user'] {
  return { id: userId, username, name };
}
