import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { AnalyticsOrderField, AnalyticsQuery } from '../../schema/analytics/analytics-query.inputs';
import { AnalyticsResult, AnalyticsRow } from '../../schema/analytics/analytics-result.type';
import { DimensionMember } from '../../schema/dimension/dimension-member.entity';
import { Indicator } from '../../schema/indicator/indicator.entity';
import { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import { Sector } from '../../schema/sector/sector.entity';
import { UnitKind } from '../../schema/unit-kind/unit-kind.entity';
import type { RequestContext } from '../context';
import type { AnalyticsService } from './analytics.service';
import { asksFor } from './asks-for';

@Resolver(() => AnalyticsRow)
export class AnalyticsResolver {
  constructor(private readonly service: AnalyticsService) {}

  @Query(() => AnalyticsResult, {
    description:
      'Figures rolled up over the tree and over time: always from the data as it is now, exact, and along the tree of today, of a date or of the time. What has no meaning is refused with AGGREGATION_NOT_ALLOWED, PERIOD_TYPE_MISMATCH, PERIOD_RANGE_INVALID or QUERY_INVALID; unknown codes with UNKNOWN_CODE.',
  })
  analytics(
    @Arg('query', () => AnalyticsQuery, { description: 'What to ask.' }) query: AnalyticsQuery,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 1000,
      description: 'How many rows a page has, up to 10,000.',
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' })
    after: string | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AnalyticsResult> {
    const ordersBy = (field: AnalyticsOrderField) => query.orderBy?.some(({ by }) => by === field) ?? false;
    return this.service.answer(query, {
      first: first ?? 1000,
      after: after ?? null,
      wantsShare: ordersBy(AnalyticsOrderField.SHARE) || asksFor('share', info),
      wantsRank: ordersBy(AnalyticsOrderField.RANK) || asksFor('rank', info),
      wantsReportedUnits: asksFor('reportedUnits', info),
    });
  }

  @FieldResolver(() => Indicator, { description: 'The indicator of the row.' })
  indicator(@Root() row: AnalyticsRow, @Ctx() { loaders }: RequestContext): Promise<Indicator> {
    return loaders.indicator.load(row.indicatorId);
  }

  @FieldResolver(() => PartyUnit, {
    nullable: true,
    description: 'The unit of the row, as it was on the date of the tree. Null without UNIT in groupBy.',
  })
  unit(
    @Root() { unitId, unitAsOf }: AnalyticsRow,
    @Ctx() { loaders }: RequestContext,
  ): Promise<PartyUnit> | null {
    return unitId === null ? null : loaders.partyUnit.load({ id: unitId, asOf: unitAsOf });
  }

  @FieldResolver(() => UnitKind, {
    nullable: true,
    description:
      'The kind of the reporting units. Null without KIND in groupBy, and for units without a kind.',
  })
  kind(@Root() { kindId }: AnalyticsRow, @Ctx() { loaders }: RequestContext): Promise<UnitKind> | null {
    return kindId === null ? null : loaders.unitKind.load(kindId);
  }

  @FieldResolver(() => Sector, {
    nullable: true,
    description:
      'The sector of the reporting units. Null without SECTOR in groupBy, and for units without a sector.',
  })
  sector(@Root() { sectorId }: AnalyticsRow, @Ctx() { loaders }: RequestContext): Promise<Sector> | null {
    return sectorId === null ? null : loaders.sector.load(sectorId);
  }

  @FieldResolver(() => DimensionMember, {
    nullable: true,
    description: 'The member of the breakdown. Null without MEMBER in groupBy.',
  })
  member(
    @Root() { memberId }: AnalyticsRow,
    @Ctx() { loaders }: RequestContext,
  ): Promise<DimensionMember> | null {
    return memberId === null ? null : loaders.dimensionMember.load(memberId);
  }
}
