import type { DocumentNode } from 'graphql';
import { HttpError, useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { KhoiDataProvider } from '.';
import type { ErrorBody } from './errors';

/** One mutation outside the life of a record: what is shown is loaded anew, what is refused is said; then it answers null. */
export function useAct<Answer>(document: DocumentNode) {
  const dataProvider = useDataProvider<KhoiDataProvider>();
  const refresh = useRefresh();
  const notify = useNotify();
  return async (variables: Record<string, unknown>): Promise<Answer | null> => {
    try {
      const answer = await dataProvider.ask<Answer>(document, variables);
      refresh();
      return answer;
    } catch (error) {
      const { errors = {} }: ErrorBody = error instanceof HttpError ? (error.body ?? {}) : {};
      // There is no form whose fields could say it.
      notify(Object.values(errors)[0] ?? (error as Error).message, { type: 'error' });
      return null;
    }
  };
}
