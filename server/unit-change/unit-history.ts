import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../errors';

/** What a unit is and where it stands. */
export interface UnitState {
  name: string;
  nameEn: string | null;
  parentId: number | null;
  kindId: number | null;
  sectorId: number | null;
}

export type Attribute = keyof UnitState;

export interface DatedState extends UnitState {
  from: string;
  /** The first day of the next state; null while it lasts. */
  to: string | null;
}

/** The life of a unit and all its states; they cover it without gap or overlap. */
export interface UnitLife {
  openedOn: string;
  closedOn: string | null;
  successorId: number | null;
  states: DatedState[];
}

/** A day on which an act on record set some attributes, to whatever value. */
export interface RecordedAct {
  on: string;
  sets: Attribute[];
}

/** A unit as acts deal with it. */
export interface HistoricUnit {
  id: number;
  code: string;
  version: number;
  life: UnitLife;
  laterActs: RecordedAct[];
}

export function isOpenOn({ openedOn, closedOn }: UnitLife, day: string): boolean {
  return openedOn <= day && (closedOn === null || day < closedOn);
}

/** The field is the one of the input that names the unit. */
export function refuseUnlessOpen({ code, life }: HistoricUnit, day: string, field: string): void {
  if (isOpenOn(life, day)) return;
  throw new AppError('UNIT_NOT_OPEN', { unit: code, when: `on ${day}` }).at(field);
}

/** The state on a day on which the unit is open. */
export function stateOn({ states }: UnitLife, day: string): DatedState {
  const state = states.findLast(({ from }) => from <= day);
  if (!state) throw new Error(`There is no state on ${day}.`);
  return state;
}

/** The state in the tree of any day: before the unit opens its first, after it closes its last. */
export function stateAround({ states }: UnitLife, day: string): DatedState {
  return states.findLast(({ from }) => from <= day) ?? (states[0] as DatedState);
}

/**
 * The life with other attributes from a day on. Each of them holds until the next day on which that same attribute
 * changed, or was set by an act on record; whatever else changes later stays as it is.
 *
 * @example
 * // Renamed in 2022; the move of 2020 that is entered now holds in both states:
 * changeFrom(life, '2020-01-01', { parentId: 7 }, [])
 */
export function changeFrom(
  life: UnitLife,
  day: string,
  change: Partial<UnitState>,
  laterActs: readonly RecordedAct[],
): UnitLife {
  const attributes = Object.keys(change) as Attribute[];
  const until = new Map(
    attributes.map((attribute) => [attribute, nextChange(life, day, attribute, laterActs)]),
  );
  const states = cutAt(life.states, [day, ...until.values()]).map((state) => {
    const inForce = attributes.filter(
      (attribute) => state.from >= day && state.from < (until.get(attribute) ?? '9'),
    );
    return { ...state, ...Object.fromEntries(inForce.map((attribute) => [attribute, change[attribute]])) };
  });
  return { ...life, states: joinAlike(states) };
}

/** The life of an open unit ended on a day; what would have begun on that very day never comes to be. */
export function endOn({ code, life }: HistoricUnit, day: string, successorId: number | null): UnitLife {
  const refuse = (problem: string) => {
    throw new AppError('ACT_INVALID', {
      problem,
      allowed: 'Choose another date, or undo first what was entered for later.',
    }).at('effectiveOn');
  };
  if (life.openedOn === day) refuse(`unit ${code} opens on ${day} and cannot end on the same day`);
  if (life.closedOn !== null) refuse(`unit ${code} closes on ${life.closedOn} already`);
  const later = life.states.find(({ from }) => from > day);
  if (later) refuse(`unit ${code} changes later, on ${later.from}`);

  const states = life.states.filter(({ from }) => from < day);
  const last = states.at(-1) as DatedState;
  return { ...life, closedOn: day, successorId, states: [...states.slice(0, -1), { ...last, to: day }] };
}

function nextChange(
  { states }: UnitLife,
  day: string,
  attribute: Attribute,
  laterActs: readonly RecordedAct[],
): string | null {
  const changed = states.filter(
    (state, index) => state.from > day && state[attribute] !== states[index - 1]?.[attribute],
  );
  const set = laterActs.filter(({ on, sets }) => on > day && sets.includes(attribute));
  return [...changed.map(({ from }) => from), ...set.map(({ on }) => on)].sort()[0] ?? null;
}

function cutAt(states: readonly DatedState[], days: (string | null)[]): DatedState[] {
  return states.flatMap((state) => {
    const inside = days.filter(
      (day): day is string => day !== null && day > state.from && (state.to === null || day < state.to),
    );
    const starts = [state.from, ...[...new Set(inside)].sort()];
    return starts.map((from, index) => ({ ...state, from, to: starts[index + 1] ?? state.to }));
  });
}

function joinAlike(states: readonly DatedState[]): DatedState[] {
  const joined: DatedState[] = [];
  for (const state of states) {
    const before = joined.at(-1);
    if (before && isDeepStrictEqual({ ...before, from: '', to: '' }, { ...state, from: '', to: '' })) {
      joined.splice(-1, 1, { ...before, to: state.to });
    } else joined.push(state);
  }
  return joined;
}
