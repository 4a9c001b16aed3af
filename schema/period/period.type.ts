import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../scalar/date.scalar';
import { PeriodType } from './period-type.enum';

@ObjectType({
  description: 'A month, quarter, half-year or year; or, in a row of a range, all of that range.',
})
export class Period {
  @Field(() => String, {
    description:
      'The code: 2022, 2022-H2, 2022-Q3 or 2022-08; for a range, its first and last code joined by "..".',
  })
  code!: string;

  @Field(() => PeriodType, { nullable: true, description: 'Null for a range of several periods.' })
  type!: PeriodType | null;

  @Field(() => DateScalar, { description: 'The first day.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day, itself included.' })
  endsOn!: string;
}
