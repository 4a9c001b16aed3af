import { parsePeriod } from '../../period/period';
import { apportion } from '../apportion';
import { noise } from '../noise';
import type { SampleObservation } from '../unit';
import { membersAt } from './members';

/** Sessions in which resolutions were studied, and the part of the members who could not come, by half-year. */
const halves: [code: string, lastMonth: string, sessions: number, absent: number][] = [
  ['2017-H1', '2017-06', 2, 0.019],
  ['2017-H2', '2017-12', 1, 0.018],
  ['2018-H1', '2018-06', 2, 0.017],
  ['2018-H2', '2018-12', 2, 0.019],
  ['2019-H1', '2019-06', 1, 0.016],
  ['2019-H2', '2019-12', 2, 0.015],
  ['2020-H1', '2020-06', 1, 0.021],
  ['2020-H2', '2020-12', 2, 0.017],
  ['2021-H1', '2021-06', 3, 0.014],
  ['2021-H2', '2021-12', 2, 0.016],
  ['2022-H1', '2022-06', 2, 0.013],
];

/** Who was called to the sessions and who came. */
export function reportStudy(members: readonly SampleObservation[]): SampleObservation[] {
  return halves.flatMap(([code, lastMonth, sessions, absent]) => {
    const period = parsePeriod(code);
    const eligible = [...membersAt(lastMonth, members)]
      .filter(([, count]) => count > 0)
      .map(([unit, count]) => ({ unit, count: count * sessions }));
    const total = eligible.reduce((sum, { count }) => sum + count, 0);
    const missing = apportion(
      Math.round(total * absent),
      eligible.map(({ unit, count }) => count * (0.2 + noise(`absent ${unit} ${code}`))),
    );
    return eligible.flatMap(({ unit, count }, index) => [
      { indicator: 'study_eligible', unit, period, member: null, value: count },
      { indicator: 'study_participants', unit, period, member: null, value: count - (missing[index] ?? 0) },
    ]);
  });
}
