import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { IndicatorSortField } from '../../schema/indicator/indicator.args';
import { Indicator } from '../../schema/indicator/indicator.entity';
import type {
  CreateIndicatorInput,
  IndicatorFilter,
  UpdateIndicatorInput,
} from '../../schema/indicator/indicator.inputs';
import { CodedService } from '../resource/coded.service';
import { codeOfId, lookUpIds } from '../resource/look-up';
import { named } from '../resource/named-resources';
import type { Columns, Key } from '../resource/resource.service';
import { indicatorList } from './indicator.list';
import { refuseLostMembers } from './lost-members';
import { keepOperands } from './operands';
import { refuseHalfComputed } from './reported-or-computed';

export class IndicatorService extends CodedService<
  Indicator,
  CreateIndicatorInput,
  UpdateIndicatorInput,
  IndicatorFilter,
  IndicatorSortField
> {
  protected readonly resource = 'indicator';
  protected readonly entity = Indicator;
  protected readonly definition = indicatorList;
  protected readonly writing = 'DEFINE';
  protected override readonly holders = [
    { table: 'observation', column: 'indicator_id', one: 'observation', many: 'observations' },
    {
      table: 'indicator_operand',
      column: 'operand_id',
      one: 'indicator computed from it',
      many: 'indicators computed from it',
    },
    { table: 'target', column: 'indicator_id', one: 'target', many: 'targets' },
  ];

  protected select(manager: EntityManager): SelectQueryBuilder<Indicator> {
    return manager.createQueryBuilder(Indicator, 'indicator');
  }

  protected async toColumns(
    manager: EntityManager,
    input: CreateIndicatorInput | UpdateIndicatorInput,
    current: Indicator | null,
  ): Promise<Columns<Indicator>> {
    const { dimension: code, ...columns } = input;
    const { dimension } = await lookUpIds(
      manager,
      { dimension: { names: named.dimension, code } },
      this.caller,
    );
    const dimensionId = dimension === undefined ? {} : { dimensionId: dimension };
    refuseHalfComputed({ ...current, ...columns, ...dimensionId });
    return { ...columns, ...dimensionId };
  }

  protected override async afterWrite(
    manager: EntityManager,
    { id }: Key,
    { formula, dimension }: CreateIndicatorInput | UpdateIndicatorInput,
    before: Indicator | null,
  ): Promise<void> {
    if (formula !== undefined) await keepOperands(manager, Number(id), formula);
    if (before && dimension !== undefined) {
      await refuseLostMembers(manager, `the dimension of indicator ${before.code}`, {
        indicatorId: Number(id),
      });
    }
  }

  protected async toInput(manager: EntityManager, indicator: Indicator): Promise<UpdateIndicatorInput> {
    const { id: _id, code: _code, version: _version, dimensionId, ...input } = indicator;
    return { ...input, dimension: await codeOfId(manager, named.dimension, dimensionId) };
  }
}
