import { registerEnumType } from 'type-graphql';
import { enumFilter } from '../list/enum-filter';

/** What was changed, by the name of its type in the API. */
export enum AuditResource {
  PartyUnit = 'PartyUnit',
  UnitPlacement = 'UnitPlacement',
  UnitChange = 'UnitChange',
  UnitKind = 'UnitKind',
  Sector = 'Sector',
  Dimension = 'Dimension',
  DimensionMember = 'DimensionMember',
  Indicator = 'Indicator',
  Observation = 'Observation',
  Programme = 'Programme',
  Objective = 'Objective',
  Target = 'Target',
  User = 'User',
  Grant = 'Grant',
  ApiKey = 'ApiKey',
}

export enum AuditOperation {
  INSERT = 'INSERT',
  UPDATE = 'UPDATE',
  DELETE = 'DELETE',
}

export enum ActorKind {
  USER = 'USER',
  KEY = 'KEY',
  SYSTEM = 'SYSTEM',
}

registerEnumType(AuditResource, {
  name: 'AuditResource',
  description: 'What was changed.',
  valuesConfig: {
    PartyUnit: { description: 'A unit: its code, the days on which it opens and closes, its successor.' },
    UnitPlacement: {
      description: 'Where a unit stands from a day on, with its name, kind and sector of that time.',
    },
    UnitChange: { description: 'An act on the tree, such as a merger.' },
    Observation: { description: 'A figure.' },
    User: {
      description: 'A person who can sign in; of secrets is told that they changed, not what they are.',
    },
    Grant: { description: 'A role of a person on a part of the tree.' },
    ApiKey: { description: 'A key for a tool.' },
  },
});
registerEnumType(AuditOperation, {
  name: 'AuditOperation',
  description: 'What was done with a record.',
  valuesConfig: {
    INSERT: { description: 'It was made.' },
    UPDATE: { description: 'Some of its fields were changed.' },
    DELETE: { description: 'It was deleted.' },
  },
});
registerEnumType(ActorKind, {
  name: 'ActorKind',
  description: 'Who made a change.',
  valuesConfig: {
    USER: { description: 'A person who was signed in.' },
    KEY: { description: 'A tool with a key.' },
    SYSTEM: { description: 'A command on the server itself, or someone at the database.' },
  },
});

export const AuditResourceFilter = enumFilter('AuditResourceFilter', AuditResource);
export const AuditOperationFilter = enumFilter('AuditOperationFilter', AuditOperation);
export const ActorKindFilter = enumFilter('ActorKindFilter', ActorKind);
