import { AppError } from '../../errors';
import type { Problem } from '../import-report';

/** A broken rule as `find-indicator-problems.sql.ts` finds it. */
export interface FoundProblem {
  row: number;
  rule: keyof typeof rules;
  value: string | null;
  /** What the value is held against: an operand, a number or a row. */
  about: string;
  /** Of all problems, not of this row. */
  total: number;
}

const rules = {
  UNKNOWN_DIMENSION: {
    column: 'dimension',
    reason: (value: string) => new AppError('UNKNOWN_CODE', { resource: 'dimension', code: value }).message,
  },
  UNKNOWN_OPERAND: {
    column: 'formula',
    reason: (_: string, operand: string) =>
      `There is no indicator ${operand}, neither in the file nor in the database.`,
  },
  UNKNOWN_MEMBER: {
    column: 'formula',
    reason: (_: string, operand: string) => `There is no such member: ${operand}.`,
  },
  FORMULA_CYCLE: {
    column: 'formula',
    reason: (_: string, code: string) => `The formula of ${code} leads back to itself.`,
  },
  MINIMUM_ABOVE_MAXIMUM: {
    column: 'minimum',
    reason: (_: string, maximum: string) => `It must not be larger than the maximum, ${maximum}.`,
  },
  HAS_FIGURES: {
    column: 'code',
    reason: (code: string) =>
      `Indicator ${code} has figures: its period type, dimension and being reported cannot change.`,
  },
  FIGURES_OUT_OF_RANGE: {
    column: 'code',
    reason: (code: string) => `Indicator ${code} has figures outside that range.`,
  },
  REPEATED: { column: 'code', reason: (_: string, row: string) => `It repeats the code of row ${row}.` },
};

export function toProblem({ row, rule, value, about }: FoundProblem): Problem {
  const { column, reason } = rules[rule];
  return { row, column, value, reason: reason(value ?? '', about) };
}
