import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { IdArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import { SessionListArgs, SessionPage } from '../../schema/session/session.args';
import { Session } from '../../schema/session/session.entity';
import { User } from '../../schema/user/user.entity';
import type { RequestContext } from '../context';
import type { SessionService } from './session.service';

@Resolver(() => Session)
export class SessionResolver {
  constructor(private readonly service: SessionService) {}

  @Query(() => SessionPage, {
    description:
      "A page of the sessions that the filter lets through: everyone's for those who manage people, one's own for all others.",
  })
  sessions(@Args(() => SessionListArgs) args: SessionListArgs): Promise<Page<Session>> {
    return this.service.list(args);
  }

  @Mutation(() => Session, {
    description: 'Ends a session at once, and answers what it was; its browser must sign in anew.',
  })
  revokeSession(@Args(() => IdArgs) { id }: IdArgs): Promise<Session> {
    return this.service.revoke(id);
  }

  @FieldResolver(() => User, { description: 'Who is signed in.' })
  user(@Root() { userId }: Session, @Ctx() { loaders }: RequestContext): Promise<User> {
    return loaders.user.load(userId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the session that asks this.' })
  isCurrent(@Root() { id }: Session, @Ctx() { sessionId }: RequestContext): boolean {
    return id === sessionId;
  }
}
