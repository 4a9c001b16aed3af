import { reportClasses } from './figures/classes';
import { reportClassification } from './figures/classification';
import { reportInspections } from './figures/inspections';
import { reportMembers } from './figures/members';
import { reportStudy } from './figures/study';
import { foundUnits } from './found-units';
import { applyHistory } from './history';
import { SampleTree } from './tree';
import type { SampleChange, SampleObservation, SampleUnit } from './unit';

export interface Sample {
  units: SampleUnit[];
  changes: SampleChange[];
  observations: SampleObservation[];
}

/** The whole sample, always the same to the last digit. docs/sample.md tells what is in it and why. */
export function generateSample(): Sample {
  const { units, changes } = applyHistory(foundUnits());
  const tree = new SampleTree(units);
  const members = reportMembers(tree);
  const observations = [
    ...members,
    ...reportClassification(members),
    ...reportStudy(members),
    ...reportClasses(tree),
    ...reportInspections(tree),
  ];
  return { units, changes, observations };
}
