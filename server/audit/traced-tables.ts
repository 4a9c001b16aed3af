import { AuditResource } from '../../schema/audit/audit.enums';

/** The table that holds the records of a kind; figures are traced by themselves. */
export const tableOf: Record<AuditResource, string> = {
  PartyUnit: 'party_unit',
  UnitPlacement: 'unit_placement',
  UnitChange: 'unit_change',
  UnitKind: 'unit_kind',
  Sector: 'sector',
  Dimension: 'dimension',
  DimensionMember: 'dimension_member',
  Indicator: 'indicator',
  Observation: 'observation',
  Programme: 'programme',
  Objective: 'objective',
  Target: 'target',
  User: 'app_user',
  Grant: 'access_grant',
  ApiKey: 'api_key',
};

const resources = new Map(Object.values(AuditResource).map((resource) => [tableOf[resource], resource]));

/** What the API calls the records of a table. */
export function resourceOf(table: string): AuditResource {
  const resource = resources.get(table);
  if (!resource) throw new Error(`The trace has no name for the records of ${table}.`);
  return resource;
}
