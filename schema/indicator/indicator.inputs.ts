import { Matches, Max, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { CodedFilter, CreateCodedInput, UpdateCodedInput } from '../coded.inputs';
import { IsLine, IsStorableDecimal, IsText, MayBeLeftOut, MayBeNull } from '../constraints';
import type { EnumFilter } from '../list/enum-filter';
import { CodeFilter, StringFilter } from '../list/filters.inputs';
import { PeriodType } from '../period/period-type.enum';
import { DecimalScalar } from '../scalar/decimal.scalar';
import { Direction, Fill, PeriodAggregation, UnitAggregation } from './aggregation.enum';
import { PeriodAggregationFilter, PeriodTypeFilter, UnitAggregationFilter } from './indicator-filters.inputs';

@InputType({ description: 'Conditions on indicators; all that are given must hold.' })
export class IndicatorFilter extends CodedFilter {
  @Field(() => StringFilter, { nullable: true, description: 'The heading that it is listed under.' })
  group?: StringFilter | null;

  @Field(() => PeriodTypeFilter, { nullable: true, description: 'How often it is reported.' })
  periodType?: EnumFilter<PeriodType> | null;

  @Field(() => UnitAggregationFilter, { nullable: true, description: 'How units roll up.' })
  unitAggregation?: EnumFilter<UnitAggregation> | null;

  @Field(() => PeriodAggregationFilter, { nullable: true, description: 'How periods add up.' })
  periodAggregation?: EnumFilter<PeriodAggregation> | null;

  @Field(() => CodeFilter, { nullable: true, description: 'The code of its dimension.' })
  dimension?: CodeFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'true: computed by a formula; false: reported.' })
  isComputed?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether grants can leave its figures out.' })
  isSensitive?: boolean | null;
}

@InputType({
  description:
    'Reported: with periodType, unitAggregation and periodAggregation. Computed: with a formula, and without these, dimension, minimum and maximum.',
})
export class CreateIndicatorInput extends CreateCodedInput {
  @Field(() => String, { nullable: true, description: 'What it means, whom it counts, from which source.' })
  @MayBeNull()
  @IsText(4000)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'What one unit of the value is, such as "đảng viên".' })
  @MayBeNull()
  @IsLine(100)
  unitOfMeasure?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many decimal places to show, 0 to 12; 0 when left out.',
  })
  @MayBeLeftOut()
  @Min(0, { message: 'must be 0 or more' })
  @Max(12, { message: 'must be at most 12' })
  decimals?: number;

  @Field(() => PeriodType, { nullable: true, description: 'How often it is reported.' })
  periodType?: PeriodType | null;

  @Field(() => UnitAggregation, { nullable: true, description: 'How units roll up.' })
  unitAggregation?: UnitAggregation | null;

  @Field(() => PeriodAggregation, { nullable: true, description: 'How periods add up.' })
  periodAggregation?: PeriodAggregation | null;

  @Field(() => Direction, {
    nullable: true,
    description: 'Which way is better; HIGHER_IS_BETTER when left out.',
  })
  @MayBeLeftOut()
  direction?: Direction;

  @Field(() => Fill, { nullable: true, description: 'How long a stock stands; CARRY_FORWARD when left out.' })
  @MayBeLeftOut()
  fill?: Fill;

  @Field(() => String, { nullable: true, description: 'The heading that it is listed under.' })
  @MayBeNull()
  @IsLine(200)
  group?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of the dimension that it is reported by.' })
  @MayBeNull()
  dimension?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The smallest value that may be reported.' })
  @MayBeNull()
  @IsStorableDecimal()
  minimum?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The largest value that may be reported.' })
  @MayBeNull()
  @IsStorableDecimal()
  maximum?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether grants can leave its figures out; false when left out.',
  })
  @MayBeLeftOut()
  isSensitive?: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'How it is computed, such as `100 * good / classified`. Codes with other characters than letters, digits and _ stand in double quotes; `code[member]` takes one member, `code@-1` the period before, `ytd(code)` the year up to the end of the period.',
  })
  @MayBeNull()
  @IsText(4000)
  @Matches(/\S/, { message: 'must not be blank; an indicator that is reported has none' })
  formula?: string | null;
}

@InputType({
  description:
    'What is left out stays as it is; null empties. The code never changes; once there are figures, periodType, dimension and being reported do not either.',
})
export class UpdateIndicatorInput extends UpdateCodedInput {
  @Field(() => String, { nullable: true, description: 'What it means, whom it counts, from which source.' })
  @MayBeNull()
  @IsText(4000)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'What one unit of the value is, such as "đảng viên".' })
  @MayBeNull()
  @IsLine(100)
  unitOfMeasure?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many decimal places to show, 0 to 12.' })
  @MayBeLeftOut()
  @Min(0, { message: 'must be 0 or more' })
  @Max(12, { message: 'must be at most 12' })
  decimals?: number;

  @Field(() => PeriodType, { nullable: true, description: 'How often it is reported.' })
  periodType?: PeriodType | null;

  @Field(() => UnitAggregation, { nullable: true, description: 'How units roll up.' })
  unitAggregation?: UnitAggregation | null;

  @Field(() => PeriodAggregation, { nullable: true, description: 'How periods add up.' })
  periodAggregation?: PeriodAggregation | null;

  @Field(() => Direction, { nullable: true, description: 'Which way is better.' })
  @MayBeLeftOut()
  direction?: Direction;

  @Field(() => Fill, { nullable: true, description: 'How long a stock stands.' })
  @MayBeLeftOut()
  fill?: Fill;

  @Field(() => String, { nullable: true, description: 'The heading that it is listed under.' })
  @MayBeNull()
  @IsLine(200)
  group?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of the dimension that it is reported by.' })
  @MayBeNull()
  dimension?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The smallest value that may be reported.' })
  @MayBeNull()
  @IsStorableDecimal()
  minimum?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The largest value that may be reported.' })
  @MayBeNull()
  @IsStorableDecimal()
  maximum?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether grants can leave its figures out.',
  })
  @MayBeLeftOut()
  isSensitive?: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'How it is computed, such as `100 * good / classified`. Codes with other characters than letters, digits and _ stand in double quotes; `code[member]` takes one member, `code@-1` the period before, `ytd(code)` the year up to the end of the period.',
  })
  @MayBeNull()
  @IsText(4000)
  @Matches(/\S/, { message: 'must not be blank; an indicator that is reported has none' })
  formula?: string | null;
}
