import { parsePeriod } from '../../period/period';
import { apportion } from '../apportion';
import { noise } from '../noise';
import type { SampleObservation } from '../unit';
import { membersAt } from './members';

interface YearTotals {
  year: string;
  classified: number;
  /** Good or better; by `classified` this gives the published rate to two decimals. */
  goodOrBetter: number;
  excellent: number;
  notCompleted: number;
}

const years: YearTotals[] = [
  { year: '2017', classified: 3586, goodOrBetter: 3463, excellent: 571, notCompleted: 14 },
  { year: '2018', classified: 3714, goodOrBetter: 3610, excellent: 612, notCompleted: 11 },
  { year: '2019', classified: 3808, goodOrBetter: 3642, excellent: 598, notCompleted: 19 },
  { year: '2020', classified: 3932, goodOrBetter: 3862, excellent: 694, notCompleted: 8 },
  { year: '2021', classified: 4034, goodOrBetter: 3917, excellent: 663, notCompleted: 12 },
];

/** Members by grade, at the end of the year; newcomers and the sick are not classified. */
export function reportClassification(members: readonly SampleObservation[]): SampleObservation[] {
  return years.flatMap((totals) => {
    const counts = [...membersAt(`${totals.year}-12`, members)].filter(([, count]) => count > 0);
    const vary = (what: string, least: number, parts: number[]) =>
      parts.map((part, index) => part * (least + noise(`${what} ${counts[index]?.[0]} ${totals.year}`)));

    const classified = apportion(
      totals.classified,
      counts.map(([, count]) => count),
    );
    const below = apportion(totals.classified - totals.goodOrBetter, vary('below', 0.2, classified));
    const notCompleted = apportion(totals.notCompleted, below);
    const goodOrBetter = classified.map((count, index) => count - (below[index] ?? 0));
    const excellent = apportion(totals.excellent, vary('excellent', 0.5, goodOrBetter));

    const period = parsePeriod(totals.year);
    return counts.flatMap(([unit], index) => {
      const at = (parts: number[]) => parts[index] ?? 0;
      const grades = {
        excellent: at(excellent),
        good: at(goodOrBetter) - at(excellent),
        completed: at(below) - at(notCompleted),
        not_completed: at(notCompleted),
      };
      return Object.entries(grades).map(([member, value]) => ({
        indicator: 'classified',
        unit,
        period,
        member,
        value,
      }));
    });
  });
}
