import { Direction } from '../../schema/indicator/aggregation.enum';
import type { Target } from '../../schema/programme/target.entity';
import { compareDecimals } from '../decimal';
import { AppError } from '../errors';
import type { Loaders } from '../loaders';

/** Whether the value is at the target's or on its better side. A target without a value is not reached. */
export async function isTargetReached(loaders: Loaders, target: Target): Promise<boolean> {
  const actual = await loaders.targetActual.load(target).catch(refusedAsNull);
  if (actual === null) return false;
  const { direction } = await loaders.indicator.load(target.indicatorId);
  const difference = compareDecimals(actual, target.value);
  return direction === Direction.HIGHER_IS_BETTER ? difference >= 0 : difference <= 0;
}

/** Whether all targets of an objective are reached; without any, it is not. */
export async function isObjectiveReached(loaders: Loaders, objectiveId: number): Promise<boolean> {
  const targets = await loaders.targetsOfObjective.load(objectiveId);
  const reached = await Promise.all(targets.map((target) => isTargetReached(loaders, target)));
  return reached.length > 0 && reached.every(Boolean);
}

/** How many objectives of a programme are reached. */
export async function countReached(loaders: Loaders, programmeId: number): Promise<number> {
  const objectives = await loaders.objectivesOfProgramme.load(programmeId);
  const reached = await Promise.all(objectives.map(({ id }) => isObjectiveReached(loaders, id)));
  return reached.filter(Boolean).length;
}

/** The field `actual` says why there is no value. */
function refusedAsNull(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}
