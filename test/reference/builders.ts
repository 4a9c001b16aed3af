/** Small worlds in a few words, for the tests of the reference and for replaying what a property found. */

import { answer } from './answer';
import type { IsoDate } from './calendar';
import type { AnalyticsQuery, Row } from './query';
import type { Observation, Placement, ReportedIndicator, Unit, World } from './world';

/** What a unit is from a day on; what is not named stays as it was. */
export interface Turn {
  readonly on: IsoDate;
  readonly parent?: string | null;
  readonly kind?: string | null;
  readonly sector?: string | null;
}

export interface UnitHistory extends Partial<Turn> {
  readonly turns?: readonly Turn[];
  readonly closedOn?: IsoDate;
  readonly mergedInto?: string;
}

/** `unit('A', 'ROOT', { on: '2021-01-01', turns: [{ on: '2022-07-01', parent: 'B' }] })`; opens in 2010 unless told. */
export function unit(code: string, parent: string | null, history: UnitHistory = {}): Unit {
  const { on = '2010-01-01', kind = null, sector = null, turns = [], closedOn, mergedInto } = history;
  let state = { parent, kind, sector };
  const placements: Placement[] = [{ on, ...state }, ...turns].map((turn, index) => {
    state = { ...state, ...turn };
    const { parent, kind, sector } = state;
    return { from: turn.on, to: turns[index]?.on ?? closedOn ?? null, parent, kind, sector, name: code };
  });
  return {
    code,
    openedOn: on,
    ...(closedOn !== undefined && { closedOn }),
    ...(mergedInto !== undefined && { mergedInto }),
    placements,
  };
}

/** Monthly, summed both ways, without a dimension, unless told. */
export function reported(code: string, rules: Partial<ReportedIndicator> = {}): ReportedIndicator {
  return {
    code,
    periodType: 'MONTH',
    unitAggregation: 'SUM',
    periodAggregation: 'SUM',
    fill: 'CARRY_FORWARD',
    ...rules,
  };
}

/** `reports('A', 'members', { '2020-01': '5', '2020-02': '6' })` */
export function reports(
  unit: string,
  indicator: string,
  values: Readonly<Record<string, string>>,
  member: string | null = null,
): Observation[] {
  return Object.entries(values).map(([period, value]) => ({ unit, indicator, period, member, value }));
}

/** Kinds k1 and k2, sectors s1 and s2, and the dimension `grade` (good, poor, unspecified) are always there. */
export function worldOf(parts: Pick<World, 'units' | 'indicators' | 'observations'> & Partial<World>): World {
  return {
    kinds: ['k1', 'k2'],
    sectors: ['s1', 's2'],
    dimensions: [{ code: 'grade', members: ['good', 'poor', 'unspecified'] }],
    ...parts,
  };
}

/** An answer in a line a row: `A 2020 k1: 12`, with `-` for a class that is null and `null` for what is not reported. */
export function said(world: World, query: AnalyticsQuery, today: IsoDate = '2030-01-01'): string[] {
  return answer(world, query, today).map((row) => `${keysOf(row).join(' ')}: ${row.value}`);
}

function keysOf({ indicator, unit, period, kind, sector, member }: Row): string[] {
  const keys = [unit, period, kind, sector, member]
    .filter((key) => key !== undefined)
    .map((key) => key ?? '-');
  return keys.length === 0 ? [indicator] : keys;
}
