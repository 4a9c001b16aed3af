import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { buildSchema } from '../../../server/graphql';
import { printSdl } from '../../../server/print-sdl';
import { findProjectRoot } from '../../../server/project-root';

const schema = buildSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

describe('the schema', () => {
  it('is the one in schema/schema.graphql; else run `npm run schema`', () => {
    const emitted = readFileSync(join(findProjectRoot(), 'schema', 'schema.graphql'), 'utf8');
    expect(printSdl(schema)).toBe(emitted);
  });

  it('answers plain fields without a promise: an async function around each made large answers 16 times slower', () => {
    const type = schema.getType('Sector') as GraphQLObjectType;
    const { name } = type.getFields();
    expect(name?.resolve?.({ name: 'Y tế' }, {}, {}, {} as GraphQLResolveInfo)).toBe('Y tế');
  });

  it('explains every query, change, relation and argument that does not explain itself', () => {
    const unexplained = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
      Object.values(root?.getFields() ?? {})
        .filter(({ description }) => !description)
        .map(({ name }) => name),
    );
    expect(unexplained).toEqual([]);
  });

  it('explains every type', () => {
    const unexplained = types.filter(
      (type) =>
        (isObjectType(type) || isEnumType(type) || isInputObjectType(type)) &&
        !['Query', 'Mutation'].includes(type.name) &&
        !type.description,
    );
    expect(unexplained.map(({ name }) => name)).toEqual([]);
  });

  it('explains every field of a question about figures', () => {
    const asked = [
      'AnalyticsQuery',
      'UnitSelection',
      'PeriodSelection',
      'ContributorFilter',
      'ComparisonInput',
    ];
    const unexplained = types
      .filter(isInputObjectType)
      .filter(({ name }) => asked.includes(name) || name.endsWith('Sort') || name === 'AnalyticsOrder')
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(({ description }) => !description)
          .map(({ name }) => `${type.name}.${name}`),
      );
    expect(unexplained).toEqual([]);
  });

  it('explains every field of an answer', () => {
    const unexplained = types.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ description }) => !description)
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(unexplained).toEqual([]);
  });
});
