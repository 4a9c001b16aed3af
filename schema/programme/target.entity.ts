import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import { PeriodType } from '../period/period-type.enum';
import { DecimalScalar } from '../scalar/decimal.scalar';

/** The value that an indicator should reach for a unit by a period. */
@Entity('target')
@ObjectType({ description: 'The value that an indicator should reach for a unit by a period.' })
export class Target {
  @Field(() => ID, { description: 'Identifies the target within this installation.' })
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'objective_id', type: 'integer', nullable: true })
  objectiveId!: number | null;

  @Column({ name: 'indicator_id', type: 'integer' })
  indicatorId!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'period_type', type: 'text' })
  periodType!: PeriodType;

  @Column({ name: 'period_start', type: 'date' })
  periodStart!: string;

  @Field(() => DecimalScalar, {
    description: 'At which value it is reached; the direction of the indicator says from which side.',
  })
  @Column({ type: 'numeric' })
  value!: string;

  @Field(() => String, { nullable: true, description: 'What else there is to say about it.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => Int, {
    description: 'Counts the changes; send it back with an update, so that no change of others is lost.',
  })
  @VersionColumn({ type: 'integer' })
  version!: number;
}
