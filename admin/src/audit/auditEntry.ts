import type { RaRecord } from 'react-admin';

/** One change of one record, as the API tells it. */
export interface AuditEntry extends RaRecord<string> {
  at: string;
  actor: string;
  actorKind: 'USER' | 'KEY' | 'SYSTEM';
  requestId: string | null;
  operation: 'INSERT' | 'UPDATE' | 'DELETE';
  resource: string;
  recordId: string;
  recordName: string | null;
  before: string | null;
  after: string | null;
}

export const auditedTypes = [
  'PartyUnit',
  'UnitPlacement',
  'UnitChange',
  'Observation',
  'Indicator',
  'Programme',
  'Objective',
  'Target',
  'Dimension',
  'DimensionMember',
  'UnitKind',
  'Sector',
  'User',
  'Grant',
  'ApiKey',
];
export const operations = ['INSERT', 'UPDATE', 'DELETE'];
export const actorKinds = ['USER', 'KEY', 'SYSTEM'];

/** The resource of the admin whose words name the fields: where a unit stands is a field of the unit here. */
export function resourceOf(type: string): string {
  if (type === 'UnitPlacement') return 'partyUnits';
  return `${type[0]?.toLowerCase()}${type.slice(1)}s`;
}

const withPage = new Set([
  'PartyUnit',
  'UnitPlacement',
  'Observation',
  'Indicator',
  'Programme',
  'Dimension',
  'UnitKind',
  'Sector',
  'User',
]);
const knownById = new Set(['Observation', 'User']);

/** The page of the record, if it has one and is still there. */
export function pageOf({ resource, recordId, recordName, operation }: AuditEntry): string | null {
  const isGone = operation === 'DELETE' && resource !== 'UnitPlacement';
  const key = knownById.has(resource) ? recordId : recordName;
  if (isGone || !withPage.has(resource) || !key) return null;
  return `/${resourceOf(resource)}/${encodeURIComponent(key)}/show`;
}
