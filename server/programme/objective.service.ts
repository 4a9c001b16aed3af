import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ObjectiveSortField } from '../../schema/programme/objective.args';
import { Objective } from '../../schema/programme/objective.entity';
import type {
  CreateObjectiveInput,
  ObjectiveFilter,
  UpdateObjectiveInput,
} from '../../schema/programme/objective.inputs';
import { CodedService } from '../resource/coded.service';
import { lookUpId } from '../resource/look-up';
import { named } from '../resource/named-resources';
import type { Columns } from '../resource/resource.service';
import { objectiveList } from './objective.list';

export class ObjectiveService extends CodedService<
  Objective,
  CreateObjectiveInput,
  UpdateObjectiveInput,
  ObjectiveFilter,
  ObjectiveSortField
> {
  protected readonly resource = 'objective';
  protected readonly entity = Objective;
  protected readonly definition = objectiveList;
  protected readonly writing = 'DEFINE';
  protected override readonly holders = [
    { table: 'target', column: 'objective_id', one: 'target', many: 'targets' },
  ];

  protected select(manager: EntityManager): SelectQueryBuilder<Objective> {
    return manager.createQueryBuilder(Objective, 'objective');
  }

  protected async toColumns(
    manager: EntityManager,
    input: CreateObjectiveInput | UpdateObjectiveInput,
  ): Promise<Columns<Objective>> {
    if (!('programme' in input)) return { ...input };
    const { programme, ...columns } = input;
    return {
      ...columns,
      programmeId: await lookUpId(manager, named.programme, programme, 'programme', this.caller),
    };
  }

  protected async toInput(
    _manager: EntityManager,
    { name, nameEn, sortOrder }: Objective,
  ): Promise<UpdateObjectiveInput> {
    return { name, nameEn, sortOrder };
  }
}
