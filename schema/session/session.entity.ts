import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser in which someone is signed in. The hash of its token is not mapped, so nothing can answer it. */
@Entity('session')
@ObjectType({ description: 'A browser in which someone is signed in.' })
export class Session {
  @Field(() => ID, { description: 'Identifies the session within this installation.' })
  @PrimaryColumn({ type: 'integer' })
  id!: number;

  @Column({ name: 'user_id', type: 'integer' })
  userId!: number;

  @Field(() => GraphQLISODateTime, { description: 'When the person signed in.' })
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, {
    description: 'When it last asked for something, to the minute; 12 hours later it ends.',
  })
  @Column({ name: 'last_seen_at', type: 'timestamptz' })
  lastSeenAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends, however much it is used.' })
  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Field(() => String, { description: 'The address of the network that it was opened from.' })
  @Column({ type: 'text' })
  address!: string;

  @Field(() => String, { nullable: true, description: 'What the browser says it is.' })
  @Column({ name: 'user_agent', type: 'text', nullable: true })
  userAgent!: string | null;
}
