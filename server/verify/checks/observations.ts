import { listDifferences } from '../list-differences';
import type { Check } from '../verify';
import { brokenObservations } from './observations.sql';

export const checkObservations: Check = (queryRunner, limit) =>
  listDifferences(queryRunner, brokenObservations, limit);
