import type { SamplePlacement, SampleUnit } from './unit';

/** The units of the sample as they stand on a day. */
export class SampleTree {
  constructor(readonly units: readonly SampleUnit[]) {}

  /** Open units without units below them: they report what is counted person by person. */
  leavesOn(day: string): SampleUnit[] {
    const parents = new Set(this.openOn(day).map((unit) => placementOn(unit, day)?.parent));
    return this.openOn(day).filter((unit) => !parents.has(unit.code));
  }

  /** Open organisations directly below a unit. */
  childrenOn(parent: string, day: string): SampleUnit[] {
    return this.units.filter((unit) => placementOn(unit, day)?.parent === parent);
  }

  private openOn(day: string): SampleUnit[] {
    return this.units.filter((unit) => placementOn(unit, day));
  }
}

function placementOn(unit: SampleUnit, day: string): SamplePlacement | undefined {
  return unit.placements.find(
    ({ effectiveOn, endedOn }) => effectiveOn <= day && (endedOn === null || day < endedOn),
  );
}
