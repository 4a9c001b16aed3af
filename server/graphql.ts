import 'reflect-metadata';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AnalyticsResolver } from './analytics/analytics.resolver';
import { PartyUnitAnalyticsResolver } from './analytics/party-unit-analytics.resolver';
import type { RequestContext } from './context';
import { createLoaders } from './loaders';
import { SectorResolver } from './sector/sector.resolver';
import { UnitKindResolver } from './unit-kind/unit-kind.resolver';
import { validateInput } from './validate-input';

/** Every resolver of the API. Its instance with its services is made in container.ts. */
export const resolvers = [
  AnalyticsResolver,
  PartyUnitAnalyticsResolver,
  SectorResolver,
  UnitKindResolver,
] as const;

/**
 * The executable schema. It holds no connection: each request brings its resolvers in the context. There is no global
 * middleware, since one async function around every field made large answers sixteen times slower.
 */
export function buildSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers,
    validateFn: validateInput,
    container: ({ context }: { context: RequestContext }) => context.container,
  });
  return startMutationsWithFreshLoaders(schema);
}

/** The mutations of one request run in order; each must see what the one before it wrote. */
function startMutationsWithFreshLoaders(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args, context: RequestContext, info) => {
      context.loaders = createLoaders(context.dataSource);
      return resolve(source, args, context, info);
    };
  }
  return schema;
}
