import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { type UnitChange, UnitChangeType } from '../../schema/party-unit/unit-change.entity';
import { AppError } from '../errors';
import { unitHolders } from '../party-unit/unit-holders';
import { refuseIfInUse } from '../resource/in-use';
import { historiesSql } from './histories.sql';
import type { MeasuredUnit } from './measured-units';
import { concernedSql } from './undo.sql';
import type { HistoricUnit, UnitLife } from './unit-history';
import { writeLives } from './write-draft';

interface RecordedUnit {
  id: number;
  code: string;
  before: UnitLife | null;
  after: UnitLife | null;
  laterId: number | null;
  laterType: string | null;
  laterOn: string | null;
}

/** What becomes of the units of an act that is undone. */
export interface UndoPlan {
  restored: { id: number; after: UnitLife }[];
  removed: { id: number; code: string }[];
  measured: MeasuredUnit[];
}

/** Works out what an act replaced, and refuses what would take more with it than the act. */
export async function planUndo(manager: EntityManager, change: UnitChange): Promise<UndoPlan> {
  const statement = concernedSql(change.id);
  const units: RecordedUnit[] = await manager.query(statement.text, statement.values);
  const refuse = (problem: string, allowed: string) => {
    throw new AppError('UNDO_REFUSED', { id: change.id, problem, allowed });
  };
  if (units.some(({ after }) => after === null) && change.type !== UnitChangeType.OPEN) {
    refuse('what it replaced was not recorded', 'Enter the opposite act instead.');
  }
  for (const { code, laterId, laterType, laterOn } of units) {
    if (laterId === null) continue;
    refuse(
      `unit ${code} was changed again by act ${laterId} (${laterType} on ${laterOn})`,
      'Only the latest act on a unit can be undone: undo the later ones first.',
    );
  }

  const changed = units.filter(({ before, after }) => before !== null && !isDeepStrictEqual(before, after));
  const { text, values } = historiesSql(
    changed.map(({ id }) => id),
    change.effectiveOn,
  );
  const current: HistoricUnit[] = await manager.query(text, values);
  for (const { code, id, after } of changed) {
    if (isDeepStrictEqual(current.find((unit) => unit.id === id)?.life, after)) continue;
    refuse(
      `unit ${code} was corrected since, which would be lost`,
      'Take the correction back first, or enter the opposite act.',
    );
  }

  const isCarried = ({ id, before, after }: RecordedUnit) =>
    change.type !== UnitChangeType.MOVE &&
    changed.some((unit) => unit.id === id) &&
    before?.closedOn === after?.closedOn;
  return {
    restored: changed.map(({ id, before }) => ({ id, after: before as UnitLife })),
    removed: units.filter(({ before }) => before === null),
    measured: units.map((unit) => ({
      id: unit.id,
      before: unit.after,
      after: unit.before,
      isCarried: isCarried(unit),
    })),
  };
}

/** Puts back what was replaced, and takes away the units that the act opened unless something holds them. */
export async function removeChange(
  manager: EntityManager,
  change: UnitChange,
  { restored, removed }: UndoPlan,
): Promise<void> {
  await writeLives(manager, restored);
  for (const { id, code } of removed) await refuseIfInUse(manager, `Unit ${code}`, { id }, unitHolders);
  await manager.query('delete from unit_change where id = $1', [change.id]);
  if (removed.length > 0) {
    await manager.query('delete from party_unit where id = any($1::integer[])', [
      removed.map(({ id }) => id),
    ]);
  }
}
