import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, JoinTable, ManyToMany, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { DateScalar } from '../scalar/date.scalar';
import { PartyUnit } from './party-unit.entity';

/** The acts by which the tree changes. */
export enum UnitChangeType {
  OPEN = 'OPEN',
  RENAME = 'RENAME',
  MOVE = 'MOVE',
  RECLASSIFY = 'RECLASSIFY',
  MERGE = 'MERGE',
  SPLIT = 'SPLIT',
  CLOSE = 'CLOSE',
}

registerEnumType(UnitChangeType, {
  name: 'UnitChangeType',
  description: 'The acts by which the tree changes.',
  valuesConfig: {
    OPEN: { description: 'A unit came into being.' },
    RENAME: { description: 'A unit took another name.' },
    MOVE: { description: 'A unit, with all below it, went under another parent.' },
    RECLASSIFY: { description: 'A unit became of another kind or sector.' },
    MERGE: { description: 'Units closed into one that goes on.' },
    SPLIT: { description: 'A unit closed, and others opened in its place.' },
    CLOSE: { description: 'A unit ended without a successor.' },
  },
});

/** The act behind placements: who decided it can be found by its document number. */
@Entity('unit_change')
@ObjectType({ description: 'An act that changed the tree, with its date and document.' })
export class UnitChange {
  @Field(() => ID, { description: 'Identifies the act within this installation.' })
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Field(() => UnitChangeType, { description: 'What was done.' })
  @Column({ type: 'text' })
  type!: UnitChangeType;

  @Field(() => DateScalar, { description: 'The first day of the new state.' })
  @Column({ name: 'effective_on', type: 'date' })
  effectiveOn!: string;

  @Field(() => String, { nullable: true, description: 'The number of the decision.' })
  @Column({ name: 'document_number', type: 'text', nullable: true })
  documentNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'What else there is to say about it.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was entered.' })
  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;

  @ManyToMany(() => PartyUnit)
  @JoinTable({
    name: 'unit_change_unit',
    joinColumn: { name: 'change_id' },
    inverseJoinColumn: { name: 'unit_id' },
  })
  units!: Relation<PartyUnit>[];
}
