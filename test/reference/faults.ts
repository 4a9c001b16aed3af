/** What makes a world one that could not be, so that tests can trust the worlds they are given. */

import { addDays, type IsoDate, spanOf } from './calendar';
import { indicatorOf, isComputed, isOpen, isOpenDuring, type Unit, unitOf, type World } from './world';

export function faultsOf(world: World): string[] {
  return [
    ...world.units.flatMap((unit) => faultsOfUnit(world, unit)),
    ...cycles(world),
    ...faultsOfReports(world),
  ];
}

/** Placements cover the unit's life, every parent is open throughout, and a successor opens before it takes over. */
function faultsOfUnit(world: World, unit: Unit): string[] {
  const faults: string[] = [];
  let next: IsoDate | null = unit.openedOn;
  for (const { from, to, parent } of unit.placements) {
    if (from !== next || (to !== null && to <= from)) faults.push(`${unit.code} has a gap before ${from}`);
    next = to;
    if (parent === null) continue;
    const above = unitOf(world, parent);
    const lastsLonger = above.closedOn === undefined || (to !== null && to <= above.closedOn);
    if (!isOpen(above, from) || !lastsLonger)
      faults.push(`${unit.code} stands under ${parent}, which is not open`);
  }
  if (next !== (unit.closedOn ?? null)) faults.push(`${unit.code} does not stand anywhere until it closes`);
  if (unit.mergedInto !== undefined) {
    const isTakenOver = unit.closedOn !== undefined && isOpen(unitOf(world, unit.mergedInto), unit.closedOn);
    if (!isTakenOver) faults.push(`${unit.mergedInto} does not take over from ${unit.code}`);
  }
  return faults;
}

function cycles(world: World): string[] {
  return datesOf(world).flatMap((date) =>
    world.units
      .filter((unit) => isOpen(unit, date) && standsBelowItself(world, unit, date))
      .map((unit) => `${unit.code} stands below itself on ${date}`),
  );
}

function standsBelowItself(world: World, unit: Unit, date: IsoDate): boolean {
  let above = parentOn(unit, date);
  for (let steps = 0; above !== null && steps <= world.units.length; steps += 1) {
    if (above === unit.code) return true;
    above = parentOn(unitOf(world, above), date);
  }
  return false;
}

function parentOn(unit: Unit, date: IsoDate): string | null {
  return unit.placements.find(({ from, to }) => from <= date && (to === null || date < to))?.parent ?? null;
}

function faultsOfReports(world: World): string[] {
  const seen = new Set<string>();
  return world.observations.flatMap(({ unit, indicator: code, period, member }) => {
    const faults: string[] = [];
    const key = JSON.stringify([unit, code, period, member]);
    if (!isOpenDuring(unitOf(world, unit), spanOf(period))) {
      faults.push(`${key} is reported while the unit is not open`);
    }
    if (seen.has(key)) faults.push(`${key} is reported twice`);
    seen.add(key);
    const indicator = indicatorOf(world, code);
    if (isComputed(indicator)) return [...faults, `${key} is reported for a computed indicator`];
    const members = world.dimensions.find((dimension) => dimension.code === indicator.dimension)?.members;
    if (members === undefined ? member !== null : member === null || !members.includes(member)) {
      faults.push(`${key} has a member that its indicator does not have`);
    }
    return faults;
  });
}

/** Every date on which anything about the tree changes, and the days before. */
export function datesOf(world: World): IsoDate[] {
  const dates = new Set<IsoDate>();
  for (const { openedOn, closedOn, placements } of world.units) {
    for (const date of [openedOn, closedOn, ...placements.map(({ from }) => from)]) {
      if (date !== undefined) dates.add(date).add(addDays(date, -1));
    }
  }
  return [...dates].sort();
}
