import type { DataSource, QueryRunner } from 'typeorm';
import { checkFormulas } from './checks/formulas';
import { checkObservations } from './checks/observations';
import { checkOrphans } from './checks/orphans';
import { checkPlacements } from './checks/placements';
import { checkRevisions } from './checks/revisions';
import { checkRollUps } from './checks/roll-ups';
import { checkUnspecifiedMembers } from './checks/unspecified-members';

/** One thing that must hold, and where it does not. */
export interface CheckResult {
  title: string;
  /** The first ones, each a sentence that names the record. */
  differences: string[];
  /** All of them. */
  count: number;
}

/** Looks at the whole database, within the transaction that it is given, and lists no more than `limit` differences. */
export type Check = (queryRunner: QueryRunner, limit: number) => Promise<Omit<CheckResult, 'title'>>;

const checks: Record<string, Check> = {
  'every reference leads to a record': checkOrphans,
  'placements cover the life of each unit, below open parents and in no cycle': checkPlacements,
  'figures stand in whole periods of open units, for members of the right dimension': checkObservations,
  'formulas can be read, and name the operands that are noted for them': checkFormulas,
  'every dimension has its member "unspecified"': checkUnspecifiedMembers,
  'the versions of each figure follow one another, and the figure is the last': checkRevisions,
  'roll-ups are what the figures below each unit make, along the tree of the time': checkRollUps,
};

/**
 * Holds a live database against everything that must be true of it. Constraints and triggers see to it while Khối
 * writes; a backup restored in part, or a table edited with triggers off, they do not see.
 */
export async function verify(dataSource: DataSource, limit = 50): Promise<CheckResult[]> {
  const queryRunner = dataSource.createQueryRunner();
  await queryRunner.connect();
  try {
    // One state of the database for all checks, whatever is written meanwhile.
    await queryRunner.query('begin isolation level repeatable read read only');
    const results: CheckResult[] = [];
    for (const [title, check] of Object.entries(checks)) {
      results.push({ title, ...(await check(queryRunner, limit)) });
    }
    return results;
  } finally {
    await queryRunner.query('rollback');
    await queryRunner.release();
  }
}
