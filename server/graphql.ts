import 'reflect-metadata';
import { assertObjectType, defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { forbidden } from './access/access';
import { AnalyticsResolver } from './analytics/analytics.resolver';
import { PartyUnitAnalyticsResolver } from './analytics/party-unit-analytics.resolver';
import { ApiKeyResolver } from './api-key/api-key.resolver';
import { AuditResolver } from './audit/audit.resolver';
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
  AuditResolver,
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
  return guardUnits(startMutationsWithFreshLoaders(schema));
}

/** What may be told of a unit that only stands above, or stood around, what the caller's grants cover. */
const fieldsOfName = new Set(['id', 'code', 'name', 'nameEn', 'level', 'parent', 'ancestors']);

/** Whatever leads to a unit, only its name is told if no grant covers it; for callers who see all units it costs no look-up. */
function guardUnits(schema: GraphQLSchema): GraphQLSchema {
  const { PartyUnit } = schema.getTypeMap();
  for (const [name, field] of Object.entries(assertObjectType(PartyUnit).getFields())) {
    if (fieldsOfName.has(name)) continue;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (unit: { id: number }, args, context: RequestContext, info) => {
      if (context.access.scopeOf('READ').hasAllUnits) return resolve(unit, args, context, info);
      return context.loaders.isCovered.load(unit.id).then((isCovered) => {
        if (!isCovered) throw forbidden('READ');
        return resolve(unit, args, context, info);
      });
    };
  }
  return schema;
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
