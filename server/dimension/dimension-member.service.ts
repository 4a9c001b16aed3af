import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { DimensionMemberSortField } from '../../schema/dimension/dimension-member.args';
import { DimensionMember } from '../../schema/dimension/dimension-member.entity';
import type {
  CreateDimensionMemberInput,
  DimensionMemberFilter,
  UpdateDimensionMemberInput,
} from '../../schema/dimension/dimension-member.inputs';
import { refuseLostMembers } from '../indicator/lost-members';
import { lookUpId } from '../resource/look-up';
import { named } from '../resource/named-resources';
import { type Columns, ResourceService } from '../resource/resource.service';
import { dimensionMemberList } from './dimension-member.list';

export class DimensionMemberService extends ResourceService<
  DimensionMember,
  CreateDimensionMemberInput,
  UpdateDimensionMemberInput,
  DimensionMemberFilter,
  DimensionMemberSortField
> {
  protected readonly resource = 'member';
  protected readonly entity = DimensionMember;
  protected readonly definition = dimensionMemberList;
  protected readonly writing = 'DEFINE';
  protected override readonly holders = [
    { table: 'observation', column: 'member_id', one: 'observation', many: 'observations' },
  ];

  protected select(manager: EntityManager): SelectQueryBuilder<DimensionMember> {
    return manager.createQueryBuilder(DimensionMember, 'member');
  }

  protected async toColumns(
    manager: EntityManager,
    input: CreateDimensionMemberInput | UpdateDimensionMemberInput,
  ): Promise<Columns<DimensionMember>> {
    if (!('dimension' in input)) return { ...input };
    const { dimension, ...columns } = input;
    return {
      ...columns,
      dimensionId: await lookUpId(manager, named.dimension, dimension, 'dimension', this.caller),
    };
  }

  protected override afterDelete(
    manager: EntityManager,
    { code, dimensionId }: DimensionMember,
  ): Promise<void> {
    return refuseLostMembers(manager, `member ${code}`, { dimensionId });
  }

  protected async toInput(
    _manager: EntityManager,
    { name, nameEn, sortOrder }: DimensionMember,
  ): Promise<UpdateDimensionMemberInput> {
    return { name, nameEn, sortOrder };
  }

  protected nameOf(member: DimensionMember): string {
    return member.code;
  }
}
