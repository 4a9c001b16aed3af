import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import { hashSecret, makeSecret } from '../sign-in/secret';

const HOUR_MS = 3_600_000;

/** A session ends when nothing was asked for so long, and at the latest so long after it began. */
export const sessionHours = { idle: 12, longest: 14 * 24 };

/** Where a session was opened from. */
export interface SessionOrigin {
  address: string;
  userAgent: string | null;
}

/** Opens and ends sessions. Who asks with one is found by `identify.ts`, who sees them is decided by the service. */
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A new session; its token is in this answer alone. Sessions that are over are swept away. */
  async open(userId: number, { address, userAgent }: SessionOrigin): Promise<string> {
    const token = makeSecret();
    const now = this.clock();
    await this.dataSource.query(
      `delete from session where expires_at <= $1::timestamptz or last_seen_at <= $2::timestamptz`,
      [now, idleSince(now)],
    );
    await this.dataSource.query(
      `insert into session (token_hash, user_id, created_at, last_seen_at, expires_at, address, user_agent)
       values ($1::bytea, $2::integer, $3::timestamptz, $3::timestamptz, $4::timestamptz, $5::text, $6::text)`,
      [hashSecret(token), userId, now, endOf(now), address, userAgent?.slice(0, 500) ?? null],
    );
    return token;
  }

  async end(token: string): Promise<void> {
    await this.dataSource.query('delete from session where token_hash = $1::bytea', [hashSecret(token)]);
  }
}

/** Ends the sessions of a user, but for one that may be left. */
export async function endSessionsOf(
  manager: EntityManager,
  userId: number,
  but: number | null = null,
): Promise<void> {
  await manager.query('delete from session where user_id = $1::integer and id is distinct from $2::integer', [
    userId,
    but,
  ]);
}

/** A session that was last seen then or before is over. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - sessionHours.idle * HOUR_MS);
}

function endOf(start: Date): Date {
  return new Date(start.getTime() + sessionHours.longest * HOUR_MS);
}
