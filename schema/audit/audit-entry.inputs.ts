import { Field, ID, InputType } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { type EnumFilter } from '../list/enum-filter';
import { DateTimeFilter, StringFilter } from '../list/filters.inputs';
import {
  type ActorKind,
  ActorKindFilter,
  type AuditOperation,
  AuditOperationFilter,
  type AuditResource,
  AuditResourceFilter,
} from './audit.enums';

@InputType({ description: 'Conditions on entries of the trace; all that are given must hold.' })
export class AuditEntryFilter {
  @Field(() => AuditResourceFilter, { nullable: true, description: 'What kind of record was changed.' })
  resource?: EnumFilter<AuditResource> | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the record, whose history this asks for; goes with resource: { eq: … }.',
  })
  @MayBeNull()
  recordId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of a unit, for its whole history: the changes of the unit itself and of where it stood, was called and what it was.',
  })
  @MayBeNull()
  unitId?: string | null;

  @Field(() => AuditOperationFilter, { nullable: true, description: 'What was done with it.' })
  operation?: EnumFilter<AuditOperation> | null;

  @Field(() => StringFilter, { nullable: true, description: 'Who did it, by name.' })
  actor?: StringFilter | null;

  @Field(() => ActorKindFilter, {
    nullable: true,
    description: 'Whether a person, a tool or a command did it.',
  })
  actorKind?: EnumFilter<ActorKind> | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it was done.' })
  at?: DateTimeFilter | null;

  @Field(() => String, { nullable: true, description: 'The request that asked for it.' })
  @MayBeNull()
  requestId?: string | null;
}
