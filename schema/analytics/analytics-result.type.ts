import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Period } from '../period/period.type';
import { DecimalScalar } from '../scalar/decimal.scalar';

@ObjectType({ description: 'What a value is held against, and how far it is from it.' })
export class Comparison {
  @Field(() => Float, { nullable: true, description: 'The value compared with; null when there is none.' })
  value!: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value compared with, exactly.' })
  exactValue!: string | null;

  @Field(() => Float, { nullable: true, description: 'The value minus the one compared with.' })
  change!: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The change, exactly.' })
  exactChange!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The change in percent of the absolute value compared with; null when that is 0 or missing.',
  })
  changePercent!: number | null;
}

@ObjectType({
  description: 'One value with the keys that it stands for. A key that is not in groupBy is null.',
})
export class AnalyticsRow {
  indicatorId!: number;
  unitId!: number | null;
  kindId!: number | null;
  sectorId!: number | null;
  memberId!: number | null;

  /** The day on which the names of the row's unit are right. */
  unitAsOf!: string;

  @Field(() => Period, {
    nullable: true,
    description: 'The period of the row; of a range without PERIOD in groupBy, all of it.',
  })
  period!: Period | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The value as the nearest JSON number. Null means not reported; 0 means zero.',
  })
  value!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The value exactly. Only a division rounds: once, half away from zero, to 12 decimal places.',
  })
  exactValue!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of a computed ratio k × a / b: the rolled-up a.',
  })
  numerator!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of a computed ratio k × a / b: the rolled-up b.',
  })
  denominator!: string | null;

  @Field(() => Int, { description: 'How many reports count in the row.' })
  reports!: number;

  @Field(() => Int, {
    description:
      'How many different units these reports are from. Over several periods, members or operands it is counted from the reports themselves, which takes longer the more there are below the unit.',
  })
  reportedUnits!: number;

  @Field(() => Comparison, { nullable: true, description: 'Null unless compareTo is asked for.' })
  comparison!: Comparison | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "The fraction of the value of the unit's parent; for indicators that sum over units. Null for a root and when the parent's value is 0.",
  })
  share!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The place among the units of rows alike in all other keys, the largest value first; equals share a place (1, 1, 3).',
  })
  rank!: number | null;
}

@ObjectType({ description: 'Where an answer goes on.' })
export class AnalyticsPageInfo {
  @Field(() => String, { nullable: true, description: 'Send it as after for the next page.' })
  endCursor!: string | null;

  @Field(() => Boolean, { description: 'Whether there are rows after this page.' })
  hasNextPage!: boolean;
}

@ObjectType({ description: 'The answer to an analytics query.' })
export class AnalyticsResult {
  @Field(() => [AnalyticsRow], { description: 'The rows of this page.' })
  rows!: AnalyticsRow[];

  @Field(() => Int, { description: 'How many rows there are on all pages, after limit.' })
  totalRows!: number;

  @Field(() => AnalyticsPageInfo, { description: 'Where the next page begins.' })
  pageInfo!: AnalyticsPageInfo;

  @Field(() => String, {
    description:
      'Names the state of the figures and of the tree that was answered: equal versions mean equal answers.',
  })
  dataVersion!: string;
}
