import { Field, GraphQLISODateTime, InputType, Int } from 'type-graphql';
import { DateScalar } from '../scalar/date.scalar';
import { DecimalScalar } from '../scalar/decimal.scalar';

/** What the operators mean is the same for every type of field; see server/list/filter-fields.ts for their SQL. */
const eq = 'Equal to this.';
const ne = 'Anything but this; what has no value is included.';
const oneOf = 'Equal to one of these; an empty list matches nothing.';
const gte = 'This or more.';
const lte = 'This or less.';
const isNull = 'true: has no value; false: has one.';
const contains =
  'Has this somewhere in it; case and Vietnamese diacritics are ignored ("dang" finds "Đảng").';

@InputType({ description: 'A condition on text. All operators given must hold.' })
export class StringFilter {
  @Field(() => String, { nullable: true, description: eq })
  eq?: string;

  @Field(() => String, { nullable: true, description: ne })
  ne?: string;

  @Field(() => [String], { nullable: true, description: oneOf })
  in?: string[];

  @Field(() => String, { nullable: true, description: contains })
  contains?: string;

  @Field(() => Boolean, { nullable: true, description: isNull })
  isNull?: boolean;
}

@InputType({
  description:
    'A condition on a code, of the record itself or of one that it names. Codes are compared exactly; one that no record has is refused where another record is named by it.',
})
export class CodeFilter {
  @Field(() => String, { nullable: true, description: eq })
  eq?: string;

  @Field(() => String, { nullable: true, description: ne })
  ne?: string;

  @Field(() => [String], { nullable: true, description: oneOf })
  in?: string[];

  @Field(() => String, { nullable: true, description: contains })
  contains?: string;

  @Field(() => Boolean, { nullable: true, description: isNull })
  isNull?: boolean;
}

@InputType({ description: 'A condition on a whole number. All operators given must hold.' })
export class IntFilter {
  @Field(() => Int, { nullable: true, description: eq })
  eq?: number;

  @Field(() => Int, { nullable: true, description: ne })
  ne?: number;

  @Field(() => [Int], { nullable: true, description: oneOf })
  in?: number[];

  @Field(() => Int, { nullable: true, description: gte })
  gte?: number;

  @Field(() => Int, { nullable: true, description: lte })
  lte?: number;

  @Field(() => Boolean, { nullable: true, description: isNull })
  isNull?: boolean;
}

@InputType({
  description: 'A condition on a decimal number, compared exactly. All operators given must hold.',
})
export class DecimalFilter {
  @Field(() => DecimalScalar, { nullable: true, description: eq })
  eq?: string;

  @Field(() => DecimalScalar, { nullable: true, description: ne })
  ne?: string;

  @Field(() => [DecimalScalar], { nullable: true, description: oneOf })
  in?: string[];

  @Field(() => DecimalScalar, { nullable: true, description: gte })
  gte?: string;

  @Field(() => DecimalScalar, { nullable: true, description: lte })
  lte?: string;

  @Field(() => Boolean, { nullable: true, description: isNull })
  isNull?: boolean;
}

@InputType({ description: 'A condition on a day. All operators given must hold.' })
export class DateFilter {
  @Field(() => DateScalar, { nullable: true, description: eq })
  eq?: string;

  @Field(() => DateScalar, { nullable: true, description: ne })
  ne?: string;

  @Field(() => [DateScalar], { nullable: true, description: oneOf })
  in?: string[];

  @Field(() => DateScalar, { nullable: true, description: 'This day or later.' })
  gte?: string;

  @Field(() => DateScalar, { nullable: true, description: 'This day or earlier.' })
  lte?: string;

  @Field(() => Boolean, { nullable: true, description: isNull })
  isNull?: boolean;
}

@InputType({ description: 'A condition on a moment. Both operators given must hold.' })
export class DateTimeFilter {
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'This moment or later.' })
  gte?: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'This moment or earlier.' })
  lte?: Date;
}
