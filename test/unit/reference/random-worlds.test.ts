import fc from 'fast-check';
import { dateArbitrary } from '../../property/act-arbitrary';
import { scenarioArbitrary } from '../../property/query-arbitrary';
import { worldArbitrary } from '../../property/world-arbitrary';
import { answer } from '../../reference/answer';
import type { IsoDate } from '../../reference/calendar';
import { datesOf, faultsOf } from '../../reference/faults';
import { Refusal, type Row } from '../../reference/query';
import { add, decimal, type Rational, sum, toDecimal } from '../../reference/rational';
import { lineage, standsUnder } from '../../reference/structure';
import { isMerged, type World } from '../../reference/world';

// Each property takes a second on a free machine.
jest.setTimeout(60_000);

const runs = { numRuns: 200, seed: 20260217 };

function total(rows: readonly Row[]): string {
  return toDecimal(sum(rows.map(({ value }) => decimal(value ?? '0'))));
}

/** The reports of the unit itself and of all that were merged into it by the date. */
function ownReports(world: World, unit: string, date: IsoDate, indicator: string): Rational {
  const own = world.observations.filter((report) => report.unit === unit && report.indicator === indicator);
  const merged = world.units.filter(
    (other) => isMerged(other, date) && standsUnder(world, other.code, date) === unit,
  );
  return add(
    sum(own.map(({ value }) => decimal(value))),
    sum(merged.map(({ code }) => ownReports(world, code, date, indicator))),
  );
}

describe('random worlds', () => {
  it('could all have been', () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        expect(faultsOf(world)).toEqual([]);
      }),
      { ...runs, numRuns: 1000 },
    );
  });

  it('have a tree on every date, of open, closed, merged and later opened units together', () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        for (const date of datesOf(world)) {
          for (const { code } of world.units) expect(lineage(world, code, date)[0]).toBe(code);
        }
      }),
      runs,
    );
  });

  it('are asked questions that are answered, empty and refused, two in five with rows', () => {
    const found = { rows: 0, none: 0, refused: 0 };
    fc.assert(
      fc.property(scenarioArbitrary(worldArbitrary, 8), ({ world, today, queries }) => {
        for (const query of queries) {
          try {
            found[answer(world, query, today).length > 0 ? 'rows' : 'none'] += 1;
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
            found.refused += 1;
          }
        }
      }),
      runs,
    );
    expect(found.rows / (found.rows + found.none + found.refused)).toBeGreaterThan(0.4);
    expect(found.refused).toBeGreaterThan(20);
  });
});

describe('nothing is lost (rule 8): for flows that sum over units', () => {
  const flows = worldArbitrary.map((world) => ({
    ...world,
    indicators: world.indicators.map((indicator) =>
      'formula' in indicator
        ? indicator
        : { ...indicator, unitAggregation: 'SUM' as const, periodAggregation: 'SUM' as const },
    ),
  }));
  const everything = { indicators: ['r1'], periods: { from: '2020', to: '2021' } } as const;

  it("a unit's value is its own reports and its children's values, in the tree of every date", () => {
    fc.assert(
      fc.property(flows, dateArbitrary, (world, date) => {
        for (const { code } of world.units.filter((unit) => !isMerged(unit, date))) {
          const ofUnits = { ...everything, groupBy: ['UNIT' as const] };
          const value = answer(world, { ...ofUnits, units: { codes: [code] } }, date);
          const children = answer(world, { ...ofUnits, units: { under: code, relation: 'CHILDREN' } }, date);
          expect(total(value)).toBe(
            toDecimal(add(ownReports(world, code, date, 'r1'), decimal(total(children)))),
          );
        }
      }),
      runs,
    );
  });

  it.each(['CURRENT', 'AS_REPORTED'] as const)('the roots together have all there is, %s', (structure) => {
    fc.assert(
      fc.property(flows, dateArbitrary, (world, date) => {
        const units = { codes: world.units.filter((unit) => !isMerged(unit, date)).map(({ code }) => code) };
        const codes = structure === 'CURRENT' ? units : { codes: world.units.map(({ code }) => code) };
        const rows = answer(world, { ...everything, groupBy: [], structure, units: codes }, date);
        const all = world.observations.filter(({ indicator }) => indicator === 'r1');
        expect(total(rows)).toBe(toDecimal(sum(all.map(({ value }) => decimal(value)))));
      }),
      runs,
    );
  });

  it.each(['KIND', 'SECTOR'] as const)('the rows of each %s add up to the total', (grouping) => {
    fc.assert(
      fc.property(flows, dateArbitrary, (world, date) => {
        const units = { codes: world.units.filter((unit) => !isMerged(unit, date)).map(({ code }) => code) };
        const whole = answer(world, { ...everything, groupBy: [], units }, date);
        expect(total(answer(world, { ...everything, groupBy: [grouping], units }, date))).toBe(total(whole));
      }),
      runs,
    );
  });
});
