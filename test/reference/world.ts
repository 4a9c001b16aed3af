/** A world is everything the analytics may look at, as plain data, with no database behind it. */

import { addDays, firstDay, type IsoDate, lastDay, type PeriodType, type Span } from './calendar';

/** What a unit was from a day until the day before another; `to` is null while it lasts. */
export interface Placement {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly parent: string | null;
  readonly kind: string | null;
  readonly sector: string | null;
  readonly name: string;
}

export interface Unit {
  readonly code: string;
  readonly openedOn: IsoDate;
  /** the first day on which the unit is no longer open */
  readonly closedOn?: IsoDate;
  /** the successor, when a merge closed the unit */
  readonly mergedInto?: string;
  /** cover [openedOn, closedOn) in order, without gap or overlap */
  readonly placements: readonly Placement[];
}

export type UnitAggregation = 'SUM' | 'AVERAGE' | 'MIN' | 'MAX' | 'NONE';
export type PeriodAggregation = 'SUM' | 'LAST' | 'AVERAGE' | 'MIN' | 'MAX' | 'NONE';
export type Fill = 'CARRY_FORWARD' | 'NONE';

export interface ReportedIndicator {
  readonly code: string;
  readonly periodType: PeriodType;
  readonly unitAggregation: UnitAggregation;
  readonly periodAggregation: PeriodAggregation;
  readonly dimension?: string;
  /** whether an older stock stands, unless the query says otherwise */
  readonly fill: Fill;
}

export interface ComputedIndicator {
  readonly code: string;
  readonly formula: string;
}

export type Indicator = ReportedIndicator | ComputedIndicator;

export interface Dimension {
  readonly code: string;
  /** always with `unspecified` */
  readonly members: readonly string[];
}

export interface Observation {
  readonly unit: string;
  readonly indicator: string;
  readonly period: string;
  /** null when the indicator has no dimension */
  readonly member: string | null;
  readonly value: string;
}

export interface Target {
  readonly unit: string;
  readonly indicator: string;
  readonly period: string;
  readonly value: string;
}

export interface World {
  readonly kinds: readonly string[];
  readonly sectors: readonly string[];
  readonly units: readonly Unit[];
  readonly dimensions: readonly Dimension[];
  readonly indicators: readonly Indicator[];
  readonly observations: readonly Observation[];
  readonly targets?: readonly Target[];
}

export function isComputed(indicator: Indicator): indicator is ComputedIndicator {
  return 'formula' in indicator;
}

export function unitOf(world: World, code: string): Unit {
  return found(
    world.units.find((unit) => unit.code === code),
    `unit ${code}`,
  );
}

export function indicatorOf(world: World, code: string): Indicator {
  return found(
    world.indicators.find((indicator) => indicator.code === code),
    `indicator ${code}`,
  );
}

export function isOpen(unit: Unit, date: IsoDate): boolean {
  return unit.openedOn <= date && (unit.closedOn === undefined || date < unit.closedOn);
}

/** Open on some day of the span: only then can a unit report for it. */
export function isOpenDuring({ openedOn, closedOn }: Unit, span: Span): boolean {
  return openedOn <= lastDay(span) && (closedOn === undefined || firstDay(span) < closedOn);
}

/** Rule 8: merged before or on `date`, so that the unit stands in its successor. */
export function isMerged(unit: Unit, date: IsoDate): boolean {
  return unit.mergedInto !== undefined && unit.closedOn !== undefined && unit.closedOn <= date;
}

/** The day of the unit's own life that is nearest to `date`: its first day, its last, or the date itself. */
export function nearestOpenDay(unit: Unit, date: IsoDate): IsoDate {
  if (date < unit.openedOn) return unit.openedOn;
  if (unit.closedOn !== undefined && unit.closedOn <= date) return addDays(unit.closedOn, -1);
  return date;
}

/** The unit's state on `date`: its first before it opens, its last after it has closed. */
export function placementAt(unit: Unit, date: IsoDate): Placement {
  const day = nearestOpenDay(unit, date);
  return found(
    unit.placements.find(({ from, to }) => from <= day && (to === null || day < to)),
    `placement of ${unit.code} on ${day}`,
  );
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the world has no ${what}`);
  return value;
}
