import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import { DateScalar } from '../scalar/date.scalar';
import type { UnitPlacement } from './unit-placement.entity';

/** A unit of the tree. What it is called and where it stands is dated, and kept in its placements. */
@Entity('party_unit')
@ObjectType({
  description:
    'A unit of the tree. Its name, kind, sector and place are those of today, or of the date that the query names with asOf; a closed unit shows its last ones, one that opens later its first.',
})
export class PartyUnit {
  @Field(() => ID, {
    description: 'Identifies the record within this installation; in queries, codes read better.',
  })
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Field(() => String, {
    description: 'Stable and unique for ever: the code of a closed unit is not used again.',
  })
  @Column({ type: 'text', unique: true })
  code!: string;

  @Field(() => DateScalar, { description: 'The first day on which it is open.' })
  @Column({ name: 'opened_on', type: 'date' })
  openedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is no longer open.' })
  @Column({ name: 'closed_on', type: 'date', nullable: true })
  closedOn!: string | null;

  @Column({ name: 'successor_id', type: 'integer', nullable: true })
  successorId!: number | null;

  @Field(() => Int, {
    description: 'Counts the changes; send it back with an update, so that no change of others is lost.',
  })
  @VersionColumn({ type: 'integer' })
  version!: number;

  /** The placement on the date that this unit was asked for; set by whoever loads the unit. */
  placement!: UnitPlacement;

  /** The date that this unit was asked for; relations of it answer as of the same day. */
  asOf!: string;
}
