import { listDifferences } from '../list-differences';
import type { Check } from '../verify';
import { closureDifferences, rollUpDifferences, rollUpUnitDifferences, strayRollUps } from './roll-ups.sql';

/** Recomputes the kept tree, and every roll-up from the reports, an indicator at a time. */
export const checkRollUps: Check = async (queryRunner, limit) => {
  const indicators: { id: number }[] = await queryRunner.query('select id from indicator order by id');
  const statements = [
    closureDifferences,
    rollUpUnitDifferences,
    strayRollUps,
    ...indicators.map(({ id }) => rollUpDifferences(id)),
  ];
  const differences: string[] = [];
  let count = 0;
  for (const statement of statements) {
    const found = await listDifferences(queryRunner, statement, limit);
    differences.push(...found.differences.slice(0, limit - differences.length));
    count += found.count;
  }
  return { differences, count };
};
