import 'reflect-metadata';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AnalyticsResolver } from './analytics/analytics.resolver';
import { PartyUnitAnalyticsResolver } from './analytics/party-unit-analytics.resolver';
import { ApiKeyResolver } from './api-key/api-key.resolver';
import type { RequestContext } from './context';
import { DimensionResolver } from './dimension/dimension.resolver';
import { DimensionMemberResolver } from './dimension/dimension-member.resolver';
import { GrantResolver } from './grant/grant.resolver';
import { IndicatorResolver } from './indicator/indicator.resolver';
import { createLoaders } from './loaders';
import { MeResolver } from './me/me.resolver';
import { ObservationResolver } from './observation/observation.resolver';
import { PartyUnitResolver } from './party-unit/party-unit.resolver';
import { PartyUnitRelationsResolver } from './party-unit/party-unit-relations.resolver';
import { ObjectiveResolver } from './programme/objective.resolver';
import { ProgrammeResolver } from './programme/programme.resolver';
import { TargetResolver } from './programme/target.resolver';
import { SectorResolver } from './sector/sector.resolver';
import { SessionResolver } from './session/session.resolver';
import { UnitChangeResolver } from './unit-change/unit-change.resolver';
import { UnitKindResolver } from './unit-kind/unit-kind.resolver';
import { UserResolver } from './user/user.resolver';
import { validateInput } from './validate-input';

/** Every resolver of the API. Its instance with its services is made in container.ts. */
export const resolvers = [
  AnalyticsResolver,
  ApiKeyResolver,
  DimensionMemberResolver,
  DimensionResolver,
  GrantResolver,
  IndicatorResolver,
  MeResolver,
  ObjectiveResolver,
  ObservationResolver,
  PartyUnitAnalyticsResolver,
  PartyUnitRelationsResolver,
  PartyUnitResolver,
  ProgrammeResolver,
  SectorResolver,
  SessionResolver,
  TargetResolver,
  UnitChangeResolver,
  UnitKindResolver,
  UserResolver,
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
      context.loaders = createLoaders(context.dataSource, context);
      return resolve(source, args, context, info);
    };
  }
  return schema;
}
