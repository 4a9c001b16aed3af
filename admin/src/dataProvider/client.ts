import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client/core';
import { reachability } from './reachability';
import { sendDocumentId } from './sendDocumentId';

/**
 * A refused request comes with a status other than 200 and its errors in the body: Apollo would show the status only.
 * Here it becomes an answer with errors, and silence of the server is told apart from what the server says.
 */
const answersWithErrors = new ApolloLink(
  (operation, forward) =>
    new Observable((observer) =>
      forward(operation).subscribe({
        next: (answer) => {
          reachability.set(true);
          observer.next(answer);
        },
        error: (error) => {
          const answered = error?.statusCode !== undefined;
          if (error?.name !== 'AbortError') reachability.set(answered && error.statusCode < 502);
          if (error?.result?.errors) {
            observer.next(error.result);
            observer.complete();
          } else observer.error(error);
        },
        complete: () => observer.complete(),
      }),
    ),
);

/** React-admin does the caching: a second cache in front of it would answer with what it remembers. */
export const client = new ApolloClient({
  link: answersWithErrors.concat(
    new HttpLink({
      uri: '/graphql',
      credentials: 'same-origin',
      ...(import.meta.env.PROD && { fetch: sendDocumentId }),
    }),
  ),
  cache: new InMemoryCache(),
  defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
});
