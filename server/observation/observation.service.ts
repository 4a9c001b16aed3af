import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Page } from '../../schema/list/page-type';
import type { ObservationListArgs, ObservationSortField } from '../../schema/observation/observation.args';
import { Observation } from '../../schema/observation/observation.entity';
import type {
  CreateObservationInput,
  ObservationFilter,
  UpdateObservationInput,
} from '../../schema/observation/observation.inputs';
import { ObservationVersion } from '../../schema/observation/observation-version.entity';
import { onlyFigures } from '../access/only-covered';
import type { Right } from '../access/rights';
import { listPage } from '../list/list';
import { refuseForbiddenFigure } from '../resource/look-up';
import { type Columns, type Key, ResourceService } from '../resource/resource.service';
import { checkNewObservation, refuseOutOfRange } from './check-observation';
import { observationList } from './observation.list';
import { observationId, parseObservationId } from './observation-id';

/** What says whose figure a row is. */
const columns = { unit: 'observation.unit_id', indicator: 'observation.indicator_id' };

export class ObservationService extends ResourceService<
  Observation,
  CreateObservationInput,
  UpdateObservationInput,
  ObservationFilter,
  ObservationSortField
> {
  protected readonly resource = 'observation';
  protected readonly entity = Observation;
  protected readonly definition = observationList;
  protected readonly writing = 'WRITE_FIGURES';

  protected select(manager: EntityManager): SelectQueryBuilder<Observation> {
    return manager.createQueryBuilder(Observation, 'observation').setParameter('asOf', this.caller.today);
  }

  override async list(args: ObservationListArgs): Promise<Page<Observation>> {
    const { knownAt } = args;
    if (!knownAt) return super.list(args);
    const known = this.dataSource.manager
      .createQueryBuilder(ObservationVersion, 'observation')
      .where('observation.recorded_at <= :knownAt and observation.replaced_at > :knownAt', { knownAt })
      .setParameter('asOf', this.caller.today);
    return listPage(this.definition, onlyFigures(known, this.caller, 'READ', columns), args, this.caller);
  }

  protected override selectFor(right: Right, manager: EntityManager): SelectQueryBuilder<Observation> {
    return onlyFigures(this.select(manager), this.caller, right, columns);
  }

  protected override async refuseForbidden(
    manager: EntityManager,
    input: CreateObservationInput | UpdateObservationInput,
  ): Promise<void> {
    if ('unit' in input) await refuseForbiddenFigure(manager, this.caller, this.writing, input);
  }

  protected async toColumns(
    manager: EntityManager,
    input: CreateObservationInput | UpdateObservationInput,
    current: Observation | null,
  ): Promise<Columns<Observation>> {
    const { numeric, note, source } = input;
    const said = {
      ...(numeric !== undefined && { numeric }),
      ...(note !== undefined && { note }),
      ...(source !== undefined && { source }),
    };
    if (!current)
      return {
        ...said,
        ...(await checkNewObservation(manager, input as CreateObservationInput, this.caller)),
      };
    if (numeric !== undefined) await refuseOutOfRange(manager, current.indicatorId, numeric);
    return said;
  }

  protected override parseKey(id: string, field: string): Key {
    return { ...parseObservationId(id, field) };
  }

  protected override keyCondition(prefix: string): string {
    return `${prefix}indicator_id = :indicatorId and ${prefix}unit_id = :unitId
      and ${prefix}period_start = :periodStart and ${prefix}member_id is not distinct from :memberId`;
  }

  protected override async insert(manager: EntityManager, columns: Columns<Observation>): Promise<Key> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(Observation)
      .values(columns)
      .updateEntity(false)
      .execute();
    const { indicatorId, unitId, periodStart, memberId } = columns as Observation;
    return { indicatorId, unitId, periodStart, memberId };
  }

  protected async toInput(
    _manager: EntityManager,
    { numeric, note, source }: Observation,
  ): Promise<UpdateObservationInput> {
    return { numeric, note, source };
  }

  protected nameOf(observation: Observation): string {
    return observationId(observation);
  }
}
