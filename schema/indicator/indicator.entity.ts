import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { CodedEntity } from '../coded.entity';
import { Dimension } from '../dimension/dimension.entity';
import { PeriodType } from '../period/period-type.enum';
import { DecimalScalar } from '../scalar/decimal.scalar';
import { Direction, Fill, PeriodAggregation, UnitAggregation } from './aggregation.enum';

/** What is counted. Reported by units, or computed from other indicators by a formula: then it has no aggregation of its own. */
@Entity('indicator')
@ObjectType({
  description:
    'What is counted: reported by units, period after period, or computed by a formula on the rolled-up values of other indicators.',
})
export class Indicator extends CodedEntity {
  @Field(() => String, {
    nullable: true,
    description: 'What it means, whom it counts and from which source.',
  })
  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What one unit of the value is, such as "đảng viên" or "%".',
  })
  @Column({ name: 'unit_of_measure', type: 'text', nullable: true })
  unitOfMeasure!: string | null;

  @Field(() => Int, { description: 'How many decimal places to show. Values are kept and answered exactly.' })
  @Column({ type: 'smallint', default: 0 })
  decimals!: number;

  @Field(() => PeriodType, {
    nullable: true,
    description:
      'The base period: how often it is reported. Null when computed (the coarsest operand decides).',
  })
  @Column({ name: 'period_type', type: 'text', nullable: true })
  periodType!: PeriodType | null;

  @Field(() => UnitAggregation, { nullable: true, description: 'How units roll up. Null when computed.' })
  @Column({ name: 'unit_aggregation', type: 'text', nullable: true })
  unitAggregation!: UnitAggregation | null;

  @Field(() => PeriodAggregation, { nullable: true, description: 'How periods add up. Null when computed.' })
  @Column({ name: 'period_aggregation', type: 'text', nullable: true })
  periodAggregation!: PeriodAggregation | null;

  @Field(() => Direction, { description: 'Which way is better.' })
  @Column({ type: 'text', default: Direction.HIGHER_IS_BETTER })
  direction!: Direction;

  @Field(() => Fill, { description: 'The fill used when a query names none; it matters for stocks only.' })
  @Column({ type: 'text', default: Fill.CARRY_FORWARD })
  fill!: Fill;

  @Field(() => String, { nullable: true, description: 'The heading that it is listed under.' })
  @Column({ name: 'group_name', type: 'text', nullable: true })
  group!: string | null;

  @Column({ name: 'dimension_id', type: 'integer', nullable: true })
  dimensionId!: number | null;

  @ManyToOne(() => Dimension, { nullable: true })
  @JoinColumn({ name: 'dimension_id' })
  dimension!: Relation<Dimension> | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The smallest value that may be reported.' })
  @Column({ type: 'numeric', nullable: true })
  minimum!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The largest value that may be reported.' })
  @Column({ type: 'numeric', nullable: true })
  maximum!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether its figures, and all that is computed from them, are hidden from those whose grant leaves sensitive indicators out. Its definition is not.',
  })
  @Column({ name: 'is_sensitive', type: 'boolean', default: false })
  isSensitive!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'How it is computed, such as `100 * good / classified`. Null when reported. Codes with other characters than letters, digits and _ stand in double quotes; `code[member]` takes one member, `code@-1` the period before, `ytd(code)` the year up to the end of the period.',
  })
  @Column({ type: 'text', nullable: true })
  formula!: string | null;
}
