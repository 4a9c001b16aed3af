import type { DataSource, EntityManager, SelectQueryBuilder } from 'typeorm';
import { Role } from '../../schema/access/role.enum';
import type { ApiKeySortField } from '../../schema/api-key/api-key.args';
import { ApiKey } from '../../schema/api-key/api-key.entity';
import type { ApiKeyFilter, CreateApiKeyInput } from '../../schema/api-key/api-key.inputs';
import type { ApiKeyWithSecret } from '../../schema/api-key/api-key-with-secret.type';
import type { Page } from '../../schema/list/page-type';
import { forbidden } from '../access/access';
import type { Caller } from '../access/caller';
import type { Clock } from '../clock';
import { inWriteTransaction } from '../database/write-transaction';
import { AppError } from '../errors';
import { type ListArgs, listPage } from '../list/list';
import { parseId } from '../resource/ids';
import { lookUpIds } from '../resource/look-up';
import { named } from '../resource/named-resources';
import { apiKeyList } from './api-key.list';
import { makeKey } from './make-key';

/** Keys: everyone's for those who manage people, one's own for all others. */
export class ApiKeyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly caller: Caller,
    private readonly clock: Clock,
  ) {}

  list(args: ListArgs<ApiKeyFilter, ApiKeySortField>): Promise<Page<ApiKey>> {
    return listPage(apiKeyList, this.select(this.dataSource.manager), args, this.caller);
  }

  findById(id: string): Promise<ApiKey | null> {
    return this.load(this.dataSource.manager, parseId(id));
  }

  /**
   * A key of oneself. People make them: a key that makes another could make one that reaches further than itself, and
   * would outlive being revoked.
   */
  async create(input: CreateApiKeyInput): Promise<ApiKeyWithSecret> {
    const { access } = this.caller;
    const { kind, userId } = access.actor;
    access.require('MAKE_KEYS');
    if (kind !== 'USER' || userId === null) throw forbidden('MAKE_KEYS');
    const now = this.clock();
    const { name, role = Role.VIEWER, seesSensitive = false, isReadOnly = true, expiresAt = null } = input;
    return inWriteTransaction(this.dataSource, this.caller, async (manager) => {
      const { unit } = await lookUpIds(
        manager,
        { unit: { names: named.unit, code: input.unit } },
        this.caller,
      );
      const limits = { role, unitId: unit ?? null, seesSensitive, isReadOnly };
      const { id, secret } = await makeKey(manager, { userId, name, expiresAt, ...limits }, now);
      return { apiKey: await this.mustLoad(manager, id), secret };
    });
  }

  /** For good, and at once: the next request with it is refused. */
  revoke(id: string): Promise<ApiKey> {
    const { access } = this.caller;
    if (access.actor.kind === 'KEY') access.requireEverywhere('MANAGE_PEOPLE');
    return inWriteTransaction(this.dataSource, this.caller, async (manager) => {
      const key = await this.mustLoad(manager, parseId(id));
      await manager.query(
        'update api_key set revoked_at = $2::timestamptz where id = $1::integer and revoked_at is null',
        [key.id, this.clock()],
      );
      return this.mustLoad(manager, key.id);
    });
  }

  /** All that is read or changed of keys begins here. */
  private select(manager: EntityManager): SelectQueryBuilder<ApiKey> {
    const { access } = this.caller;
    const query = manager.createQueryBuilder(ApiKey, 'key');
    if (access.mayEverywhere('MANAGE_PEOPLE')) return query;
    return query.andWhere('key.user_id = :self', { self: access.actor.userId });
  }

  private load(manager: EntityManager, id: number): Promise<ApiKey | null> {
    return this.select(manager).andWhere('key.id = :id', { id }).getOne();
  }

  private async mustLoad(manager: EntityManager, id: number): Promise<ApiKey> {
    const found = await this.load(manager, id);
    if (!found) throw new AppError('NOT_FOUND', { resource: 'key', key: `with id ${id}` });
    return found;
  }
}
