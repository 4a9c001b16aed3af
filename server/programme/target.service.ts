import type { DataSource, EntityManager, SelectQueryBuilder } from 'typeorm';
import type { TargetSortField } from '../../schema/programme/target.args';
import { Target } from '../../schema/programme/target.entity';
import type {
  CreateTargetInput,
  TargetFilter,
  UpdateTargetInput,
} from '../../schema/programme/target.inputs';
import { AppError } from '../errors';
import { startOf } from '../period/period';
import { parsePeriodField } from '../period/period-field';
import { codeOfId, lookUpIds } from '../resource/look-up';
import { named } from '../resource/named-resources';
import { type Columns, ResourceService } from '../resource/resource.service';
import { targetList } from './target.list';

export class TargetService extends ResourceService<
  Target,
  CreateTargetInput,
  UpdateTargetInput,
  TargetFilter,
  TargetSortField
> {
  protected readonly resource = 'target';
  protected readonly entity = Target;
  protected readonly definition = targetList;

  constructor(
    dataSource: DataSource,
    private readonly today: () => string,
  ) {
    super(dataSource);
  }

  protected select(manager: EntityManager): SelectQueryBuilder<Target> {
    return manager.createQueryBuilder(Target, 'target').setParameter('asOf', this.today());
  }

  protected async toColumns(
    manager: EntityManager,
    input: CreateTargetInput | UpdateTargetInput,
  ): Promise<Columns<Target>> {
    const { objective: code, value, note } = input;
    const { objective } = await lookUpIds(manager, { objective: { names: named.objective, code } });
    return {
      ...(objective !== undefined && { objectiveId: objective }),
      ...(value !== undefined && { value }),
      ...(note !== undefined && { note }),
      ...('indicator' in input && (await this.keyOf(manager, input))),
    };
  }

  protected async toInput(
    manager: EntityManager,
    { objectiveId, value, note }: Target,
  ): Promise<UpdateTargetInput> {
    return { objective: await codeOfId(manager, named.objective, objectiveId), value, note };
  }

  protected nameOf({ id }: Target): string {
    return String(id);
  }

  private async keyOf(
    manager: EntityManager,
    { indicator, unit, period }: CreateTargetInput,
  ): Promise<Columns<Target>> {
    const span = parsePeriodField(period);
    const ids = await lookUpIds(manager, {
      indicator: { names: named.indicator, code: indicator },
      unit: { names: named.unit, code: unit },
    });
    const key = {
      indicatorId: Number(ids.indicator),
      unitId: Number(ids.unit),
      periodType: span.type,
      periodStart: startOf(span),
    };
    if (await manager.existsBy(Target, key)) {
      throw new AppError('DUPLICATE', { what: `a target for ${indicator} of ${unit} in ${period}` }).at(
        'period',
      );
    }
    return key;
  }
}
