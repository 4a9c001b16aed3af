import type { DataSource, EntityManager, SelectQueryBuilder } from 'typeorm';
import type { UserSortField } from '../../schema/user/user.args';
import { User } from '../../schema/user/user.entity';
import type { CreateUserInput, UpdateUserInput, UserFilter } from '../../schema/user/user.inputs';
import type { UserWithPassword } from '../../schema/user/user-with-password.type';
import { forbidden } from '../access/access';
import type { Caller } from '../access/caller';
import type { Right } from '../access/rights';
import type { Clock } from '../clock';
import { AppError } from '../errors';
import { type Columns, type Key, ResourceService } from '../resource/resource.service';
import { endSessionsOf } from '../session/sessions';
import { LockOut } from '../sign-in/lock-out';
import { generatePassword, hashPassword } from '../sign-in/password';
import { keepAnAdministrator, lockAdministrators } from './last-administrator';
import { userList } from './user.list';

/** Users, for those who manage people. */
export class UserService extends ResourceService<
  User,
  CreateUserInput,
  UpdateUserInput,
  UserFilter,
  UserSortField
> {
  protected readonly resource = 'user';
  protected readonly entity = User;
  protected readonly writing = 'MANAGE_PEOPLE';
  protected readonly definition = userList;

  constructor(
    dataSource: DataSource,
    caller: Caller,
    private readonly clock: Clock,
  ) {
    super(dataSource, caller);
  }

  /** A new user with a generated password, which this answer alone shows. */
  async createWithPassword(input: CreateUserInput): Promise<UserWithPassword> {
    this.caller.access.requireEverywhere(this.writing);
    const password = generatePassword();
    const hash = await hashPassword(password);
    const user = await this.write(async (manager) => {
      const columns = await this.toColumns(manager, input, null);
      const key = await this.insert(manager, { ...columns, mustChangePassword: true });
      await setPassword(manager, Number(key.id), hash);
      return this.mustLoad(manager, key);
    });
    return { user, password };
  }

  /** A generated password in the place of the one before. All sessions of the user end. */
  async resetPassword(id: string): Promise<UserWithPassword> {
    this.caller.access.requireEverywhere(this.writing);
    const password = generatePassword();
    const hash = await hashPassword(password);
    const user = await this.write(async (manager) => {
      const key = this.parseKey(id, 'id');
      const found = await this.mustLoad(manager, key);
      if (found.isDemo)
        throw new AppError('IN_USE', { what: 'A demo account', holders: 'the sample; it has no password' });
      await this.refuseHigher(manager, found);
      await manager.query(
        `update app_user
         set password_hash = $2::text, must_change_password = true, version = version + 1
         where id = $1::integer`,
        [found.id, hash],
      );
      await endSessionsOf(manager, found.id);
      await new LockOut(this.dataSource, this.clock).forget(found.username, { manager });
      return this.mustLoad(manager, key);
    });
    return { user, password };
  }

  /** Whatever is read or changed of users takes the same right. */
  protected override selectFor(_right: Right, manager: EntityManager): SelectQueryBuilder<User> {
    this.caller.access.requireEverywhere(this.writing);
    return this.select(manager);
  }

  protected select(manager: EntityManager): SelectQueryBuilder<User> {
    return manager.createQueryBuilder(User, 'person');
  }

  protected async toColumns(
    manager: EntityManager,
    input: CreateUserInput | UpdateUserInput,
    current: User | null,
  ): Promise<Columns<User>> {
    if (current) await lockAdministrators(manager);
    if ('username' in input && (await this.isTaken(manager, input.username))) {
      throw new AppError('DUPLICATE', { what: `a user "${input.username}"` }).at('username');
    }
    return { ...input };
  }

  protected async toInput(_manager: EntityManager, { name, isDisabled }: User): Promise<UpdateUserInput> {
    return { name, isDisabled };
  }

  protected nameOf({ username }: User): string {
    return username;
  }

  protected override async afterWrite(
    manager: EntityManager,
    { id }: Key,
    input: CreateUserInput | UpdateUserInput,
    before: User | null,
  ): Promise<void> {
    if (!before || !('isDisabled' in input) || !input.isDisabled) return;
    await keepAnAdministrator(manager, 'isDisabled');
    await endSessionsOf(manager, Number(id));
  }

  protected override async beforeDelete(manager: EntityManager): Promise<void> {
    await lockAdministrators(manager);
  }

  protected override async afterDelete(manager: EntityManager): Promise<void> {
    await keepAnAdministrator(manager, 'id');
  }

  /** Whoever knows the password of someone can do what they may: so nobody gets one of a person who sees more. */
  private async refuseHigher(manager: EntityManager, { id }: User): Promise<void> {
    if (this.caller.access.scopeOf('MANAGE_PEOPLE').seesAllIndicators) return;
    const [row] = await manager.query<{ seesMore: boolean }[]>(
      'select exists (select from access_grant where user_id = $1::integer and sees_sensitive) as "seesMore"',
      [id],
    );
    if (row?.seesMore) throw forbidden('MANAGE_PEOPLE');
  }

  private async isTaken(manager: EntityManager, username: string): Promise<boolean> {
    const [row] = await manager.query<{ taken: boolean }[]>(
      'select exists (select from app_user where lower(username) = lower($1::text)) as taken',
      [username],
    );
    return row?.taken === true;
  }
}

async function setPassword(manager: EntityManager, id: number, hash: string): Promise<void> {
  await manager.query('update app_user set password_hash = $2::text where id = $1::integer', [id, hash]);
}
