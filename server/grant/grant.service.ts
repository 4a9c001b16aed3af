import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { GrantSortField } from '../../schema/grant/grant.args';
import { Grant } from '../../schema/grant/grant.entity';
import type { CreateGrantInput, GrantFilter, UpdateGrantInput } from '../../schema/grant/grant.inputs';
import { User } from '../../schema/user/user.entity';
import { forbidden } from '../access/access';
import type { Right } from '../access/rights';
import { AppError } from '../errors';
import { parseId } from '../resource/ids';
import { codeOfId, lookUpIds } from '../resource/look-up';
import { named } from '../resource/named-resources';
import { type Columns, type Key, ResourceService } from '../resource/resource.service';
import { keepAnAdministrator, lockAdministrators } from '../user/last-administrator';
import { grantList } from './grant.list';

/** Grants, for those who manage people. */
export class GrantService extends ResourceService<
  Grant,
  CreateGrantInput,
  UpdateGrantInput,
  GrantFilter,
  GrantSortField
> {
  protected readonly resource = 'grant';
  protected readonly entity = Grant;
  protected readonly writing = 'MANAGE_PEOPLE';
  protected readonly definition = grantList;

  /** Whatever is read or changed of grants takes the same right. */
  protected override selectFor(_right: Right, manager: EntityManager): SelectQueryBuilder<Grant> {
    this.caller.access.requireEverywhere(this.writing);
    return this.select(manager);
  }

  protected select(manager: EntityManager): SelectQueryBuilder<Grant> {
    return manager.createQueryBuilder(Grant, 'held').setParameter('asOf', this.caller.today);
  }

  protected async toColumns(
    manager: EntityManager,
    input: CreateGrantInput | UpdateGrantInput,
    current: Grant | null,
  ): Promise<Columns<Grant>> {
    if (input.seesSensitive ?? current?.seesSensitive) this.refuseMoreThanOneHas();
    await lockAdministrators(manager);
    const { role, seesSensitive } = input;
    const { unit } = await lookUpIds(manager, { unit: { names: named.unit, code: input.unit } }, this.caller);
    const userId = 'userId' in input ? await this.existingUser(manager, input.userId) : undefined;
    const unitId = unit === undefined && !current ? null : unit;
    await this.refuseSecond(manager, {
      id: current?.id ?? null,
      userId: userId ?? current?.userId ?? 0,
      unitId: unitId === undefined ? (current?.unitId ?? null) : unitId,
    });
    return {
      ...(userId !== undefined && { userId }),
      ...(role !== undefined && { role }),
      ...(unitId !== undefined && { unitId }),
      ...(seesSensitive !== undefined && { seesSensitive }),
    };
  }

  protected async toInput(
    manager: EntityManager,
    { role, unitId, seesSensitive }: Grant,
  ): Promise<UpdateGrantInput> {
    return { role, unit: await codeOfId(manager, named.unit, unitId), seesSensitive };
  }

  protected nameOf({ id }: Grant): string {
    return String(id);
  }

  protected override async afterWrite(
    manager: EntityManager,
    _key: Key,
    _input: CreateGrantInput | UpdateGrantInput,
    before: Grant | null,
  ): Promise<void> {
    if (before) await keepAnAdministrator(manager, 'role');
  }

  protected override async beforeDelete(manager: EntityManager): Promise<void> {
    await lockAdministrators(manager);
  }

  protected override async afterDelete(manager: EntityManager): Promise<void> {
    await keepAnAdministrator(manager, 'id');
  }

  /** Nobody gives what they have not, be it to themselves. */
  private refuseMoreThanOneHas(): void {
    if (!this.caller.access.scopeOf('MANAGE_PEOPLE').seesAllIndicators) throw forbidden('MANAGE_PEOPLE');
  }

  private async existingUser(manager: EntityManager, userId: string): Promise<number> {
    const id = parseId(userId, 'userId');
    if (await manager.existsBy(User, { id })) return id;
    throw new AppError('NOT_FOUND', { resource: 'user', key: `with id ${id}` }).at('userId');
  }

  private async refuseSecond(
    manager: EntityManager,
    { id, userId, unitId }: { id: number | null; userId: number; unitId: number | null },
  ): Promise<void> {
    const [row] = await manager.query<{ exists: boolean }[]>(
      `select exists (
         select from access_grant
         where user_id = $1::integer and unit_id is not distinct from $2::integer and id is distinct from $3::integer
       ) as exists`,
      [userId, unitId, id],
    );
    if (row?.exists) throw new AppError('DUPLICATE', { what: 'a grant of the user there' }).at('unit');
  }
}
