import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import { beginAttemptSql } from './begin-attempt.sql';

/** Attempts that fail without delaying the next one. */
const FREE_FAILURES = 5;
const LONGEST_LOCK_SECONDS = 900;

/** Whether an attempt may be made; the next one must wait that long if this one fails. */
export type Attempt = { isAllowed: boolean; waitSeconds: number };

/**
 * Delays attempts on one user name, known or not: after five failures 1 s, 2 s, 4 s and so on to 15 minutes. An attempt is
 * counted before the password is looked at, so that many at once are not all looked at before the first has failed.
 */
export class LockOut {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async begin(username: string): Promise<Attempt> {
    const now = this.clock();
    const { text, values } = beginAttemptSql(hashOf(username), now, FREE_FAILURES, LONGEST_LOCK_SECONDS);
    const [row] = await this.dataSource.query<{ isAllowed: boolean; lockedUntil: Date | null }[]>(
      text,
      values,
    );
    const waitMs = (row?.lockedUntil?.getTime() ?? 0) - now.getTime();
    return { isAllowed: row?.isAllowed ?? false, waitSeconds: Math.max(Math.ceil(waitMs / 1000), 0) };
  }

  /** After a success, and when the password is reset. */
  async forget(username: string, { manager }: Pick<DataSource, 'manager'> = this.dataSource): Promise<void> {
    await manager.query(
      `delete from sign_in_failure
       where username_hash = $1::bytea or last_at < $2::timestamptz - interval '1 day'`,
      [hashOf(username), this.clock()],
    );
  }
}

function hashOf(username: string): Buffer {
  return createHash('sha256').update(username.toLowerCase()).digest();
}
