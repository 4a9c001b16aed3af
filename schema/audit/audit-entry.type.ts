import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { ActorKind, AuditOperation, AuditResource } from './audit.enums';

/**
 * One change of one record. Before and after are JSON as text, not a scalar that is parsed on the way: a number in JSON is read as
 * a double, and the decimals here are exact.
 */
@ObjectType({
  description: 'One change of one record: who, when, in which request, before and after.',
})
export class AuditEntry {
  @Field(() => ID, { description: 'Names the entry; opaque.' })
  id!: string;

  @Field(() => GraphQLISODateTime, {
    description: 'When it was changed: the same moment for all that was changed together.',
  })
  at!: Date;

  @Field(() => String, {
    description:
      'The user name, with the name of the key if there was one; of a command its name, of someone at the database the role.',
  })
  actor!: string;

  @Field(() => ActorKind, { description: 'Who that is.' })
  actorKind!: ActorKind;

  @Field(() => String, {
    nullable: true,
    description: 'The request that asked for it, as in the log and in the errors; null for commands.',
  })
  requestId!: string | null;

  @Field(() => AuditOperation, { description: 'What was done.' })
  operation!: AuditOperation;

  @Field(() => AuditResource, { description: 'With what kind of record.' })
  resource!: AuditResource;

  @Field(() => ID, { description: 'With which one: its id, which no other record gets when it is deleted.' })
  recordId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How a person calls it: its code then; of a figure or target indicator, unit and period.',
  })
  recordName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A JSON object as text, so that decimals stay exact: what an update changed as it was before, all of a record that was deleted; null for a new one. Other records are named by their ids. Fields are called as in the API where they have a name there.',
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same as it is after; null for a record that was deleted.',
  })
  after!: string | null;
}
