import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { binderOf } from '../list/list';
import type { Caller } from './caller';
import type { Right } from './rights';

/** Leaves out of a query the rows about units, in a column, that a right does not cover. */
export function onlyUnits<Entity extends ObjectLiteral>(
  query: SelectQueryBuilder<Entity>,
  { access, today }: Caller,
  right: Right,
  unit: string,
): SelectQueryBuilder<Entity> {
  access.require(right);
  const scope = access.scopeOf(right);
  return scope.hasAllUnits ? query : query.andWhere(scope.hasUnit(unit, today, binderOf(query)));
}

/** Leaves out of a query the rows about figures, of an indicator and a unit in these columns, that a right does not cover. */
export function onlyFigures<Entity extends ObjectLiteral>(
  query: SelectQueryBuilder<Entity>,
  { access, today }: Caller,
  right: Right,
  { unit, indicator }: { unit: string; indicator: string },
): SelectQueryBuilder<Entity> {
  access.require(right);
  const scope = access.scopeOf(right);
  return scope.isEverything
    ? query
    : query.andWhere(scope.hasFigure(unit, indicator, today, binderOf(query)));
}
