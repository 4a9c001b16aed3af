import { listDifferences } from '../list-differences';
import type { Check } from '../verify';
import { dimensionsWithoutUnspecified } from './unspecified-members.sql';

export const checkUnspecifiedMembers: Check = (queryRunner, limit) =>
  listDifferences(queryRunner, dimensionsWithoutUnspecified, limit);
