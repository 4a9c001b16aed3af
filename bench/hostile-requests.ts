/** Requests that are made to keep a server busy, each with what it is called in the results. */
export const hostileRequests: { what: string; body: () => string }[] = [
  { what: 'deep', body: () => query(`{ partyUnit(code: "A") ${nested('parent', 400)} }`) },
  { what: 'wide', body: () => query(`{ ${'__typename '.repeat(9_000)} }`) },
  {
    what: 'aliased',
    body: () =>
      query(`{ ${aliased('partyUnits(perPage: 1000) { items { code descendants { code } } }', 300)} }`),
  },
  {
    what: 'many questions',
    body: () =>
      query(
        `{ partyUnit(code: "NATION") { ${aliased('value(indicator: "MONTH-FLOW-1", period: "2024") { value }', 400)} } }`,
      ),
  },
  {
    what: 'cyclic fragments',
    body: () => query('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'),
  },
  {
    what: 'fragments that double',
    body: () =>
      query(
        `{ ...f0 } ${Array.from({ length: 40 }, (_, no) => `fragment f${no} on Query { ...f${no + 1} ...f${no + 1} }`).join(' ')} fragment f40 on Query { __typename }`,
      ),
  },
  {
    what: 'millions of values',
    body: () =>
      query(
        '{ analytics(query: { indicators: ["MONTH-FLOW-1"], units: { under: "NATION", relation: DESCENDANTS }, periods: { from: "1900", to: "2100" }, granularity: MONTH, includeEmpty: true }) { totalRows } }',
      ),
  },
  {
    what: 'huge variables',
    body: () =>
      JSON.stringify({ query: 'query ($q: String) { __typename }', variables: { q: 'x'.repeat(900_000) } }),
  },
  { what: '10 MB', body: () => JSON.stringify({ query: `{ __typename } #${'x'.repeat(10_000_000)}` }) },
  { what: 'no JSON', body: () => `{ "query": ${'['.repeat(200_000)}` },
];

function query(text: string): string {
  return JSON.stringify({ query: text });
}

function nested(field: string, levels: number): string {
  return `{ ${`${field} { `.repeat(levels)} code ${'} '.repeat(levels)} }`;
}

function aliased(field: string, times: number): string {
  return Array.from({ length: times }, (_, no) => `a${no}: ${field}`).join(' ');
}
