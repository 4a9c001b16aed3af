export interface SharedQuery {
  readonly query: string;
  /** JSON, or empty. */
  readonly variables: string;
}

/** Beyond this the link carries the query behind `#`, which is not sent to the server: servers refuse long addresses. */
const longestSearch = 6000;

/** The query that an address carries: `/playground?query=…&variables=…`, or the same behind `#`. */
export function readSharedQuery(address: string): SharedQuery | undefined {
  const { search, hash } = new URL(address);
  for (const text of [search.slice(1), hash.slice(1)]) {
    const parameters = new URLSearchParams(text);
    const query = parameters.get('query');
    if (query) return { query, variables: parameters.get('variables') ?? '' };
  }
  return undefined;
}

/** The link that opens a query in a tab of the playground, wherever it is read. */
export function linkTo({ query, variables }: SharedQuery, page: string): string {
  const parameters = new URLSearchParams({ query });
  if (variables.trim()) parameters.set('variables', variables);
  const text = parameters.toString();
  const link = new URL(page);
  link.search = text.length > longestSearch ? '' : text;
  link.hash = text.length > longestSearch ? text : '';
  return link.href;
}
