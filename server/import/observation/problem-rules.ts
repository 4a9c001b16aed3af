import { AppError } from '../../errors';
import type { Problem } from '../import-report';

/** A broken rule as `find-problems.sql.ts` finds it. */
export interface FoundProblem {
  row: number;
  rule: keyof typeof rules;
  /** Of all problems, not of this row. */
  total: number;
  unit: string;
  indicator: string;
  period: string;
  member: string | null;
  value: string | null;
  period_type: string;
  expected_type: string;
  opened_on: string;
  closed_on: string | null;
  dimension: string;
  members: string;
  minimum: string | null;
  maximum: string | null;
  first_row: number;
}

interface Rule {
  column: 'unit' | 'indicator' | 'period' | 'member' | 'value' | 'note' | 'source' | null;
  reason(found: FoundProblem): string;
}

const rules = {
  UNIT_EMPTY: { column: 'unit', reason: () => 'It is empty.' },
  UNKNOWN_UNIT: {
    column: 'unit',
    reason: ({ unit }) => new AppError('UNKNOWN_CODE', { resource: 'unit', code: unit }).message,
  },
  INDICATOR_EMPTY: { column: 'indicator', reason: () => 'It is empty.' },
  UNKNOWN_INDICATOR: {
    column: 'indicator',
    reason: ({ indicator }) =>
      new AppError('UNKNOWN_CODE', { resource: 'indicator', code: indicator }).message,
  },
  INDICATOR_COMPUTED: {
    column: 'indicator',
    reason: ({ indicator }) => new AppError('INDICATOR_COMPUTED', { indicator }).message,
  },
  PERIOD_TYPE_MISMATCH: {
    column: 'period',
    reason: ({ indicator, period, period_type: actual, expected_type: expected }) =>
      new AppError('PERIOD_TYPE_MISMATCH', { indicator, period, actual, expected }).message,
  },
  UNIT_NOT_OPEN: {
    column: 'period',
    reason: ({ unit, opened_on: opened, closed_on: closed }) =>
      `Unit ${unit} is open from ${opened}${closed ? ` until ${closed}` : ''} only.`,
  },
  MEMBER_REQUIRED: {
    column: 'member',
    reason: ({ indicator, dimension, members }) =>
      `${new AppError('MEMBER_REQUIRED', { indicator, dimension }).message} There are ${members}.`,
  },
  MEMBER_NOT_ALLOWED: {
    column: 'member',
    reason: ({ indicator }) => `Indicator ${indicator} is not broken down: leave it empty.`,
  },
  UNKNOWN_MEMBER: {
    column: 'member',
    reason: ({ member, indicator, members }) =>
      `${new AppError('MEMBER_NOT_ALLOWED', { member: member ?? '', indicator, allowed: '' }).message} There are ${members}.`,
  },
  VALUE_TOO_LONG: {
    column: 'value',
    reason: () => 'It must be less than 10^15 in size, with at most 12 decimal places.',
  },
  VALUE_OUT_OF_RANGE: {
    column: 'value',
    reason: ({ indicator, minimum, maximum }) =>
      `Indicator ${indicator} allows ${[minimum && `${minimum} or more`, maximum && `${maximum} or less`].filter(Boolean).join(', ')} only.`,
  },
  NOTE_TOO_LONG: { column: 'note', reason: () => 'It is longer than 4,000 characters.' },
  SOURCE_TOO_LONG: { column: 'source', reason: () => 'It is longer than 500 characters.' },
  REPEATED: {
    column: null,
    reason: ({ first_row }) => `It repeats unit, indicator, period and member of row ${first_row}.`,
  },
} as const satisfies Record<string, Rule>;

export function toProblem(found: FoundProblem): Problem {
  const { column, reason }: Rule = rules[found.rule];
  const value = column === null || column === 'note' || column === 'source' ? null : found[column];
  return { row: found.row, column, value, reason: reason(found) };
}
