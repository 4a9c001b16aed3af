import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { UnitKindSortField } from '../../schema/unit-kind/unit-kind.args';
import { UnitKind } from '../../schema/unit-kind/unit-kind.entity';
import type {
  CreateUnitKindInput,
  UnitKindFilter,
  UpdateUnitKindInput,
} from '../../schema/unit-kind/unit-kind.inputs';
import { CodedService } from '../resource/coded.service';
import type { Columns } from '../resource/resource.service';
import { kindList } from './unit-kind.list';

export class UnitKindService extends CodedService<
  UnitKind,
  CreateUnitKindInput,
  UpdateUnitKindInput,
  UnitKindFilter,
  UnitKindSortField
> {
  protected readonly resource = 'kind';
  protected readonly entity = UnitKind;
  protected readonly definition = kindList;
  protected readonly writing = 'DEFINE';
  protected override readonly holders = [
    { table: 'unit_placement', column: 'kind_id', distinct: 'unit_id', one: 'unit', many: 'units' },
  ];

  protected select(manager: EntityManager): SelectQueryBuilder<UnitKind> {
    return manager.createQueryBuilder(UnitKind, 'kind');
  }

  protected async toColumns(
    _manager: EntityManager,
    input: CreateUnitKindInput | UpdateUnitKindInput,
  ): Promise<Columns<UnitKind>> {
    return { ...input };
  }

  protected async toInput(
    _manager: EntityManager,
    { name, nameEn, sortOrder }: UnitKind,
  ): Promise<UpdateUnitKindInput> {
    return { name, nameEn, sortOrder };
  }
}
