import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { UnitValueArgs } from '../../schema/analytics/analytics-query.inputs';
import { AnalyticsRow } from '../../schema/analytics/analytics-result.type';
import { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import { PeriodType } from '../../schema/period/period-type.enum';
import type { RequestContext } from '../context';
import { asksFor } from './asks-for';

/** The figures of a unit, where one meets it: the same answers as the query `analytics` gives. */
@Resolver(() => PartyUnit)
export class PartyUnitAnalyticsResolver {
  @FieldResolver(() => AnalyticsRow, {
    nullable: true,
    description:
      'The value of an indicator for this unit and all below it; its value is null where nothing was reported.',
  })
  async value(
    @Root() unit: PartyUnit,
    @Args(() => UnitValueArgs) args: UnitValueArgs,
    @Arg('period', () => String, { description: 'A period code such as 2022, 2022-H2, 2022-Q3 or 2022-08.' })
    period: string,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AnalyticsRow | null> {
    const [row] = await loaders.unitValues.load({
      unit,
      question: { ...args, periods: { codes: [period] }, wantsReportedUnits: asksFor('reportedUnits', info) },
    });
    return row ?? null;
  }

  @FieldResolver(() => [AnalyticsRow], {
    description:
      'The values of an indicator for this unit and all below it, a row for each period, its value null where nothing was reported.',
  })
  series(
    @Root() unit: PartyUnit,
    @Args(() => UnitValueArgs) args: UnitValueArgs,
    @Arg('from', () => String, { description: 'The period whose first day begins the series.' }) from: string,
    @Arg('to', () => String, { description: 'The period whose last day ends the series.' }) to: string,
    @Arg('granularity', () => PeriodType, {
      nullable: true,
      description: "The length of the periods; the indicator's own unless named.",
    })
    granularity: PeriodType | undefined,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AnalyticsRow[]> {
    const wantsReportedUnits = asksFor('reportedUnits', info);
    return loaders.unitValues.load({
      unit,
      question: { ...args, granularity, periods: { from, to }, wantsReportedUnits },
    });
  }
}
