import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsStorableDecimal, IsText, MayBeLeftOut, MayBeNull } from '../constraints';
import { CodeFilter, DecimalFilter } from '../list/filters.inputs';
import { PeriodFilter } from '../period/period-filter.inputs';
import { DecimalScalar } from '../scalar/decimal.scalar';

@InputType({ description: 'Conditions on targets; all that are given must hold.' })
export class TargetFilter {
  @Field(() => [ID], { nullable: true, description: 'Only the targets with these ids.' })
  ids?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words in the code or a name of the indicator or the unit: each must be found; case and Vietnamese diacritics are ignored.',
  })
  @MayBeNull()
  @MaxLength(200, { message: 'must be at most 200 characters long' })
  q?: string | null;

  @Field(() => CodeFilter, { nullable: true, description: 'The code of its objective.' })
  objective?: CodeFilter | null;

  @Field(() => CodeFilter, { nullable: true, description: 'The code of the indicator.' })
  indicator?: CodeFilter | null;

  @Field(() => CodeFilter, { nullable: true, description: 'The code of the unit.' })
  unit?: CodeFilter | null;

  @Field(() => PeriodFilter, { nullable: true })
  period?: PeriodFilter | null;

  @Field(() => DecimalFilter, { nullable: true })
  value?: DecimalFilter | null;
}

@InputType({ description: 'A new target.' })
export class CreateTargetInput {
  @Field(() => String, { nullable: true, description: 'The code of the objective that it belongs to.' })
  @MayBeNull()
  objective?: string | null;

  @Field(() => String, { description: 'The code of the indicator, reported or computed.' })
  indicator!: string;

  @Field(() => String, { description: 'The code of the unit whose rolled-up value counts.' })
  unit!: string;

  @Field(() => String, { description: 'The period by which it should be reached, such as 2025.' })
  period!: string;

  @Field(() => DecimalScalar, { description: 'At which value it is reached.' })
  @IsStorableDecimal()
  value!: string;

  @Field(() => String, { nullable: true })
  @MayBeNull()
  @IsText(4000)
  note?: string | null;
}

@InputType({ description: 'What is left out stays as it is. Indicator, unit and period never change.' })
export class UpdateTargetInput {
  @Field(() => String, { nullable: true, description: 'The code of the objective; null for none.' })
  @MayBeNull()
  objective?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'At which value it is reached.' })
  @MayBeLeftOut()
  @IsStorableDecimal()
  value?: string;

  @Field(() => String, { nullable: true, description: 'Null empties it.' })
  @MayBeNull()
  @IsText(4000)
  note?: string | null;
}
