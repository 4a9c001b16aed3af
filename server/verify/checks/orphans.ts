import { listDifferences } from '../list-differences';
import type { Check } from '../verify';
import { type ForeignKey, foreignKeys, orphansOf } from './orphans.sql';

export const checkOrphans: Check = async (queryRunner, limit) => {
  const keys: ForeignKey[] = await queryRunner.query(foreignKeys);
  return listDifferences(queryRunner, keys.map(orphansOf).join(' union all '), limit);
};
