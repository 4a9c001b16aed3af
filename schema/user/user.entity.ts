import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A person who signs in. What they may do is in their grants. The hash of the password is not mapped, so nothing can answer it. */
@Entity('app_user')
@ObjectType({ description: 'A person who signs in; what they may do is in their grants.' })
export class User {
  @Field(() => ID, { description: 'Identifies the user within this installation.' })
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Field(() => String, { description: 'The name to sign in with; capital letters make no difference.' })
  @Column({ type: 'text' })
  username!: string;

  @Field(() => String, { description: 'The name of the person.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => Boolean, {
    description: 'Whether nothing else is allowed until the password is changed, as after a reset.',
  })
  @Column({ name: 'must_change_password', type: 'boolean', default: false })
  mustChangePassword!: boolean;

  @Field(() => Boolean, { description: 'Whether neither the person nor a key of theirs gets in.' })
  @Column({ name: 'is_disabled', type: 'boolean', default: false })
  isDisabled!: boolean;

  @Field(() => Boolean, {
    description: 'Whether it came with the sample, to be chosen without a password on this machine.',
  })
  @Column({ name: 'is_demo', type: 'boolean', default: false })
  isDemo!: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When the user was made.' })
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => Int, {
    description: 'Counts the changes; send it back with an update, so that no change of others is lost.',
  })
  @VersionColumn({ type: 'integer' })
  version!: number;
}
