import 'reflect-metadata';
import type { ContainerType } from 'type-graphql';
import type { DataSource } from 'typeorm';
import type { Caller } from './access/caller';
import { AnalyticsResolver } from './analytics/analytics.resolver';
import { AnalyticsService } from './analytics/analytics.service';
import { PartyUnitAnalyticsResolver } from './analytics/party-unit-analytics.resolver';
import { ApiKeyResolver } from './api-key/api-key.resolver';
import { ApiKeyService } from './api-key/api-key.service';
import { AuditResolver } from './audit/audit.resolver';
import { AuditService } from './audit/audit.service';
import type { Clock } from './clock';
import { DimensionResolver } from './dimension/dimension.resolver';
import { DimensionService } from './dimension/dimension.service';
import { DimensionMemberResolver } from './dimension/dimension-member.resolver';
import { DimensionMemberService } from './dimension/dimension-member.service';
import { GrantResolver } from './grant/grant.resolver';
import { GrantService } from './grant/grant.service';
import { resolvers } from './graphql';
import { IndicatorResolver } from './indicator/indicator.resolver';
import { IndicatorService } from './indicator/indicator.service';
import { MeResolver } from './me/me.resolver';
import { MeService } from './me/me.service';
import { ObservationResolver } from './observation/observation.resolver';
import { ObservationService } from './observation/observation.service';
import { PartyUnitResolver } from './party-unit/party-unit.resolver';
import { PartyUnitService } from './party-unit/party-unit.service';
import { PartyUnitRelationsResolver } from './party-unit/party-unit-relations.resolver';
import { ObjectiveResolver } from './programme/objective.resolver';
import { ObjectiveService } from './programme/objective.service';
import { ProgrammeResolver } from './programme/programme.resolver';
import { ProgrammeService } from './programme/programme.service';
import { TargetResolver } from './programme/target.resolver';
import { TargetService } from './programme/target.service';
import { SectorResolver } from './sector/sector.resolver';
import { SectorService } from './sector/sector.service';
import { SessionResolver } from './session/session.resolver';
import { SessionService } from './session/session.service';
import { UnitChangeResolver } from './unit-change/unit-change.resolver';
import { UnitChangeService } from './unit-change/unit-change.service';
import { UnitKindResolver } from './unit-kind/unit-kind.resolver';
import { UnitKindService } from './unit-kind/unit-kind.service';
import { UserResolver } from './user/user.resolver';
import { UserService } from './user/user.service';

/**
 * The resolvers of one request with their services, put together by hand: here one reads who works with whom, and that nothing
 * reads or writes without knowing for whom.
 */
export function createContainer(dataSource: DataSource, caller: Caller, clock: Clock): ContainerType {
  const analytics = new AnalyticsService(dataSource, caller);
  const instances = [
    new AnalyticsResolver(analytics),
    new ApiKeyResolver(new ApiKeyService(dataSource, caller, clock)),
    new AuditResolver(new AuditService(dataSource, caller)),
    new DimensionMemberResolver(new DimensionMemberService(dataSource, caller)),
    new DimensionResolver(new DimensionService(dataSource, caller)),
    new GrantResolver(new GrantService(dataSource, caller)),
    new IndicatorResolver(new IndicatorService(dataSource, caller)),
    new MeResolver(new MeService(dataSource, caller)),
    new ObjectiveResolver(new ObjectiveService(dataSource, caller)),
    new ObservationResolver(new ObservationService(dataSource, caller)),
    new PartyUnitAnalyticsResolver(),
    new PartyUnitRelationsResolver(),
    new PartyUnitResolver(new PartyUnitService(dataSource, caller)),
    new ProgrammeResolver(new ProgrammeService(dataSource, caller)),
    new SectorResolver(new SectorService(dataSource, caller)),
    new SessionResolver(new SessionService(dataSource, caller, clock)),
    new TargetResolver(new TargetService(dataSource, caller, analytics)),
    new UnitChangeResolver(new UnitChangeService(dataSource, caller, analytics)),
    new UnitKindResolver(new UnitKindService(dataSource, caller)),
    new UserResolver(new UserService(dataSource, caller, clock)),
  ];

  const byClass = new Map<unknown, object>(instances.map((instance) => [instance.constructor, instance]));
  const missing = resolvers.filter((resolver) => !byClass.has(resolver));
  if (missing.length > 0) throw new Error(`No instance of ${missing.map(({ name }) => name).join(', ')}.`);
  return { get: (resolver) => byClass.get(resolver) };
}
