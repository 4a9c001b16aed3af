/** Who stands under whom (rule 8), and which units get a row (rule 9). */

import { type IsoDate, lastDay, type Span } from './calendar';
import { Refusal, type UnitSelection } from './query';
import { isMerged, isOpenDuring, nearestOpenDay, placementAt, type Unit, unitOf, type World } from './world';

/** CURRENT and AS_OF are the tree of one date for all periods; AS_REPORTED (no date) is the tree of the time. */
export interface Structure {
  readonly date: IsoDate | null;
}

/**
 * Rule 8: in the tree of a date a unit stands at its placement on the date; merged before, in its successor;
 * closed, at its last parent; opened later, at its first parent.
 */
export function standsUnder(world: World, code: string, date: IsoDate): string | null {
  const unit = unitOf(world, code);
  if (isMerged(unit, date)) return unit.mergedInto ?? null;
  return placementAt(unit, date).parent;
}

/** The unit itself and all it stands under in the tree of `date`, each step by the same rules. */
export function lineage(world: World, code: string, date: IsoDate): string[] {
  const line = [code];
  for (let above = standsUnder(world, code, date); above !== null; above = standsUnder(world, above, date)) {
    if (line.includes(above)) throw new Error(`${above} stands under itself in the tree of ${date}`);
    line.push(above);
  }
  return line;
}

/**
 * The date at which a unit that gets a row is looked at. AS_REPORTED: the last day of the row's period, or the unit's
 * own last day if it closed before, or its first if it opened after (the reading of rule 8's "or at its last day"
 * for rows).
 */
export function rowDate(structure: Structure, unit: Unit, span: Span): IsoDate {
  return structure.date ?? nearestOpenDay(unit, lastDay(span));
}

/** The row's unit and the units above it that can have rows themselves: merged units are passed over. */
function rowLineage(world: World, structure: Structure, code: string, span: Span): string[] {
  const date = rowDate(structure, unitOf(world, code), span);
  const [self, ...above] = lineage(world, code, date);
  return [self ?? code, ...above.filter((other) => !isMerged(unitOf(world, other), date))];
}

/** The parent whose row the unit's row is a part of; null for a root. */
export function parentOf(world: World, structure: Structure, code: string, span: Span): string | null {
  return rowLineage(world, structure, code, span)[1] ?? null;
}

/** The root is level 1. */
export function levelOf(world: World, structure: Structure, code: string, span: Span): number {
  return rowLineage(world, structure, code, span).length;
}

/**
 * The units that get a row in the period `span`. DESCENDANTS leaves out the unit itself; LEVEL is absolute. As reported,
 * whoever is chosen by place or class must have been open on some day of the period to have had one then.
 */
export function selectUnits(
  world: World,
  structure: Structure,
  selection: UnitSelection,
  span: Span,
): string[] {
  const isByState = 'under' in selection || selection.kinds !== undefined || selection.sectors !== undefined;
  return candidates(world, structure, selection, span).filter((code) => {
    const unit = unitOf(world, code);
    const state = placementAt(unit, rowDate(structure, unit, span));
    return (
      (structure.date !== null || !isByState || isOpenDuring(unit, span)) &&
      isAmong(state.kind, selection.kinds) &&
      isAmong(state.sector, selection.sectors)
    );
  });
}

/** Rules 8 and 11: an unknown unit, or one merged by the structure's date, cannot be asked for. */
export function refuseUnits(world: World, structure: Structure, selection: UnitSelection): void {
  const asked = 'codes' in selection ? selection.codes : [selection.under];
  for (const code of asked) {
    const unit = world.units.find((known) => known.code === code);
    if (unit === undefined) throw new Refusal('UNKNOWN_CODE', `no unit has the code ${code}`);
    if (structure.date !== null && isMerged(unit, structure.date)) {
      throw new Refusal('UNIT_MERGED', `${code} was merged into ${unit.mergedInto} on ${unit.closedOn}`);
    }
  }
}

function candidates(world: World, structure: Structure, selection: UnitSelection, span: Span): string[] {
  if ('codes' in selection) return [...selection.codes];
  const { under } = selection;
  const rows = world.units
    .filter((unit) => structure.date === null || !isMerged(unit, structure.date))
    .map((unit) => unit.code);
  const below = rows.filter((code) => rowLineage(world, structure, code, span).includes(under));
  switch (selection.relation) {
    case 'SELF':
      return [under];
    case 'CHILDREN':
      return below.filter((code) => parentOf(world, structure, code, span) === under);
    case 'DESCENDANTS':
      return below.filter((code) => code !== under);
    case 'LEVEL':
      return below.filter((code) => levelOf(world, structure, code, span) === selection.level);
  }
}

export function isAmong(value: string | null, allowed: readonly string[] | undefined): boolean {
  return allowed === undefined || (value !== null && allowed.includes(value));
}
