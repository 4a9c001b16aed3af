import { useQuery } from '@tanstack/react-query';
import type { DocumentNode } from 'graphql';
import { useDataProvider } from 'react-admin';
import type { KhoiDataProvider } from '.';

/** One operation as a query of React Query: shown from memory, refreshed with everything else. */
export function useAsk<Answer>(
  document: DocumentNode,
  variables: Record<string, unknown> = {},
  options: { enabled?: boolean } = {},
) {
  const [definition] = document.definitions;
  const dataProvider = useDataProvider<KhoiDataProvider>();
  const name = definition?.kind === 'OperationDefinition' ? definition.name?.value : undefined;
  return useQuery({
    queryKey: ['ask', name, variables],
    queryFn: () => dataProvider.ask<Answer>(document, variables),
    placeholderData: (previous) => previous,
    ...options,
  });
}
