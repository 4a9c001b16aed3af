import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { DimensionSortField } from '../../schema/dimension/dimension.args';
import { Dimension } from '../../schema/dimension/dimension.entity';
import type {
  CreateDimensionInput,
  DimensionFilter,
  UpdateDimensionInput,
} from '../../schema/dimension/dimension.inputs';
import { DimensionMember } from '../../schema/dimension/dimension-member.entity';
import { AppError } from '../errors';
import { CodedService } from '../resource/coded.service';
import type { Columns, Key } from '../resource/resource.service';
import { dimensionList } from './dimension.list';

export class DimensionService extends CodedService<
  Dimension,
  CreateDimensionInput,
  UpdateDimensionInput,
  DimensionFilter,
  DimensionSortField
> {
  protected readonly resource = 'dimension';
  protected readonly entity = Dimension;
  protected readonly definition = dimensionList;
  protected readonly writing = 'DEFINE';
  /** Its members go with it: without an indicator there is nothing reported by them. */
  protected override readonly holders = [
    { table: 'indicator', column: 'dimension_id', one: 'indicator', many: 'indicators' },
  ];

  protected select(manager: EntityManager): SelectQueryBuilder<Dimension> {
    return manager.createQueryBuilder(Dimension, 'dimension');
  }

  protected async toColumns(
    _manager: EntityManager,
    input: CreateDimensionInput | UpdateDimensionInput,
  ): Promise<Columns<Dimension>> {
    const { members: _members, ...columns } = input as CreateDimensionInput;
    return columns;
  }

  protected override async afterWrite(
    manager: EntityManager,
    { id }: Key,
    input: CreateDimensionInput | UpdateDimensionInput,
  ): Promise<void> {
    if (!('members' in input) || !input.members?.length) return;
    refuseRepeatedCodes(input.members.map(({ code }) => code));
    const members = input.members.map((member) => ({ ...member, dimensionId: Number(id) }));
    await manager.insert(DimensionMember, members);
  }

  protected async toInput(
    _manager: EntityManager,
    { name, nameEn }: Dimension,
  ): Promise<UpdateDimensionInput> {
    return { name, nameEn };
  }
}

/** "unspecified" is there already: every dimension has it from the first. */
function refuseRepeatedCodes(codes: string[]): void {
  const repeated = codes.findIndex((code, no) => code === 'unspecified' || codes.indexOf(code) < no);
  const code = codes[repeated];
  if (code === undefined) return;
  throw new AppError('CODE_TAKEN', { resource: 'member', code }).at(`members.${repeated}.code`);
}
