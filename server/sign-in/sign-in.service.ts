import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import { type Author, inWriteTransaction } from '../database/write-transaction';
import { AppError } from '../errors';
import { endSessionsOf, type SessionOrigin, Sessions } from '../session/sessions';
import { invalidInput } from '../validate-input';
import type { Identity } from './identify';
import { LockOut } from './lock-out';
import { hashPassword, verifyPassword } from './password';
import { findPasswordProblem } from './password-policy';
import { tooManyAttempts, wrongPassword } from './unauthenticated';

/** Passwords against sessions. An unknown user name takes the same steps as a wrong password, and the same time. */
export class SignInService {
  private readonly lockOut: LockOut;
  private readonly sessions: Sessions;

  constructor(
    private readonly dataSource: DataSource,
    clock: Clock,
  ) {
    this.lockOut = new LockOut(dataSource, clock);
    this.sessions = new Sessions(dataSource, clock);
  }

  /** The token of a new session. */
  async signIn(username: string, password: string, origin: SessionOrigin): Promise<string> {
    return this.sessions.open(await this.checkPassword(username, password), origin);
  }

  /** The token of a new session of a user of the sample. Whether that is allowed has been decided. */
  async signInToDemo(username: string, origin: SessionOrigin): Promise<string> {
    const [user] = await this.dataSource.query<{ id: number }[]>(
      'select id from app_user where username = $1::text and is_demo and not is_disabled',
      [username],
    );
    if (!user) throw new AppError('NOT_FOUND', { resource: 'demo account', key: `"${username}"` });
    return this.sessions.open(user.id, origin);
  }

  signOut(token: string): Promise<void> {
    return this.sessions.end(token);
  }

  /** Ends all other sessions of the person: whoever else may know the old password is out. */
  async changePassword(identity: Identity & Author, current: string, wanted: string): Promise<void> {
    const { id, username } = identity.user;
    await this.checkPassword(username, current, 'current');
    const problem =
      current === wanted ? 'must be another than before' : findPasswordProblem(wanted, username);
    if (problem !== null) throw invalidInput({ new: problem });
    const hash = await hashPassword(wanted);
    await inWriteTransaction(this.dataSource, identity, async (manager) => {
      await manager.query(
        `update app_user
         set password_hash = $2::text, must_change_password = false, version = version + 1
         where id = $1::integer`,
        [id, hash],
      );
      await endSessionsOf(manager, id, identity.sessionId);
    });
  }

  /** The id of the user whose password it is; `field` is that of the form that is to show what is wrong. */
  private async checkPassword(username: string, password: string, field?: string): Promise<number> {
    const attempt = await this.lockOut.begin(username);
    if (!attempt.isAllowed) throw tooManyAttempts(attempt.waitSeconds);
    const [user] = await this.dataSource.query<{ id: number; passwordHash: string | null }[]>(
      `select id, password_hash as "passwordHash"
       from app_user
       where lower(username) = lower($1::text) and not is_disabled and not is_demo`,
      [storable(username)],
    );
    const isRight = await verifyPassword(user?.passwordHash ?? null, password);
    if (!user || !isRight) {
      if (field) throw invalidInput({ [field]: 'is not the password' });
      throw wrongPassword(attempt.waitSeconds);
    }
    await this.lockOut.forget(username);
    return user.id;
  }
}

/** The database cannot be asked for a null character; no user name has one. */
function storable(username: string): string {
  return username.replaceAll('\0', ' ');
}
