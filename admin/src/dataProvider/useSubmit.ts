import type { DocumentNode } from 'graphql';
import { HttpError, useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { KhoiDataProvider } from '.';
import type { ErrorBody } from './errors';

/** Sends a form with a mutation of its own. What is refused is said at its fields, or else in passing. */
export function useSubmit<Answer>(document: DocumentNode, onDone: (answer: Answer) => void) {
  const dataProvider = useDataProvider<KhoiDataProvider>();
  const refresh = useRefresh();
  const notify = useNotify();
  return async (variables: Record<string, unknown>): Promise<Record<string, string> | undefined> => {
    try {
      const answer = await dataProvider.ask<Answer>(document, variables);
      refresh();
      onDone(answer);
      return undefined;
    } catch (error) {
      const { errors }: ErrorBody = error instanceof HttpError ? (error.body ?? {}) : {};
      if (!errors) notify((error as Error).message, { type: 'error' });
      return errors ?? {};
    }
  };
}
