import { type DocumentNode, print } from 'graphql';

/** Where a person can see the very query behind a number, change it and run it again. */
export function playgroundLink(document: DocumentNode, variables: Record<string, unknown>): string {
  const parameters = new URLSearchParams({
    query: print(document),
    variables: JSON.stringify(variables, null, 2),
  });
  return `/playground?${parameters}`;
}

/** The list of figures, filtered to what a number is made of. */
export function figuresLink(filter: Record<string, unknown>): string {
  return `/observations?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
}
