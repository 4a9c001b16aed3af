import type { ContainerType } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { AnalyticsResolver } from './analytics/analytics.resolver';
import { AnalyticsService } from './analytics/analytics.service';
import { PartyUnitAnalyticsResolver } from './analytics/party-unit-analytics.resolver';
import { resolvers } from './graphql';
import { SectorResolver } from './sector/sector.resolver';
import { SectorService } from './sector/sector.service';
import { UnitKindResolver } from './unit-kind/unit-kind.resolver';
import { UnitKindService } from './unit-kind/unit-kind.service';

/** Everything that lives as long as the server, put together by hand: here one reads who works with whom. */
export function createContainer(dataSource: DataSource): ContainerType {
  const instances = [
    new AnalyticsResolver(new AnalyticsService(dataSource)),
    new PartyUnitAnalyticsResolver(),
    new SectorResolver(new SectorService(dataSource)),
    new UnitKindResolver(new UnitKindService(dataSource)),
  ];

  const byClass = new Map<unknown, object>(instances.map((instance) => [instance.constructor, instance]));
  const missing = resolvers.filter((resolver) => !byClass.has(resolver));
  if (missing.length > 0) throw new Error(`No instance of ${missing.map(({ name }) => name).join(', ')}.`);
  return { get: (resolver) => byClass.get(resolver) };
}
