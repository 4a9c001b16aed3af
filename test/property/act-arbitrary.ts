/** Random acts on the tree, on dates that matter to periods and on dates that do not. */

import fc from 'fast-check';
import { addDays, firstDay, lastDay, periodsOf, spanOf } from '../reference/calendar';
import type { Act, State } from './organisation';

export const KINDS = ['k1', 'k2', 'k3'];
export const SECTORS = ['s1', 's2'];

/** Reports fall into two years, acts into the same and a little after, so that they meet. */
export const YEARS = { start: spanOf('2020').start, months: 24 };

/** Picks one of whatever there is. */
export const choice = fc.nat({ max: 59 });

/** Ends of periods, days around them, and days in the middle of everything. */
export const dateArbitrary: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...periodsOf('QUARTER', YEARS).map((code) => firstDay(spanOf(code)))),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...periodsOf('MONTH', YEARS).map((code) => firstDay(spanOf(code)))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...periodsOf('QUARTER', YEARS).map((code) => lastDay(spanOf(code)))),
  },
  { weight: 2, arbitrary: fc.nat({ max: 800 }).map((days) => addDays('2020-01-01', days)) },
);

const stateArbitrary: fc.Arbitrary<State> = fc.record({
  kind: fc.constantFrom(...KINDS, null),
  sector: fc.constantFrom(...SECTORS, null),
});

/** A unit of the beginning. */
export const openingArbitrary: fc.Arbitrary<Act> = fc.record({
  act: fc.constant('OPEN' as const),
  on: fc.constantFrom('2019-05-17', '2020-01-01'),
  parent: choice,
  state: stateArbitrary,
});

export const actArbitrary: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('OPEN' as const),
      on: dateArbitrary,
      parent: choice,
      state: stateArbitrary,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('RENAME' as const), on: dateArbitrary, unit: choice }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('MOVE' as const),
      on: dateArbitrary,
      unit: choice,
      parent: choice,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('RECLASSIFY' as const),
      on: dateArbitrary,
      unit: choice,
      state: stateArbitrary,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('MERGE' as const),
      on: dateArbitrary,
      units: fc.array(choice, { minLength: 1, maxLength: 2 }),
      successor: choice,
      isNew: fc.boolean(),
      takesChildren: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('SPLIT' as const), on: dateArbitrary, unit: choice }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('CLOSE' as const),
      on: dateArbitrary,
      unit: choice,
      closesChildren: fc.boolean(),
    }),
  },
);
