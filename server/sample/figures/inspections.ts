import { lastDayOf, parsePeriod, shiftSpan } from '../../period/period';
import { apportion } from '../apportion';
import { BLOC } from '../found-units';
import { noise } from '../noise';
import type { SampleTree } from '../tree';
import type { SampleObservation } from '../unit';

/** From the first quarter of 2017 on: people inspected by the bloc, and turns by its organisations. */
const quarters: [byBloc: number, byUnits: number][] = [
  [2, 40],
  [3, 52],
  [3, 44],
  [2, 36],
  [3, 42],
  [4, 55],
  [2, 50],
  [3, 38],
  [4, 48],
  [3, 57],
  [3, 52],
  [2, 41],
  [1, 30],
  [3, 45],
  [4, 56],
  [3, 50],
  [3, 49],
  [4, 58],
  [3, 51],
  [3, 47],
  [4, 46],
  [3, 54],
];

/** The bloc reports what its own Standing Committee did; the organisations below it report theirs. */
export function reportInspections(tree: SampleTree): SampleObservation[] {
  return quarters.flatMap(([byBloc, byUnits], index) => {
    const period = shiftSpan(parsePeriod('2017-Q1'), index);
    const units = tree.childrenOn(BLOC, lastDayOf(period));
    const turns = apportion(
      byUnits,
      units.map((unit) => Math.sqrt(unit.size) * (0.2 + noise(`inspected ${unit.code} ${period.start}`))),
    );
    return [
      { indicator: 'inspected_by_bloc', unit: BLOC, period, member: null, value: byBloc },
      ...units.map((unit, at) => ({
        indicator: 'inspected_by_units',
        unit: unit.code,
        period,
        member: null,
        value: turns[at] ?? 0,
      })),
    ];
  });
}
