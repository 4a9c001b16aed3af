import type { DataSource } from 'typeorm';
import { ApiKey } from '../../schema/api-key/api-key.entity';
import { Grant } from '../../schema/grant/grant.entity';
import type { Me } from '../../schema/me/me.type';
import { User } from '../../schema/user/user.entity';
import type { Caller } from '../access/caller';
import { rightsOf } from '../access/rights-of';

/** Who asks, whatever they may. */
export class MeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly caller: Caller,
  ) {}

  async find(): Promise<Me | null> {
    const { access } = this.caller;
    const { userId, keyId } = access.actor;
    const { manager } = this.dataSource;
    const user = userId === null ? null : await manager.findOneBy(User, { id: userId });
    if (!user) return null;
    return {
      user,
      apiKey: keyId === null ? null : await manager.findOneBy(ApiKey, { id: keyId }),
      grants: await manager.find(Grant, { where: { userId: user.id }, order: { id: 'ASC' } }),
      highestRole: access.highestRole,
      ...rightsOf(access),
    };
  }
}
