import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import { Role } from '../access/role.enum';

/** A role of a person on a unit and all below it, wherever that moves. */
@Entity('access_grant')
@ObjectType({ description: 'A role of a person on a unit and all below it, wherever that moves.' })
export class Grant {
  @Field(() => ID, { description: 'Identifies the grant within this installation.' })
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'user_id', type: 'integer' })
  userId!: number;

  @Field(() => Role, { description: 'What is allowed there.' })
  @Column({ type: 'text' })
  role!: Role;

  /** Null: the whole tree. */
  @Column({ name: 'unit_id', type: 'integer', nullable: true })
  unitId!: number | null;

  @Field(() => Boolean, { description: 'Whether the figures of sensitive indicators are included.' })
  @Column({ name: 'sees_sensitive', type: 'boolean', default: false })
  seesSensitive!: boolean;

  @Field(() => Int, {
    description: 'Counts the changes; send it back with an update, so that no change of others is lost.',
  })
  @VersionColumn({ type: 'integer' })
  version!: number;
}
