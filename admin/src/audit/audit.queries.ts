import { parse } from 'graphql';

const named = 'id code name nameEn';
const many = (list: string, variable: string, extra = '') =>
  `${list}(filter: { ids: $${variable} }, page: 1, perPage: 1000${extra}) @include(if: $has_${variable}) { items { ${named} } }`;

const lists = {
  units: many('partyUnits', 'units', ', includeClosed: true'),
  kinds: many('unitKinds', 'kinds'),
  sectors: many('sectors', 'sectors'),
  dimensions: many('dimensions', 'dimensions'),
  indicators: many('indicators', 'indicators'),
  programmes: many('programmes', 'programmes'),
  objectives: many('objectives', 'objectives'),
};

export type NamedList = keyof typeof lists;
export const namedLists = Object.keys(lists) as NamedList[];

/** The names of the records that entries call by their ids. */
export const auditNames = parse(
  `query AuditNames(${namedLists.map((name) => `$${name}: [ID!]!, $has_${name}: Boolean!`).join(', ')}) {
    ${Object.entries(lists)
      .map(([name, list]) => `${name}: ${list}`)
      .join('\n    ')}
  }`,
  { noLocation: true },
);

export type AuditNames = Partial<
  Record<NamedList, { items: { id: string; code: string; name: string; nameEn: string | null }[] }>
>;
