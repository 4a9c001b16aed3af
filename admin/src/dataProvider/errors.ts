import type { GraphQLFormattedError } from 'graphql';
import { HttpError } from 'react-admin';
import { showDate, showNumber } from '../i18n/format';
import { i18nProvider } from '../i18n/i18nProvider';
import { constraintMessage, holderMessage, messageParameters, phraseMessage } from './messageParameters';

/** What our API tells about an error beside its message. */
export interface ErrorExtensions {
  code?: string;
  hint?: string;
  fields?: Record<string, string>;
  requestId?: string;
  /** UNAUTHENTICATED: how long to wait, and what has to be done first. */
  waitSeconds?: number;
  retryAfter?: number;
  mustChangePassword?: boolean;
  /** CONFLICT: the fields as they stand now, and as they were sent. */
  current?: Record<string, unknown>;
  submitted?: Record<string, unknown>;
}

/** `body.errors` is where react-admin's forms look for the errors of fields. */
export interface ErrorBody extends ErrorExtensions {
  errors?: Record<string, string>;
}

const statusOf: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
};

/** In the person's language when we know the code; the words of the server otherwise. */
function translated(code: string | undefined, message: string): string {
  if (!code) return message;
  const { holders, action, problem, ...parameters } = messageParameters(code, message);
  return i18nProvider.translate(`khoi.errors.${code}`, {
    ...parameters,
    ...(holders && { holders: translatedHolders(holders) }),
    ...(action && { action: translatedPhrase('action', action) }),
    ...(problem && { problem: translatedPhrase('problem', problem) }),
    _: message,
  });
}

/** A part of a message that the server only ever says in a few ways; other words stay as they are. */
function translatedPhrase(kind: 'action' | 'problem', words: string): string {
  const known = phraseMessage(words);
  return known ? i18nProvider.translate(`khoi.${kind}.${known.key}`, known.parameters) : words;
}

const translatedHolders = (holders: string) =>
  holders
    .split(', ')
    .map((holder) => {
      const known = holderMessage(holder);
      return known
        ? i18nProvider.translate(`khoi.holder.${known.key}`, { count: showNumber(known.count) })
        : holder;
    })
    .join(', ');

function translatedConstraint(text: string): string {
  const known = constraintMessage(text);
  if (!known) return text;
  const { date } = known.parameters;
  return i18nProvider.translate(`khoi.field.${known.key}`, {
    ...known.parameters,
    ...(date && { date: showDate(date) }),
  });
}

/** Errors that speak of one field only, whether the database or the service found them. */
const fieldOf: Record<string, string> = {
  CODE_TAKEN: 'code',
  FORMULA_INVALID: 'formula',
  FORMULA_CYCLE: 'formula',
};

function fieldErrors(extensions: ErrorExtensions, message: string): Record<string, string> | undefined {
  const { code = '' } = extensions;
  const fields = extensions.fields ?? (fieldOf[code] ? { [fieldOf[code]]: message } : undefined);
  if (!fields) return undefined;
  // A field of VALIDATION_FAILED has a message of its own; every other code speaks of its one field.
  const says = (text: string) =>
    code === 'VALIDATION_FAILED' ? translatedConstraint(text) : translated(code, message);
  return Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, says(text)]));
}

export function fromGraphQLError(error: GraphQLFormattedError): HttpError {
  const extensions = (error.extensions ?? {}) as ErrorExtensions;
  const { code = '' } = extensions;
  const errors = fieldErrors(extensions, error.message);
  const body: ErrorBody = { ...extensions, ...(errors && { errors }) };
  // A field that no form shows is said as the error itself.
  const message = errors?.id ?? translated(code, error.message);
  return new HttpError(message, statusOf[code] ?? 400, body);
}

/** What ra-data-graphql or the network threw, as an error that pages and forms can show. */
export function toHttpError(thrown: unknown): Error {
  if (!(thrown instanceof HttpError)) return thrown as Error;
  const first = (thrown.body as { graphQLErrors?: GraphQLFormattedError[] } | undefined)?.graphQLErrors?.[0];
  if (first) return fromGraphQLError(first);
  if (thrown.status === undefined)
    return new HttpError(i18nProvider.translate('khoi.errors.UNREACHABLE'), 503);
  return thrown;
}
