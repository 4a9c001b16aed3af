import type { EntityManager } from 'typeorm';
import type { Bind } from '../list/filter-fields';
import { forbidden } from './access';
import type { Caller } from './caller';
import type { Right } from './rights';

/** Which of these units a right covers. */
export async function coveredAmong(
  manager: EntityManager,
  { access, today }: Caller,
  right: Right,
  unitIds: readonly number[],
): Promise<Set<number>> {
  const scope = access.scopeOf(right);
  if (scope.hasAllUnits) return new Set(unitIds);
  const { values, bind } = startWith(unitIds);
  const covered: { id: number }[] = await manager.query(
    `select asked.id from unnest($1::integer[]) as asked (id) where ${scope.hasUnit('asked.id', today, bind)}`,
    values,
  );
  return new Set(covered.map(({ id }) => id));
}

/** Refuses what is about a unit that the right does not cover; a unit of null stands for the place of a root. */
export async function requireUnits(
  manager: EntityManager,
  caller: Caller,
  right: Right,
  unitIds: readonly (number | null)[],
): Promise<void> {
  if (unitIds.includes(null)) caller.access.requireEverywhere(right);
  const ids = unitIds.filter((id) => id !== null);
  const covered = await coveredAmong(manager, caller, right, ids);
  if (ids.some((id) => !covered.has(id))) throw forbidden(right);
}

/** Refuses to touch a figure that the right does not cover, before anything is said about it. */
export async function requireFigure(
  manager: EntityManager,
  { access, today }: Caller,
  right: Right,
  { unitId, indicatorId }: { unitId: number; indicatorId: number },
): Promise<void> {
  const scope = access.scopeOf(right);
  if (scope.isEverything) return;
  const { values, bind } = startWith(unitId, indicatorId);
  const [covered] = await manager.query(
    `select from (values ($1::integer, $2::integer)) as figure (unit_id, indicator_id)
     where ${scope.hasFigure('figure.unit_id', 'figure.indicator_id', today, bind)}`,
    values,
  );
  if (!covered) throw forbidden(right);
}

function startWith(...values: unknown[]): { values: unknown[]; bind: Bind } {
  return { values, bind: (value) => `$${values.push(value)}` };
}
