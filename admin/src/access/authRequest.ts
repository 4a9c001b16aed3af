import type { GraphQLFormattedError } from 'graphql';
import { HttpError } from 'react-admin';
import { fromGraphQLError } from '../dataProvider/errors';
import { i18nProvider } from '../i18n/i18nProvider';

interface Refusal {
  errors?: GraphQLFormattedError[];
}

/** Asks one of the routes under /auth, with a body by POST. What is refused is thrown in the person's language. */
export async function askAuth<Answer>(route: string, body?: Record<string, unknown>): Promise<Answer> {
  const response = await fetch(`/auth/${route}`, {
    credentials: 'same-origin',
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  if (response?.ok && answer) return answer as Answer;
  const first = (answer as Refusal | null)?.errors?.[0];
  throw first
    ? fromGraphQLError(first)
    : new HttpError(i18nProvider.translate('khoi.errors.UNREACHABLE'), response?.status ?? 503);
}
