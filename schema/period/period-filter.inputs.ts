import { Field, InputType } from 'type-graphql';

@InputType({
  description:
    'A condition on a period by its code: 2022, 2022-H2, 2022-Q3 or 2022-08. All operators given must hold.',
})
export class PeriodFilter {
  @Field(() => String, { nullable: true, description: 'This very period.' })
  eq?: string;

  @Field(() => [String], { nullable: true, description: 'One of these; an empty list matches nothing.' })
  in?: string[];

  @Field(() => String, { nullable: true, description: 'Periods that start with this one or later.' })
  gte?: string;

  @Field(() => String, { nullable: true, description: 'Periods that end with this one or earlier.' })
  lte?: string;
}
