import { Max, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';
import { MayBeNull } from '../constraints';

/** The arguments that every list has; its own filter and sort are added to them. */
@ArgsType()
export abstract class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 1, description: 'Which page, counted from 1.' })
  @MayBeNull()
  @Min(1, { message: 'must be 1 or more' })
  @Max(1_000_000, { message: 'must be at most 1000000' })
  page!: number | null;

  @Field(() => Int, { nullable: true, defaultValue: 25, description: 'How many on a page, at most 1,000.' })
  @MayBeNull()
  @Min(1, { message: 'must be 1 or more' })
  @Max(1000, { message: 'must be at most 1000' })
  perPage!: number | null;
}
