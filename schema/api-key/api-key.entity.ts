import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Role } from '../access/role.enum';

/** A key that a person made for a tool. It may do what its owner may at that moment, within its own limits. */
@Entity('api_key')
@ObjectType({
  description:
    'A key that a person made for a tool. It may do what its owner may at that moment, within its own limits.',
})
export class ApiKey {
  @Field(() => ID, { description: 'Identifies the key within this installation.' })
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'user_id', type: 'integer' })
  userId!: number;

  @Field(() => String, { description: 'What it is for, in the words of its owner.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'The last four characters of the key, by which it can be told.' })
  @Column({ type: 'text' })
  hint!: string;

  @Field(() => Role, { description: 'The highest role that it has, however much its owner may.' })
  @Column({ type: 'text' })
  role!: Role;

  /** Null: wherever its owner may. */
  @Column({ name: 'unit_id', type: 'integer', nullable: true })
  unitId!: number | null;

  @Field(() => Boolean, {
    description: 'Whether the figures of sensitive indicators are included, where its owner sees them.',
  })
  @Column({ name: 'sees_sensitive', type: 'boolean' })
  seesSensitive!: boolean;

  @Field(() => Boolean, { description: 'Whether it changes nothing.' })
  @Column({ name: 'is_read_only', type: 'boolean' })
  isReadOnly!: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'From when on it no longer works.' })
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was last used, to the minute; null if never.',
  })
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was revoked, for good.' })
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was made.' })
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
