import { lastDayOf, parsePeriod } from '../../period/period';
import { apportion } from '../apportion';
import { noise } from '../noise';
import type { SampleTree } from '../tree';
import type { SampleObservation, SampleUnit } from '../unit';

/** The bloc's members, of whom probationary: the end of each quarter, and the day of the review. */
const totals: [month: string, members: number, probationary: number][] = [
  ['2016-12', 3571, 158],
  ['2017-03', 3592, 151],
  ['2017-06', 3618, 163],
  ['2017-09', 3641, 176],
  ['2017-12', 3680, 171],
  ['2018-03', 3701, 160],
  ['2018-06', 3729, 169],
  ['2018-09', 3752, 181],
  ['2018-12', 3788, 178],
  ['2019-03', 3807, 165],
  ['2019-06', 3836, 172],
  ['2019-09', 3861, 187],
  ['2019-12', 3902, 183],
  ['2020-03', 3920, 170],
  ['2020-06', 3941, 166],
  ['2020-09', 3968, 179],
  ['2020-12', 4011, 185],
  ['2021-03', 4033, 173],
  ['2021-06', 4058, 180],
  ['2021-09', 4087, 191],
  ['2021-12', 4131, 194],
  ['2022-03', 4158, 182],
  ['2022-06', 4202, 186],
  ['2022-08', 4240, 189],
];

/** Members by status, reported by the units without units below them. */
export function reportMembers(tree: SampleTree): SampleObservation[] {
  let reportedBefore: SampleUnit[] = [];
  return totals.flatMap(([month, members, probationary], index) => {
    const period = parsePeriod(month);
    const units = tree.leavesOn(lastDayOf(period));
    const official = apportion(
      members - probationary,
      units.map((unit) => unit.size * (1 + growthOf(unit) * (index / (totals.length - 1) - 1))),
    );
    const onProbation = apportion(
      probationary,
      units.map((unit) => unit.size * (0.1 + noise(`probation ${unit.code} ${month.slice(0, 4)}`))),
    );
    const report = (unit: SampleUnit, member: string, value: number): SampleObservation => ({
      indicator: 'members',
      unit: unit.code,
      period,
      member,
      value,
    });
    // A unit that got cells below it has none of its own from then on: unsaid, its last figure would stand.
    const emptied = reportedBefore.filter((unit) => unit.closedOn === null && !units.includes(unit));
    reportedBefore = units;
    return [
      ...units.flatMap((unit, at) => [
        report(unit, 'official', official[at] ?? 0),
        report(unit, 'probationary', onProbation[at] ?? 0),
      ]),
      ...emptied.flatMap((unit) => [report(unit, 'official', 0), report(unit, 'probationary', 0)]),
    ];
  });
}

/** By which part of its size a unit grew over the years; a few shrank. */
function growthOf(unit: SampleUnit): number {
  return 0.32 * noise(`growth ${unit.code}`) - 0.03;
}

/** The members of each unit as reported at the end of a month. */
export function membersAt(month: string, members: readonly SampleObservation[]): Map<string, number> {
  const { start } = parsePeriod(month);
  const byUnit = new Map<string, number>();
  for (const { unit, period, value } of members) {
    if (period.start === start) byUnit.set(unit, (byUnit.get(unit) ?? 0) + value);
  }
  return byUnit;
}
