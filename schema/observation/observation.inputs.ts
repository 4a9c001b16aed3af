import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsLine, IsStorableDecimal, IsText, MayBeLeftOut, MayBeNull } from '../constraints';
import { CodeFilter, DateTimeFilter, DecimalFilter, StringFilter } from '../list/filters.inputs';
import { PeriodFilter } from '../period/period-filter.inputs';
import { DecimalScalar } from '../scalar/decimal.scalar';

@InputType({ description: 'Conditions on observations; all that are given must hold.' })
export class ObservationFilter {
  @Field(() => [ID], { nullable: true, description: 'Only the observations with these ids.' })
  ids?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words in the code or a name of the unit or the indicator, or in note or source: each must be found; case and Vietnamese diacritics are ignored.',
  })
  @MayBeNull()
  @MaxLength(200, { message: 'must be at most 200 characters long' })
  q?: string | null;

  @Field(() => CodeFilter, { nullable: true, description: 'The code of the unit that reported.' })
  unit?: CodeFilter | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of a unit: what it and all units below it today reported.',
  })
  under?: string | null;

  @Field(() => CodeFilter, { nullable: true, description: 'The code of the indicator.' })
  indicator?: CodeFilter | null;

  @Field(() => PeriodFilter, { nullable: true })
  period?: PeriodFilter | null;

  @Field(() => CodeFilter, { nullable: true, description: 'The code of the member.' })
  member?: CodeFilter | null;

  @Field(() => DecimalFilter, { nullable: true, description: 'The value.' })
  numeric?: DecimalFilter | null;

  @Field(() => StringFilter, { nullable: true })
  note?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true })
  source?: StringFilter | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it was entered last.' })
  recordedAt?: DateTimeFilter | null;
}

@InputType({ description: 'A new figure.' })
export class CreateObservationInput {
  @Field(() => String, { description: 'The code of the unit that reports; it must be open in the period.' })
  unit!: string;

  @Field(() => String, { description: 'The code of the indicator, which must not be a computed one.' })
  indicator!: string;

  @Field(() => String, { description: 'The period, of the type that the indicator is reported by.' })
  period!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The code of a member when the indicator has a dimension, nothing otherwise.',
  })
  @MayBeNull()
  member?: string | null;

  @Field(() => DecimalScalar, { description: 'The value, exactly.' })
  @IsStorableDecimal()
  numeric!: string;

  @Field(() => String, { nullable: true })
  @MayBeNull()
  @IsText(4000)
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the figure comes from, such as a report number.',
  })
  @MayBeNull()
  @IsLine(500)
  source?: string | null;
}

@InputType({
  description: 'What is left out stays as it is. Unit, indicator, period and member never change.',
})
export class UpdateObservationInput {
  @Field(() => DecimalScalar, { nullable: true, description: 'The value, exactly.' })
  @MayBeLeftOut()
  @IsStorableDecimal()
  numeric?: string;

  @Field(() => String, { nullable: true, description: 'Null empties it.' })
  @MayBeNull()
  @IsText(4000)
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the figure comes from; null empties it.' })
  @MayBeNull()
  @IsLine(500)
  source?: string | null;
}
