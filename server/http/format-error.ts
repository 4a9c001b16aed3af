import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { translateDatabaseError } from '../database-errors';
import { AppError, type ErrorCode, errorRegistry } from '../errors';
import { queryLimits } from './query-limits';

const longestMessage = 2000;

/** What a client sees of an error: what is meant for it, or INTERNAL_SERVER_ERROR without any detail. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const shown = showError(formatted, error);
  return { ...shown, message: shorten(shown.message) };
}

/** A message names the offending value, which may be most of a megabyte. */
function shorten(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage)}…`;
}

function showError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const known = knownError(formatted, unwrapResolverError(error));
  if (!known) return withError(formatted, new AppError('INTERNAL_SERVER_ERROR', {}));
  return known === 'as formatted' ? withHint(formatted) : withError(formatted, known);
}

/** Whether nothing is known about an error: it must be logged in full, since the client sees nothing of it. */
export function isInternal(error: GraphQLError): boolean {
  const cause = unwrapResolverError(error);
  return !knownError({ message: error.message, extensions: error.extensions }, cause);
}

function knownError(formatted: GraphQLFormattedError, cause: unknown): GraphQLError | 'as formatted' | null {
  if (cause instanceof AppError) return 'as formatted';
  const translated = translateDatabaseError(cause);
  if (translated) return translated;
  if (/^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(formatted.message)) {
    return new AppError('QUERY_TOO_COMPLEX', { problem: `it has more than ${queryLimits.tokens} tokens` });
  }
  if (formatted.message === 'Maximum call stack size exceeded' && hasFailedToParse(formatted)) {
    return new AppError('QUERY_TOO_COMPLEX', {
      problem: `it nests more than ${queryLimits.depth} levels deep`,
    });
  }
  const code = formatted.extensions?.code;
  return code !== 'INTERNAL_SERVER_ERROR' && isRegistered(code) ? 'as formatted' : null;
}

function withError(
  formatted: GraphQLFormattedError,
  { message, extensions }: GraphQLError,
): GraphQLFormattedError {
  const { message: _message, extensions: _extensions, ...place } = formatted;
  return { message, ...place, extensions };
}

/** Apollo's own errors come without a hint. */
function withHint(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code = formatted.extensions?.code as ErrorCode;
  return { ...formatted, extensions: { hint: errorRegistry[code].hint, ...formatted.extensions } };
}

/** The parser descends into each level, and says so when the stack ends before the query does. */
function hasFailedToParse({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.code === 'GRAPHQL_PARSE_FAILED';
}

function isRegistered(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorRegistry, code);
}
