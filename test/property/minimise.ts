/**
 * Makes a failure readable: takes away whatever it does not need. This knows what a world is made of, so that it ends
 * with a handful of reports where shrinking the random choices behind a world ends with dozens.
 */

import { faultsOf } from '../reference/faults';
import { operandsOf, parseFormula } from '../reference/formula';
import type { AnalyticsQuery } from '../reference/query';
import { isComputed, type Placement, type Unit, type World } from '../reference/world';

export interface Failure {
  readonly world: World;
  readonly query: AnalyticsQuery;
}

/** The failure without what could be left out, one thing after the other, until nothing more can. */
export async function minimise(
  failure: Failure,
  stillFails: (smaller: Failure) => Promise<boolean>,
): Promise<Failure> {
  for (const smaller of smallerFailures(failure)) {
    if (faultsOf(smaller.world).length > 0) continue;
    if (await stillFails(smaller)) return minimise(smaller, stillFails);
  }
  return failure;
}

function* smallerFailures({ world, query }: Failure): Generator<Failure> {
  for (const observations of without(world.observations)) yield { query, world: { ...world, observations } };
  for (const targets of without(world.targets ?? [])) yield { query, world: { ...world, targets } };
  for (const smaller of smallerQueries(query)) yield { world, query: smaller };
  for (const unit of world.units) {
    if (isUnitNamed(unit.code, world, query)) continue;
    yield { query, world: { ...world, units: world.units.filter((other) => other !== unit) } };
  }
  for (const indicator of world.indicators) {
    if (isIndicatorNamed(indicator.code, world, query)) continue;
    const indicators = world.indicators.filter((other) => other !== indicator);
    yield { query, world: { ...world, indicators } };
  }
  for (const unit of world.units) {
    for (const simpler of simplerUnits(unit)) {
      yield {
        query,
        world: { ...world, units: world.units.map((other) => (other === unit ? simpler : other)) },
      };
    }
  }
}

/** The list without each of its halves, quarters, …, and without each single one. */
function* without<T>(values: readonly T[]): Generator<T[]> {
  for (let size = Math.ceil(values.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < values.length; from += size) {
      yield [...values.slice(0, from), ...values.slice(from + size)];
    }
  }
}

function* smallerQueries(query: AnalyticsQuery): Generator<AnalyticsQuery> {
  const { compareTo: _compareTo, ...uncompared } = query;
  if (query.compareTo !== undefined) yield uncompared;
  const { where: _where, ...unfiltered } = query;
  if (query.where !== undefined) yield unfiltered;
  const { includeEmpty: _includeEmpty, ...dense } = query;
  if (query.includeEmpty !== undefined) yield dense;
  const { fill: _fill, ...unfilled } = query;
  if (query.fill !== undefined) yield unfilled;
  const { kinds: _kinds, sectors: _sectors, ...units } = query.units;
  if (_kinds !== undefined || _sectors !== undefined) yield { ...query, units };
  for (const indicators of without(query.indicators))
    if (indicators.length > 0) yield { ...query, indicators };
  if ('codes' in query.units) {
    for (const codes of without(query.units.codes)) {
      if (codes.length > 0) yield { ...query, units: { ...query.units, codes } };
    }
  }
  if ('codes' in query.periods) {
    for (const codes of without(query.periods.codes))
      if (codes.length > 0) yield { ...query, periods: { codes } };
  }
}

function* simplerUnits(unit: Unit): Generator<Unit> {
  const { closedOn: _closedOn, mergedInto: _mergedInto, ...open } = unit;
  if (unit.closedOn !== undefined) {
    yield {
      ...open,
      placements: unit.placements.map((at) => (at.to === unit.closedOn ? { ...at, to: null } : at)),
    };
  }
  for (const [index, { from, to }] of unit.placements.entries()) {
    const before = unit.placements[index - 1];
    if (before === undefined) continue;
    const joined: Placement = { ...before, to };
    yield {
      ...unit,
      placements: unit.placements.filter((at) => at.from !== from).map((at) => (at === before ? joined : at)),
    };
  }
}

function isUnitNamed(code: string, world: World, query: AnalyticsQuery): boolean {
  const asked = 'codes' in query.units ? query.units.codes : [query.units.under];
  return (
    asked.includes(code) ||
    world.observations.some(({ unit }) => unit === code) ||
    (world.targets ?? []).some(({ unit }) => unit === code) ||
    world.units.some(
      ({ mergedInto, placements }) => mergedInto === code || placements.some(({ parent }) => parent === code),
    )
  );
}

function isIndicatorNamed(code: string, world: World, query: AnalyticsQuery): boolean {
  const named = world.indicators.flatMap((indicator) =>
    isComputed(indicator)
      ? operandsOf(parseFormula(indicator.formula)).map((operand) => operand.indicator)
      : [],
  );
  return (
    query.indicators.includes(code) ||
    named.includes(code) ||
    world.observations.some(({ indicator }) => indicator === code) ||
    (world.targets ?? []).some(({ indicator }) => indicator === code)
  );
}
