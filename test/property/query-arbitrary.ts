/** Random questions to a world, most of them with an answer, some refused. */

import fc from 'fast-check';
import { addDays, type IsoDate, MONTHS_IN, type PeriodType, periodCode, spanOf } from '../reference/calendar';
import type {
  AnalyticsQuery,
  ComparisonWith,
  Grouping,
  PeriodSelection,
  UnitSelection,
} from '../reference/query';
import { ownPeriodType } from '../reference/row-periods';
import { type Indicator, isComputed, isMerged, type World } from '../reference/world';
import { choice, dateArbitrary, KINDS, SECTORS } from './act-arbitrary';
import { pick } from './organisation';
import { PERIOD_TYPES } from './world-arbitrary';

const GROUPINGS: readonly (readonly Grouping[])[] = [
  ['INDICATOR', 'UNIT', 'PERIOD'],
  ['INDICATOR', 'UNIT'],
  ['INDICATOR', 'PERIOD'],
  ['INDICATOR'],
  ['INDICATOR', 'UNIT', 'PERIOD', 'KIND'],
  ['INDICATOR', 'UNIT', 'PERIOD', 'SECTOR'],
  ['INDICATOR', 'UNIT', 'PERIOD', 'MEMBER'],
  ['INDICATOR', 'PERIOD', 'KIND', 'SECTOR'],
  ['INDICATOR', 'UNIT', 'MEMBER', 'SECTOR'],
  ['INDICATOR', 'KIND'],
  ['INDICATOR', 'PERIOD', 'MEMBER'],
];

/** Those that the API has names for. */
const RELATIVE_PERIODS: Readonly<Record<PeriodType, readonly string[]>> = {
  MONTH: ['LAST_MONTH', 'LAST_3_MONTHS', 'LAST_6_MONTHS', 'LAST_12_MONTHS'],
  QUARTER: ['LAST_QUARTER', 'LAST_4_QUARTERS', 'LAST_8_QUARTERS'],
  HALF_YEAR: ['LAST_HALF_YEAR', 'LAST_2_HALF_YEARS', 'LAST_4_HALF_YEARS'],
  YEAR: ['LAST_YEAR', 'LAST_2_YEARS', 'LAST_3_YEARS'],
};

/** One time in so many; otherwise, and when it shrinks, undefined. */
const onceIn = <T>(times: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: times - 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary },
  );

/** A question as choices, which pick from what a world has; it shrinks to the plainest question. */
const choicesArbitrary = fc.record({
  indicators: fc.array(choice, { minLength: 1, maxLength: 2 }),
  groupBy: fc.constantFrom(...GROUPINGS),
  structure: fc.constantFrom('CURRENT' as const, 'AS_REPORTED' as const, 'AS_OF' as const),
  structureDate: dateArbitrary,
  units: fc.record({
    how: fc.constantFrom('CODES', 'CODES', 'CODES', 'SELF', 'CHILDREN', 'CHILDREN', 'DESCENDANTS', 'LEVEL'),
    chosen: fc.array(choice, { minLength: 1, maxLength: 6, size: 'max' }),
    level: fc.integer({ min: 1, max: 3 }),
    /** now and then a unit that was merged, to be refused */
    mayBeMerged: onceIn(10, fc.constant(true)),
    kinds: onceIn(8, fc.constantFrom(...KINDS)),
    sectors: onceIn(8, fc.constantFrom(...SECTORS)),
  }),
  periods: fc.record({
    how: fc.constantFrom('CODES', 'RANGE', 'RELATIVE'),
    /** how much coarser than the base */
    coarser: fc.constantFrom(0, 0, 1, 1, 2, 3),
    /** now and then finer than the base, to be refused */
    isTooFine: onceIn(15, fc.constant(true)),
    first: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 10, max: 30 }) },
      { weight: 1, arbitrary: fc.nat({ max: 47 }) },
    ),
    count: fc.integer({ min: 1, max: 7 }),
    on: dateArbitrary.map((date) => addDays(date, 300)),
  }),
  where: fc.record({
    kinds: onceIn(9, fc.subarray(KINDS, { minLength: 1 })),
    sectors: onceIn(9, fc.subarray(SECTORS, { minLength: 1 })),
    member: onceIn(6, choice),
  }),
  fill: onceIn(3, fc.constantFrom('CARRY_FORWARD' as const, 'NONE' as const)),
  compareTo: onceIn(
    3,
    fc.constantFrom(
      'PREVIOUS_PERIOD' as const,
      'SAME_PERIOD_LAST_YEAR' as const,
      'BASELINE' as const,
      'TARGET' as const,
    ),
  ),
  baseline: fc.nat({ max: 47 }),
  window: onceIn(6, fc.constantFrom({ rolling: 2 }, { rolling: 3 }, { yearToDate: true as const })),
  having: onceIn(8, fc.constantFrom({ gte: '0' }, { lte: '5' }, { isNull: true }, { isNull: false })),
  includeEmpty: fc.boolean(),
});

