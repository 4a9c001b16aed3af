import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { Session } from './session.entity';
import { SessionFilter } from './session.inputs';

export enum SessionSortField {
  id = 'id',
  user = 'user',
  createdAt = 'createdAt',
  lastSeenAt = 'lastSeenAt',
  expiresAt = 'expiresAt',
}

export const SessionSort = sortInput('Session', SessionSortField);

@ArgsType()
export class SessionListArgs extends PageArgs {
  @Field(() => SessionFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: SessionFilter | null;

  @Field(() => [SessionSort], { nullable: true, description: 'By id when left out.' })
  sort?: Sort<SessionSortField>[] | null;
}

export const SessionPage = pageType('SessionPage', Session);
