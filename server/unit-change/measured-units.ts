import type { EntityManager } from 'typeorm';
import { measuredUnitsSql } from './effects.sql';
import { stateAround, type UnitLife } from './unit-history';

/** A unit of an act, as the act finds it and leaves it; null where there is none. */
export interface MeasuredUnit {
  id: number;
  before: UnitLife | null;
  after: UnitLife | null;
  /** It only goes along with others: its own values stay what they are. */
  isCarried: boolean;
}

export interface UnitKey {
  id: number;
  code: string;
}

/** Looks up the units whose values an act may change, as the tree is at that moment. */
export type UnitsToMeasure = () => Promise<UnitKey[]>;

/**
 * The units of the act, those that it takes units from or puts them under, and all above. Of a unit that only moves, that
 * is less: its own values stay, and so do those of whoever stands above both its places. That spares rolling up the root,
 * which costs more than all the rest.
 */
export async function unitsToMeasure(
  manager: EntityManager,
  units: readonly MeasuredUnit[],
  day: string,
): Promise<UnitsToMeasure> {
  const find = async (ids: readonly number[], carriedIds: readonly number[] = []): Promise<UnitKey[]> => {
    const { text, values } = measuredUnitsSql(ids, carriedIds, day);
    return manager.query(text, values);
  };
  const [only] = units;
  if (only && units.length === 1 && onlyMoves(only)) {
    const from = await find(parentsOf([only.before], day));
    const to = await find(parentsOf([only.after], day));
    const between = [...without(from, to), ...without(to, from)];
    return () => Promise.resolve(between);
  }
  const parents = parentsOf(
    units.flatMap(({ before, after }) => [before, after]),
    day,
  );
  const idsOf = (isCarried: boolean) =>
    units.filter((unit) => unit.isCarried === isCarried).map(({ id }) => id);
  return () => find([...idsOf(false), ...parents], idsOf(true));
}

function onlyMoves({ before, after }: MeasuredUnit): boolean {
  return before !== null && after !== null && before.closedOn === after.closedOn;
}

function parentsOf(lives: readonly (UnitLife | null)[], day: string): number[] {
  const parentIds = lives.map((life) => life && stateAround(life, day).parentId);
  return [...new Set(parentIds)].filter((id) => id !== null);
}

function without(units: readonly UnitKey[], others: readonly UnitKey[]): UnitKey[] {
  return units.filter(({ id }) => !others.some((other) => other.id === id));
}
