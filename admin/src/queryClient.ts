import { QueryClient } from '@tanstack/react-query';
import { HttpError } from 'react-admin';

/** What the server refused stays refused; only its silence is worth a second try. */
const retry = (failures: number, error: Error) =>
  failures < 1 && (!(error instanceof HttpError) || error.status >= 500);

export const queryClient = new QueryClient({
  defaultOptions: {
    // Without a network the request is made all the same, so that the page can say that nobody answered.
    queries: { retry, retryDelay: 500, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
