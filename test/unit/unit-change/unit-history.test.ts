import fc from 'fast-check';
import {
  type Attribute,
  changeFrom,
  type DatedState,
  type UnitLife,
  type UnitState,
} from '../../../server/unit-change/unit-history';

interface Entry {
  on: string;
  change: Partial<UnitState>;
}

const first: UnitState = { name: 'A', nameEn: null, parentId: 1, kindId: null, sectorId: null };
const born: UnitLife = {
  openedOn: '2010-01-01',
  closedOn: '2030-01-01',
  successorId: null,
  states: [{ from: '2010-01-01', to: '2030-01-01', ...first }],
};

const entryArbitrary: fc.Arbitrary<Entry> = fc.record({
  on: fc.integer({ min: 2010, max: 2017 }).map((year) => `${year}-01-01`),
  change: fc.oneof(
    fc.record({ name: fc.constantFrom('A', 'B', 'C') }),
    fc.record({ parentId: fc.constantFrom(1, 2, 3, null) }),
    fc.record({ kindId: fc.constantFrom(1, 2, null) }),
    fc.record({ kindId: fc.constantFrom(1, 2, null), sectorId: fc.constantFrom(5, null) }),
  ),
});

/** Enters acts one after the other, in whatever order their dates are. */
function enter(entries: readonly Entry[]): UnitLife {
  return entries.reduce((life, { on, change }, index) => {
    const onRecord = entries.slice(0, index).map((entry) => ({
      on: entry.on,
      sets: Object.keys(entry.change) as Attribute[],
    }));
    return changeFrom(life, on, change, onRecord);
  }, born);
}

/** What holds in each year when the acts are done in the order of their dates, those of one day as entered. */
function inOrder(entries: readonly Entry[]): UnitState[] {
  const byDate = entries.toSorted((a, b) => a.on.localeCompare(b.on));
  return years.map((day) => {
    const done = byDate.filter(({ on }) => on <= day);
    return Object.assign({ ...first }, ...done.map(({ change }) => change));
  });
}

const years = Array.from({ length: 20 }, (_, index) => `${2010 + index}-06-01`);

function inForce({ states }: UnitLife): UnitState[] {
  return years.map((day) => {
    const { from: _, to: __, ...state } = states.findLast(({ from }) => from <= day) as DatedState;
    return state;
  });
}

describe('acts entered in any order', () => {
  it('make the history that they make in the order of their dates', () => {
    fc.assert(
      fc.property(fc.array(entryArbitrary, { maxLength: 8 }), (entries) => {
        expect(inForce(enter(entries))).toEqual(inOrder(entries));
      }),
      { numRuns: 2_000, seed: 11 },
    );
  });

  it('leave no gap, no overlap and no two states alike in a row', () => {
    fc.assert(
      fc.property(fc.array(entryArbitrary, { maxLength: 8 }), (entries) => {
        const { states } = enter(entries);
        expect(states[0]?.from).toBe(born.openedOn);
        expect(states.map(({ to }) => to)).toEqual([
          ...states.slice(1).map(({ from }) => from),
          born.closedOn,
        ]);
        const bare = states.map((state) => JSON.stringify({ ...state, from: '', to: '' }));
        expect(bare.filter((state, index) => state === bare[index - 1])).toEqual([]);
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});
