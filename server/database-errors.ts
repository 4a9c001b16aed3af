import { GraphQLError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import { AppError, type ErrorCode, errorRegistry } from './errors';

/** The parts of a PostgreSQL error that matter here (https://www.postgresql.org/docs/current/protocol-error-fields.html). */
interface DatabaseError {
  code?: string;
  message: string;
  constraint?: string;
  detail?: string;
  table?: string;
  column?: string;
}

/**
 * The one place where errors of the database become errors for the client. Services check first and say it better;
 * this is what is left when two requests cross, and what deferred triggers raise at COMMIT.
 */
export function translateDatabaseError(error: unknown): GraphQLError | null {
  if (!(error instanceof QueryFailedError)) return null;
  const driverError = error.driverError as unknown as DatabaseError;
  return translations[driverError.code ?? '']?.(driverError) ?? null;
}

const translations: Record<string, (error: DatabaseError) => GraphQLError | null> = {
  // Raised by our own functions, which name the code of the registry as their constraint.
  KH001: ({ constraint, message }) => raisedByUs(constraint, message),
  // unique_violation
  '23505': ({ table = 'record', detail }) => {
    const key = /^Key \((.*)\)=\((.*)\) already exists/s.exec(detail ?? '');
    if (key?.[1]?.split(', ').at(-1) === 'code') {
      const code = key[2]?.split(', ').at(-1) ?? '';
      return new AppError('CODE_TAKEN', { resource: spoken(table), code }).at('code');
    }
    const duplicate = new AppError('DUPLICATE', { what: `one such ${spoken(table)}` });
    const field = keyFields[table];
    return field === undefined ? duplicate : duplicate.at(field);
  },
  // foreign_key_violation: a record is deleted while another names it, or named while it is deleted.
  '23503': ({ table = 'record', detail }) =>
    detail?.includes('is still referenced') || detail?.includes('is referenced')
      ? new AppError('IN_USE', { what: 'The record', holders: `records of ${spoken(table)}` })
      : new AppError('NOT_FOUND', {
          resource: 'record',
          key: `that this ${spoken(table)} names; it was deleted`,
        }),
  // exclusion_violation
  '23P01': () =>
    new AppError('PLACEMENT_INVALID', { problem: 'Two placements of one unit would overlap in time.' }),
  // check_violation
  '23514': ({ constraint = '', table = 'record' }) =>
    invalid(checkedField(constraint, table), checkMessages[constraint] ?? 'is out of the allowed range'),
  // not_null_violation
  '23502': ({ column = 'field' }) => invalid(spelled(column), 'must not be null'),
  // character_not_in_repertoire, untranslatable_character: a null character, which PostgreSQL cannot keep.
  '22021': () => invalid('text', 'must not contain the null character'),
  '22P05': () => invalid('text', 'must not contain the null character'),
  // query_canceled, by a statement timeout
  '57014': () => new AppError('QUERY_TOO_COMPLEX', { problem: 'it took the database longer than it may' }),
  // numeric_value_out_of_range
  '22003': () => invalid('number', 'is out of the allowed range'),
};

/** Of a key of several fields, the one that most likely was meant otherwise. */
const keyFields: Record<string, string> = { observation: 'period', target: 'period' };

const checkMessages: Record<string, string> = {
  party_unit_closes_after_it_opens: 'must be after openedOn',
  unit_placement_not_below_itself: 'must not be the unit itself',
  unit_placement_ends_after_it_starts: 'must be after openedOn',
  programme_ends_after_it_starts: 'must be after startsOn',
  party_unit_successor_only_when_closed: 'must not be null: the unit was merged into another',
  indicator_minimum_below_maximum: 'must not be larger than maximum',
  observation_value_in_range: 'must be less than 10^15 in size, with at most 12 decimal places',
  target_value_in_range: 'must be less than 10^15 in size, with at most 12 decimal places',
  indicator_reported_or_computed:
    'must be left out with periodType, unitAggregation and periodAggregation given, or given without them',
};

const checkFields: Record<string, string> = {
  party_unit_closes_after_it_opens: 'closedOn',
  party_unit_successor_only_when_closed: 'closedOn',
  unit_placement_not_below_itself: 'parent',
  unit_placement_ends_after_it_starts: 'closedOn',
  programme_ends_after_it_starts: 'endsOn',
  indicator_minimum_below_maximum: 'minimum',
  indicator_reported_or_computed: 'formula',
  observation_value_in_range: 'numeric',
  target_value_in_range: 'value',
};

/** PostgreSQL names a check of one column `table_column_check`. */
function checkedField(constraint: string, table: string): string {
  return checkFields[constraint] ?? spelled(constraint.replace(`${table}_`, '').replace(/_check\d*$/, ''));
}

function invalid(field: string, problem: string): AppError {
  return new AppError(
    'VALIDATION_FAILED',
    { problems: `${field} ${problem}` },
    { fields: { [field]: problem } },
  );
}

/** The message was written where it was raised; the registry gives the hint, unless that needs to know more. */
function raisedByUs(code: string | undefined, message: string): GraphQLError | null {
  if (!code || !Object.hasOwn(errorRegistry, code)) return null;
  const { hint } = errorRegistry[code as ErrorCode];
  const field = fieldOf[code];
  const extensions = {
    code,
    hint: hint.includes('{') ? 'The record named in the message says what it allows.' : hint,
    ...(field && { fields: { [field]: message } }),
  };
  return new GraphQLError(message, { extensions });
}

/** Of the errors that only the database can find, the field of the input that can have caused them. */
const fieldOf: Record<string, string> = { PARENT_NOT_OPEN: 'parent', PLACEMENT_CYCLE: 'parent' };

const spoken = (table: string) => table.replaceAll('_', ' ');
const spelled = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
