import { lastDayOf, parsePeriod, type Span, shiftSpan } from '../../period/period';
import { apportion } from '../apportion';
import { BLOC } from '../found-units';
import { noise } from '../noise';
import type { SampleTree } from '../tree';
import type { SampleObservation } from '../unit';

interface Courses {
  /** Codes of indicators begin with it. */
  theme: string;
  firstPeriod: string;
  /** Classes and learners of each period, from the first one on. */
  held: [classes: number, learners: number][];
  /** Organisations that held one of the classes of a period themselves; all others were held by the bloc. */
  heldBy: Record<string, string>;
}

const courses: Courses[] = [
  {
    theme: 'awareness',
    firstPeriod: '2017-H1',
    held: [
      [1, 70],
      [2, 135],
      [1, 68],
      [1, 72],
      [2, 131],
      [1, 66],
      [2, 140],
      [1, 64],
      [2, 138],
      [1, 73],
      [2, 140],
    ],
    heldBy: { '2017-H2': 'SN-BVDK', '2019-H1': 'CQ-CTHU', '2020-H1': 'DN-DLUC', '2022-H1': 'CQ-SNNP' },
  },
  {
    theme: 'new_member',
    firstPeriod: '2017-H1',
    held: [
      [1, 62],
      [1, 70],
      [1, 65],
      [1, 60],
      [2, 130],
      [1, 72],
      [1, 58],
      [1, 66],
      [1, 71],
      [1, 74],
      [2, 140],
    ],
    heldBy: { '2019-H1': 'SN-BVDK', '2022-H1': 'CQ-CTHU' },
  },
  {
    theme: 'intermediate',
    firstPeriod: '2017',
    held: [
      [2, 110],
      [2, 112],
      [2, 105],
      [2, 108],
      [2, 104],
      [1, 60],
    ],
    heldBy: { '2018': 'SN-TCTR', '2020': 'SN-TCTR' },
  },
];

/** Classes, reported by who held them; learners, by the organisations that sent them. */
export function reportClasses(tree: SampleTree): SampleObservation[] {
  return courses.flatMap((course) => {
    const first = parsePeriod(course.firstPeriod);
    const heldBy = new Map(
      Object.entries(course.heldBy).map(([period, unit]) => [parsePeriod(period).start, unit]),
    );
    return course.held.flatMap(([classes, learners], index) => {
      const period = shiftSpan(first, index);
      const organisation = heldBy.get(period.start);
      const held = (unit: string, value: number) => ({
        indicator: `${course.theme}_classes`,
        unit,
        period,
        member: null,
        value,
      });
      return [
        held(BLOC, organisation ? classes - 1 : classes),
        ...(organisation ? [held(organisation, 1)] : []),
        ...reportLearners(tree, course.theme, period, learners),
      ];
    });
  });
}

function reportLearners(
  tree: SampleTree,
  theme: string,
  period: Span,
  learners: number,
): SampleObservation[] {
  const units = tree.childrenOn(BLOC, lastDayOf(period));
  const sent = apportion(
    learners,
    units.map((unit) => unit.size * (0.2 + noise(`${theme} ${unit.code} ${period.start}`))),
  );
  return units.map((unit, index) => ({
    indicator: `${theme}_learners`,
    unit: unit.code,
    period,
    member: null,
    value: sent[index] ?? 0,
  }));
}
