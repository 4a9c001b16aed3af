import { listDifferences } from '../list-differences';
import type { Check } from '../verify';
import { brokenPlacements } from './placements.sql';

export const checkPlacements: Check = (queryRunner, limit) =>
  listDifferences(queryRunner, brokenPlacements, limit);