type Choices = typeof choicesArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** A world, its today, and questions to it, in one arbitrary that shrinks as a whole. */
export interface Scenario {
  readonly world: World;
  readonly today: IsoDate;
  readonly queries: readonly AnalyticsQuery[];
}

export function scenarioArbitrary(world: fc.Arbitrary<World>, queries: number): fc.Arbitrary<Scenario> {
  return fc
    .record({
      world,
      today: dateArbitrary,
      choices: fc.array(choicesArbitrary, { minLength: 1, maxLength: queries, size: 'max' }),
    })
    .map(({ world, today, choices }) => ({
      world,
      today,
      queries: choices.map((ofQuery) => queryOf(world, today, ofQuery)),
    }));
}

function queryOf(world: World, today: IsoDate, choices: Choices): AnalyticsQuery {
  const byMember = choices.groupBy.includes('MEMBER');
  const indicators = indicatorsOf(world, choices, byMember);
  const [first] = indicators;
  const breakdown = first === undefined || isComputed(first) ? undefined : first.dimension;
  const isBrokenDown = byMember && breakdown !== undefined;
  const groupBy = choices.groupBy.filter((grouping) => grouping !== 'MEMBER' || isBrokenDown);
  const date = choices.structure === 'AS_OF' ? choices.structureDate : today;
  const granularity = granularityOf(world, indicators, choices);
  return {
    indicators: indicators.map(({ code }) => code),
    units: unitsOf(world, choices, choices.structure === 'AS_REPORTED' ? null : date),
    ...periodsAsked(world, indicators, choices, granularity),
    groupBy,
    ...(isBrokenDown && breakdown !== undefined && { breakdown }),
    ...whereOf(world, indicators, choices),
    structure: choices.structure,
    ...(choices.structure === 'AS_OF' && { structureDate: choices.structureDate }),
    ...(choices.fill !== undefined && { fill: choices.fill }),
    ...(choices.compareTo !== undefined && { compareTo: comparisonOf(choices, granularity) }),
    ...(choices.window !== undefined && groupBy.includes('PERIOD') && { window: choices.window }),
    ...(choices.having !== undefined && { having: choices.having }),
    ...(choices.includeEmpty && { includeEmpty: true }),
  };
}

/** Broken down by member: one indicator that has a dimension, if there is any. */
function indicatorsOf(world: World, choices: Choices, byMember: boolean): Indicator[] {
  const all = world.indicators;
  const broken = all.filter((indicator) => 'dimension' in indicator);
  if (byMember && broken.length > 0) return [pick(broken, choices.indicators[0] ?? 0)].filter(isDefined);
  return [...new Set(choices.indicators.map((index) => pick(all, index)))].filter(isDefined);
}

