import { type GraphQLSchema, isIntrospectionType, isSpecifiedScalarType, printType } from 'graphql';

/** The schema as text: Query and Mutation first, then the types by name, their fields as they are declared. */
export function printSdl(schema: GraphQLSchema): string {
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => !!type);
  const others = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .filter((type) => !roots.some((root) => root === type))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const note = '# Emitted from the classes in schema/ by `npm run schema`; a test fails when it is stale.';
  return `${[note, ...[...roots, ...others].map(printType)].join('\n\n')}\n`;
}
