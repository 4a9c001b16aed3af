import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { DecimalScalar } from '../scalar/decimal.scalar';

/**
 * One value: unit × indicator × period × member. The period is kept as its first day, its type being the indicator's.
 * There is no surrogate key: the four parts make the id that the API shows (see server/observation/observation-id.ts).
 */
@Entity('observation')
@ObjectType({
  description:
    'One reported value: of a unit, for an indicator, in a period, for a member of its breakdown if it has one.',
})
export class Observation {
  @PrimaryColumn({ name: 'indicator_id', type: 'integer' })
  indicatorId!: number;

  @PrimaryColumn({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @PrimaryColumn({ name: 'period_start', type: 'date' })
  periodStart!: string;

  /** Part of the key, null included: TypeORM would take rows that differ in nothing else for one. */
  @PrimaryColumn({ name: 'member_id', type: 'integer' })
  memberId!: number | null;

  @Field(() => DecimalScalar, { description: 'The value, exactly as reported.' })
  @Column({ name: 'value', type: 'numeric' })
  numeric!: string;

  @Field(() => String, { nullable: true, description: 'What else there is to say about the figure.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the figure comes from, such as a report number.',
  })
  @Column({ type: 'text', nullable: true })
  source!: string | null;

  /** Of figures older than the trace; of all others the change set says it. */
  @Column({ name: 'recorded_by', type: 'text', nullable: true, insert: false, update: false })
  recordedBy!: string | null;

  @Column({ name: 'change_set_id', type: 'bigint', nullable: true, insert: false, update: false })
  changeSetId!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was entered last, as the database says.' })
  @Column({ name: 'recorded_at', type: 'timestamptz', insert: false, update: false })
  recordedAt!: Date;

  @Field(() => Int, {
    description: 'Counts the changes; send it back with an update, so that no change of others is lost.',
  })
  @VersionColumn({ type: 'integer' })
  version!: number;
}
