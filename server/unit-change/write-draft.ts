import type { EntityManager } from 'typeorm';
import type { UnitChange } from '../../schema/party-unit/unit-change.entity';
import { type ConcernedUnit, type Draft, isChanged } from './draft';
import type { UnitLife } from './unit-history';
import {
  deletePlacements,
  insertChange,
  insertConcerned,
  insertPlacements,
  insertUnits,
  updateLives,
} from './write-lives.sql';

/** Writes the act with what it replaces, and the lives that it changes. */
export async function writeDraft({ manager, concerned }: Draft, change: UnitChange): Promise<void> {
  const units = [...concerned.values()];
  const { type, effectiveOn, documentNumber, note } = change;
  const inserted: { id: number; recordedAt: Date }[] = await manager.query(insertChange, [
    type,
    effectiveOn,
    documentNumber,
    note,
  ]);
  Object.assign(change, inserted[0]);
  const opened = units.filter(({ before }) => before === null);
  if (opened.length > 0) await manager.query(insertUnits, [rowsOf(opened)]);
  await writeLives(
    manager,
    units.filter((unit) => unit.before !== null && isChanged(unit)),
    opened,
  );
  await manager.query(insertConcerned, [change.id, JSON.stringify(units)]);
}

/** Replaces the lives of units that exist, and gives new ones their first. */
export async function writeLives(
  manager: EntityManager,
  changed: readonly Pick<ConcernedUnit, 'id' | 'after'>[],
  opened: readonly Pick<ConcernedUnit, 'id' | 'after'>[] = [],
): Promise<void> {
  if (changed.length > 0) {
    await manager.query(updateLives, [rowsOf(changed)]);
    await manager.query(deletePlacements, [rowsOf(changed)]);
  }
  if (changed.length + opened.length > 0) {
    await manager.query(insertPlacements, [rowsOf([...changed, ...opened])]);
  }
}

function rowsOf(units: readonly { id: number; code?: string; after: UnitLife }[]): string {
  return JSON.stringify(units.map(({ id, code, after }) => ({ id, code, life: after })));
}
