import type { NamedResource } from '../list/filter-fields';

/** The records that inputs and filters name by code, in the words of messages. */
export const named = {
  unit: { resource: 'unit', table: 'party_unit' },
  kind: { resource: 'kind', table: 'unit_kind' },
  sector: { resource: 'sector', table: 'sector' },
  dimension: { resource: 'dimension', table: 'dimension' },
  member: { resource: 'member', table: 'dimension_member' },
  indicator: { resource: 'indicator', table: 'indicator' },
  programme: { resource: 'programme', table: 'programme' },
  objective: { resource: 'objective', table: 'objective' },
} as const satisfies Record<string, NamedResource>;
