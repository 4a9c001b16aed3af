import { listDifferences } from '../list-differences';
import type { Check } from '../verify';
import { brokenRevisions, strayChanges } from './revisions.sql';

export const checkRevisions: Check = (queryRunner, limit) =>
  listDifferences(queryRunner, `${brokenRevisions} union all ${strayChanges}`, limit);