function unitsOf(
  world: World,
  { units: { how, chosen, level, mayBeMerged, kinds, sectors } }: Choices,
  date: IsoDate | null,
): UnitSelection {
  const allowed = world.units.filter(
    (unit) => mayBeMerged === true || date === null || !isMerged(unit, date),
  );
  const codes = [...new Set(chosen.map((index) => pick(allowed, index)?.code))].filter(isDefined);
  const narrowing = {
    ...(kinds !== undefined && { kinds: [kinds] }),
    ...(sectors !== undefined && { sectors: [sectors] }),
  };
  // Whoever was a parent at any time, unless the unit alone is asked for: a leaf has no children to give rows to.
  const parents = allowed.filter(({ code }) =>
    world.units.some(({ placements }) => placements.some(({ parent }) => parent === code)),
  );
  const asked = how === 'SELF' || parents.length === 0 ? allowed : parents;
  const under = pick(asked, chosen[0] ?? 0)?.code ?? 'U1';
  switch (how) {
    case 'SELF':
    case 'CHILDREN':
    case 'DESCENDANTS':
      return { under, relation: how, ...narrowing };
    case 'LEVEL':
      return { under, relation: how, level, ...narrowing };
    default:
      return { codes, ...narrowing };
  }
}

/** A type that is not finer than the base of any of the indicators. */
function granularityOf(world: World, indicators: readonly Indicator[], { periods }: Choices): PeriodType {
  const bases = indicators.map((indicator) => PERIOD_TYPES.indexOf(ownPeriodType(world, indicator)));
  const index = periods.isTooFine
    ? 0
    : Math.min(Math.max(...bases) + periods.coarser, PERIOD_TYPES.length - 1);
  return PERIOD_TYPES[index] ?? 'YEAR';
}

/** From 2019 to 2022: the two years of the reports and one on each side. */
function periodsAsked(
  world: World,
  indicators: readonly Indicator[],
  { periods: { how, first, count, on, coarser } }: Choices,
  granularity: PeriodType,
): { periods: PeriodSelection; granularity?: PeriodType } {
  const codes = Array.from({ length: count }, (_, index) => periodNumber(granularity, first, index));
  const alike = new Set(indicators.map((indicator) => ownPeriodType(world, indicator))).size === 1;
  const cut = coarser === 0 && alike ? {} : { granularity };
  switch (how) {
    case 'RANGE':
      return { periods: { from: codes[0] ?? '2020', to: codes.at(-1) ?? '2020' }, ...cut };
    case 'RELATIVE':
      return { periods: { relative: pick(RELATIVE_PERIODS[granularity], count) ?? 'LAST_YEAR', on }, ...cut };
    default:
      return { periods: { codes } };
  }
}

function periodNumber(type: PeriodType, first: number, index: number): string {
  const { start } = spanOf('2019');
  const months = MONTHS_IN[type];
  return periodCode(type, start + (Math.floor(first / months) + index) * months);
}

function whereOf(
  world: World,
  indicators: readonly Indicator[],
  { where: { kinds, sectors, member } }: Choices,
): Pick<AnalyticsQuery, 'where'> {
  const [only] = indicators;
  const dimension =
    indicators.length === 1 && only !== undefined && 'dimension' in only ? only.dimension : undefined;
  const members = world.dimensions.find(({ code }) => code === dimension)?.members ?? [];
  const chosen = member === undefined ? undefined : pick(members, member);
  const where = {
    ...(kinds !== undefined && { kinds }),
    ...(sectors !== undefined && { sectors }),
    ...(chosen !== undefined && { members: [chosen] }),
  };
  return Object.keys(where).length === 0 ? {} : { where };
}

function comparisonOf({ compareTo, baseline }: Choices, granularity: PeriodType): ComparisonWith {
  if (compareTo === 'BASELINE') return { with: compareTo, period: periodNumber(granularity, baseline, 0) };
  return { with: compareTo ?? 'PREVIOUS_PERIOD' };
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
