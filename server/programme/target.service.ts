import type { DataSource, EntityManager, SelectQueryBuilder } from 'typeorm';
import { type AnalyticsQuery, Structure } from '../../schema/analytics/analytics-query.inputs';
import type { TargetSortField } from '../../schema/programme/target.args';
import { Target } from '../../schema/programme/target.entity';
import type {
  CreateTargetInput,
  TargetFilter,
  UpdateTargetInput,
} from '../../schema/programme/target.inputs';
import type { Caller } from '../access/caller';
import { onlyFigures } from '../access/only-covered';
import type { Right } from '../access/rights';
import type { AnalyticsService } from '../analytics/analytics.service';
import { AppError, type ErrorCode } from '../errors';
import { startOf } from '../period/period';
import { parsePeriodField } from '../period/period-field';
import { codeOfId, lookUpFigure, lookUpIds, refuseForbiddenFigure } from '../resource/look-up';
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
  protected readonly writing = 'SET_TARGETS';

  constructor(
    dataSource: DataSource,
    caller: Caller,
    private readonly analytics: AnalyticsService,
  ) {
    super(dataSource, caller);
  }

  override async create(input: CreateTargetInput): Promise<Target> {
    this.caller.access.require(this.writing);
    await this.refuseForbidden(this.dataSource.manager, input);
    await this.refuseUnanswerable(input);
    return super.create(input);
  }

  protected select(manager: EntityManager): SelectQueryBuilder<Target> {
    return manager.createQueryBuilder(Target, 'target').setParameter('asOf', this.caller.today);
  }

  protected override selectFor(right: Right, manager: EntityManager): SelectQueryBuilder<Target> {
    const columns = { unit: 'target.unit_id', indicator: 'target.indicator_id' };
    return onlyFigures(this.select(manager), this.caller, right, columns);
  }

  protected override async refuseForbidden(
    manager: EntityManager,
    input: CreateTargetInput | UpdateTargetInput,
  ): Promise<void> {
    if ('unit' in input) await refuseForbiddenFigure(manager, this.caller, this.writing, input);
  }

  protected async toColumns(
    manager: EntityManager,
    input: CreateTargetInput | UpdateTargetInput,
  ): Promise<Columns<Target>> {
    const { objective: code, value, note } = input;
    const { objective } = await lookUpIds(
      manager,
      { objective: { names: named.objective, code } },
      this.caller,
    );
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
    const key = {
      ...(await lookUpFigure(manager, { unit, indicator }, this.caller)),
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

  /**
   * A target is refused when its value could never be asked, such as by a period shorter than the indicator's. This asks
   * outside the transaction, which would need a second connection while it holds the first.
   */
  private async refuseUnanswerable({ indicator, unit, period }: CreateTargetInput): Promise<void> {
    const query = {
      indicators: [indicator],
      units: { codes: [unit] },
      periods: { codes: [period] },
      structure: Structure.CURRENT,
    } as AnalyticsQuery;
    const wanted = { wantsShare: false, wantsRank: false, wantsReportedUnits: false };
    const page = { first: 1, after: null, ...wanted };
    await this.analytics.answer(query, page).catch((error: unknown) => {
      const field = error instanceof AppError && refusedAt[error.code as ErrorCode];
      // Unknown codes and a malformed period are said better by the checks that follow.
      if (field) throw error.at(field);
    });
  }
}

/** The field of the input that a refusal of the figures is about. */
const refusedAt: Partial<Record<ErrorCode, string>> = {
  AGGREGATION_NOT_ALLOWED: 'indicator',
  PERIOD_TYPE_MISMATCH: 'period',
  PERIOD_RANGE_INVALID: 'period',
  UNIT_MERGED: 'unit',
};
