import { type OperationNames, operationNames } from './operationNames';

/** What the data provider has to know about a resource; everything else follows from the rules of the API. */
export interface ResourceSchema {
  names: OperationNames;
  /**
   * Records with a code are known by it in react-admin (`record.id` is the code, as in references, filters and
   * addresses); the id of the API is kept as `record.apiId`. Records without a code keep the id of the API.
   */
  coded: boolean;
  /** Relations to one record: the record holds their key, and what is shown of them under `related`. */
  relations: Record<string, RelationKey>;
  listFields: string;
  /** What the page of one record shows beyond the list. */
  oneFields?: string;
  createFields: string[];
  updateFields: string[];
  /** Arguments of the list beside filter, sort and page, with their types. */
  listArguments?: Record<string, string>;
  /** The operations that the API has of it; all when left out. What else there is has documents of its own. */
  only?: OperationKind[];
  /** Whether records count their changes. */
  isVersioned?: false;
  /** Filters that the API takes as they are, not as { eq }. */
  plainFilters?: string[];
}

type RelationKey = 'code' | 'id';

export type OperationKind =
  | 'getList'
  | 'getOne'
  | 'getMany'
  | 'create'
  | 'update'
  | 'updateMany'
  | 'delete'
  | 'deleteMany';

const named = 'code name nameEn';

const ordered = (one: string, many: string): ResourceSchema => ({
  names: operationNames(one, many),
  coded: true,
  relations: {},
  listFields: `${named} sortOrder`,
  createFields: ['code', 'name', 'nameEn', 'sortOrder'],
  updateFields: ['name', 'nameEn', 'sortOrder'],
});

