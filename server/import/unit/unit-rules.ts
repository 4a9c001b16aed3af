import { AppError } from '../../errors';
import type { Problem } from '../import-report';

/** A broken rule as `find-unit-problems.sql.ts` finds it. */
export interface FoundProblem {
  row: number;
  rule: keyof typeof rules;
  value: string | null;
  /** What the value is held against: a date, a code or a row. */
  about: string;
  /** Of all problems, not of this row. */
  total: number;
}

const unknown = (resource: string) => (value: string) =>
  new AppError('UNKNOWN_CODE', { resource, code: value }).message;

const rules = {
  UNKNOWN_KIND: { column: 'kind', reason: unknown('kind') },
  UNKNOWN_SECTOR: { column: 'sector', reason: unknown('sector') },
  UNKNOWN_PARENT: {
    column: 'parent',
    reason: (value: string) => `There is no unit ${value}, neither in the file nor in the database.`,
  },
  CLOSES_BEFORE_OPENING: {
    column: 'closed_on',
    reason: (_: string, opened: string) => `It must be after opened_on, ${opened}.`,
  },
  OPENS_AFTER_NEXT_STATE: {
    column: 'opened_on',
    reason: (_: string, ended: string) =>
      `It must be before ${ended}, when the next state of the unit begins.`,
  },
  CLOSES_BEFORE_LATEST_STATE: {
    column: 'closed_on',
    reason: (_: string, from: string) =>
      `It must be after ${from}, when the latest state of the unit begins.`,
  },
  MERGED: {
    column: 'closed_on',
    reason: (_: string, successor: string) =>
      `The unit was merged into ${successor}: it cannot be open again.`,
  },
  PARENT_NOT_OPEN: {
    column: 'parent',
    reason: (parent: string, life: string) =>
      `Unit ${parent} is open ${life} only: a parent must be open for as long as the unit stands under it.`,
  },
  BELOW_ITSELF: {
    column: 'parent',
    reason: (_: string, code: string) => `Unit ${code} would stand below itself.`,
  },
  REPEATED: { column: 'code', reason: (_: string, row: string) => `It repeats the code of row ${row}.` },
};

export function toProblem({ row, rule, value, about }: FoundProblem): Problem {
  const { column, reason } = rules[rule];
  return { row, column, value, reason: reason(value ?? '', about) };
}
