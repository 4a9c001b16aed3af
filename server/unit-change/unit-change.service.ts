import type { DataSource, EntityManager } from 'typeorm';
import { UnitChange, UnitChangeType } from '../../schema/party-unit/unit-change.entity';
import type { ActInput } from '../../schema/unit-change/unit-change.inputs';
import { UnitChangeResult } from '../../schema/unit-change/unit-change-result.type';
import type { Caller } from '../access/caller';
import { coveredAmong, requireUnits } from '../access/coverage';
import type { AnalyticsService } from '../analytics/analytics.service';
import { beginWriteTransaction } from '../database/write-transaction';
import { AppError } from '../errors';
import { createPartyUnitLoaders } from '../party-unit/party-unit.loader';
import { loadUnitsOn } from '../party-unit/select-units';
import { parseId } from '../resource/ids';
import type { Act } from './act';
import { type AnsweredUnits, lookAround } from './answered-units';
import { Draft, isChanged } from './draft';
import { EffectMeter } from './effects';
import type { MeasuredUnit } from './measured-units';
import { planUndo, removeChange } from './undo';
import { stateOn } from './unit-history';
import { writeDraft } from './write-draft';
import { beginStructureChange, checkStructure } from './write-lives.sql';

/** How an act is carried out; effects are measured only when they are asked for. */
export interface ActOptions {
  dryRun: boolean;
  wantsEffects: boolean;
}

/** The result, and the units in it with all that they lead to: after a dry run nobody could look it up any more. */
export interface ActAnswer {
  result: UnitChangeResult;
  units: AnsweredUnits;
}

/** Of these no value changes: where figures are rolled up stays the same. */
const withoutEffects = new Set([UnitChangeType.OPEN, UnitChangeType.RENAME, UnitChangeType.RECLASSIFY]);

/** The acts on the tree. Each is one transaction, from which a dry run differs only in its end. */
export class UnitChangeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly caller: Caller,
    private readonly analytics: AnalyticsService,
  ) {}

  async carryOut<Input extends ActInput>(
    act: Act<Input>,
    input: Input,
    options: ActOptions,
  ): Promise<ActAnswer> {
    this.caller.access.require('CHANGE_STRUCTURE');
    return this.inTransaction(options.dryRun, async (manager) => {
      const { effectiveOn, documentNumber = null, note = null } = input;
      const draft = new Draft(manager, effectiveOn, this.caller);
      await act.plan(draft, input);
      await requireUnits(manager, this.caller, 'CHANGE_STRUCTURE', unitsTouched(draft));
      refuseNoChange(draft);
      const concerned = [...draft.concerned.values()];
      const change = Object.assign(new UnitChange(), { type: act.type, effectiveOn, documentNumber, note });
      const meter = await this.startMeter(manager, change, concerned, options);

      await writeDraft(draft, change);
      await manager.query(checkStructure);
      const affectedUnits = await loadUnitsOn(manager, effectiveOn, [...draft.concerned.keys()]);
      const effects = (await meter?.finish(draft.warnings)) ?? [];
      const { warnings } = draft;
      return this.answer(manager, { change, affectedUnits, effects, warnings });
    });
  }

  async undo(id: string, options: ActOptions): Promise<ActAnswer> {
    this.caller.access.require('CHANGE_STRUCTURE');
    return this.inTransaction(options.dryRun, async (manager) => {
      const change = await manager.findOneBy(UnitChange, { id: parseId(id) });
      if (!change) throw noSuchAct(id);
      await this.requireUnitsOf(manager, change);
      const plan = await planUndo(manager, change);
      const meter = await this.startMeter(manager, change, plan.measured, options);
      const unitIds = plan.measured.map(({ id }) => id);
      const before = await loadUnitsOn(manager, change.effectiveOn, unitIds);

      await removeChange(manager, change, plan);
      await manager.query(checkStructure);
      const after = await loadUnitsOn(manager, change.effectiveOn, unitIds);
      const affectedUnits = before.map((unit) => after.find(({ id }) => id === unit.id) ?? unit);
      const warnings: string[] = [];
      const effects = (await meter?.finish(warnings)) ?? [];
      return this.answer(manager, { change, affectedUnits, effects, warnings });
    });
  }

  /** An act of which no unit is covered is as one that there is not. */
  private async requireUnitsOf(manager: EntityManager, { id }: UnitChange): Promise<void> {
    const units: { unit_id: number }[] = await manager.query(
      'select unit_id from unit_change_unit where change_id = $1',
      [id],
    );
    const unitIds = units.map(({ unit_id }) => unit_id);
    const visible = await coveredAmong(manager, this.caller, 'READ', unitIds);
    if (unitIds.length > 0 && visible.size === 0) throw noSuchAct(String(id));
    await requireUnits(manager, this.caller, 'CHANGE_STRUCTURE', unitIds);
  }

  private async startMeter(
    manager: EntityManager,
    { type, effectiveOn }: UnitChange,
    units: readonly MeasuredUnit[],
    { wantsEffects }: ActOptions,
  ): Promise<EffectMeter | null> {
    const { today } = this.caller;
    if (!wantsEffects || withoutEffects.has(type)) return null;
    return EffectMeter.start(
      manager,
      this.analytics,
      this.caller,
      units,
      effectiveOn > today ? effectiveOn : today,
    );
  }

  private async answer(manager: EntityManager, result: UnitChangeResult): Promise<ActAnswer> {
    const units = await lookAround(createPartyUnitLoaders({ manager }, this.caller), result.affectedUnits);
    return { result: Object.assign(new UnitChangeResult(), result), units };
  }

  private async inTransaction<Result>(
    dryRun: boolean,
    work: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    const queryRunner = this.dataSource.createQueryRunner();
    try {
      await beginWriteTransaction(queryRunner, this.caller);
      await queryRunner.query(beginStructureChange);
      const result = await work(queryRunner.manager);
      if (dryRun) await queryRunner.rollbackTransaction();
      else await queryRunner.commitTransaction();
      return result;
    } catch (error) {
      if (queryRunner.isTransactionActive) await queryRunner.rollbackTransaction();
      throw error;
    } finally {
      await queryRunner.release();
    }
  }
}

function noSuchAct(id: string): AppError {
  return new AppError('NOT_FOUND', { resource: 'act', key: `with id ${id}` });
}

/** The units that an act changes, and those that it puts units under or takes them from; null for the place of a root. */
function unitsTouched({ concerned }: Draft): (number | null)[] {
  const isNew = (id: number | null) => id !== null && concerned.get(id)?.before === null;
  const touched = [...concerned.values()].flatMap((unit) => {
    const parentsBefore = new Set(unit.before?.states.map(({ parentId }) => parentId));
    const newParents = unit.after.states
      .map(({ parentId }) => parentId)
      .filter((id) => !parentsBefore.has(id));
    return [unit.id, ...newParents, ...(unit.after.successorId === null ? [] : [unit.after.successorId])];
  });
  return [...new Set(touched)].filter((id) => !isNew(id));
}

function refuseNoChange({ concerned, day }: Draft): void {
  const [first] = concerned.values();
  if (!first || [...concerned.values()].some(isChanged)) return;
  const { from } = stateOn(first.after, day);
  throw new AppError('ACT_CHANGES_NOTHING', { unit: first.code, date: from });
}