export const resources: Record<string, ResourceSchema> = {
  partyUnits: {
    names: operationNames('partyUnit', 'partyUnits'),
    coded: true,
    relations: { kind: 'code', sector: 'code', parent: 'code' },
    listFields: `${named} level openedOn closedOn kind { ${named} } sector { ${named} } parent { ${named} }`,
    oneFields: `ancestors { ${named} } successor { ${named} }
      changes { id type effectiveOn documentNumber note recordedAt }`,
    createFields: [
      'code',
      'name',
      'nameEn',
      'kind',
      'sector',
      'parent',
      'openedOn',
      'closedOn',
      'documentNumber',
      'note',
    ],
    updateFields: ['name', 'nameEn', 'kind', 'sector', 'parent', 'openedOn', 'closedOn'],
    listArguments: { asOf: 'Date', includeClosed: 'Boolean' },
    plainFilters: ['ancestor'],
  },
  unitKinds: ordered('unitKind', 'unitKinds'),
  sectors: ordered('sector', 'sectors'),
  dimensions: {
    names: operationNames('dimension', 'dimensions'),
    coded: true,
    relations: {},
    listFields: `${named} members { id ${named} sortOrder version }`,
    createFields: ['code', 'name', 'nameEn', 'members'],
    updateFields: ['name', 'nameEn'],
  },
  dimensionMembers: {
    names: operationNames('dimensionMember', 'dimensionMembers'),
    // Its code is unique within its dimension only.
    coded: false,
    relations: { dimension: 'code' },
    listFields: `${named} sortOrder dimension { ${named} }`,
    createFields: ['dimension', 'code', 'name', 'nameEn', 'sortOrder'],
    updateFields: ['name', 'nameEn', 'sortOrder'],
  },
  indicators: {
    names: operationNames('indicator', 'indicators'),
    coded: true,
    relations: { dimension: 'code' },
    listFields: `${named} group unitOfMeasure decimals periodType unitAggregation periodAggregation isComputed
      description direction fill minimum maximum formula isSensitive dimension { ${named} }`,
    createFields: [
      'code',
      'name',
      'nameEn',
      'description',
      'unitOfMeasure',
      'decimals',
      'periodType',
      'unitAggregation',
      'periodAggregation',
      'direction',
      'fill',
      'group',
      'dimension',
      'minimum',
      'maximum',
      'formula',
      'isSensitive',
    ],
    updateFields: [
      'name',
      'nameEn',
      'description',
      'unitOfMeasure',
      'decimals',
      'periodType',
      'unitAggregation',
      'periodAggregation',
      'direction',
      'fill',
      'group',
      'dimension',
      'minimum',
      'maximum',
      'formula',
      'isSensitive',
    ],
    plainFilters: ['isComputed', 'isSensitive'],
  },
  observations: {
    names: operationNames('observation', 'observations'),
    coded: false,
    relations: { unit: 'code', indicator: 'code', period: 'code', member: 'code' },
    listFields: `numeric note source recordedBy recordedAt unit { ${named} } period { code type }
      indicator { ${named} decimals unitOfMeasure periodType } member { ${named} }`,
    createFields: ['unit', 'indicator', 'period', 'member', 'numeric', 'note', 'source'],
    updateFields: ['numeric', 'note', 'source'],
    plainFilters: ['under'],
  },
  programmes: {
    names: operationNames('programme', 'programmes'),
    coded: true,
    relations: {},
    listFields: `${named} documentNumber startsOn endsOn objectivesReached objectivesTotal`,
    oneFields: `description objectives { ${named} reached targets { id value note version reached actual
      unit { ${named} } period { code } indicator { ${named} decimals unitOfMeasure direction } } }`,
    createFields: ['code', 'name', 'nameEn', 'description', 'documentNumber', 'startsOn', 'endsOn'],
    updateFields: ['name', 'nameEn', 'description', 'documentNumber', 'startsOn', 'endsOn'],
  },
  objectives: {
    names: operationNames('objective', 'objectives'),
    coded: true,
    relations: { programme: 'code' },
    listFields: `${named} sortOrder reached programme { ${named} }`,
    createFields: ['programme', 'code', 'name', 'nameEn', 'sortOrder'],
    updateFields: ['name', 'nameEn', 'sortOrder'],
  },
  targets: {
    names: operationNames('target', 'targets'),
    coded: false,
    relations: { objective: 'code', indicator: 'code', unit: 'code', period: 'code' },
    listFields: `value note reached actual objective { ${named} } unit { ${named} } period { code type }
      indicator { ${named} decimals unitOfMeasure direction }`,
    createFields: ['objective', 'indicator', 'unit', 'period', 'value', 'note'],
    updateFields: ['objective', 'value', 'note'],
  },
  users: {
    names: operationNames('user', 'users'),
    coded: false,
    relations: {},
    listFields: `username name isDisabled isDemo mustChangePassword createdAt
      grants { id role seesSensitive unit { ${named} } }`,
    // A new one comes with a password: see users.queries.ts.
    only: ['getList', 'getOne', 'getMany', 'update', 'delete'],
    createFields: [],
    updateFields: ['name'],
    plainFilters: ['isDisabled'],
  },
  grants: {
    names: operationNames('grant', 'grants'),
    coded: false,
    relations: { unit: 'code', user: 'id' },
    listFields: `role seesSensitive unit { ${named} } user { id username name }`,
    only: ['getList', 'getOne', 'getMany', 'create', 'update', 'delete'],
    createFields: ['userId', 'role', 'unit', 'seesSensitive'],
    updateFields: ['role', 'unit', 'seesSensitive'],
    plainFilters: ['userIds'],
  },
  auditEntries: {
    names: operationNames('auditEntry', 'auditEntries'),
    coded: false,
    isVersioned: false,
    relations: {},
    listFields: 'at actor actorKind requestId operation resource recordId recordName before after',
    only: ['getList'],
    createFields: [],
    updateFields: [],
    plainFilters: ['recordId', 'requestId', 'unitId'],
  },
};

export function resourceSchema(resource: string): ResourceSchema {
  const schema = resources[resource];
  if (!schema) throw new Error(`The data provider knows no resource "${resource}".`);
  return schema;
}
