import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { GrantListArgs, GrantPage } from '../../schema/grant/grant.args';
import { Grant } from '../../schema/grant/grant.entity';
import { CreateGrantInput, UpdateGrantInput } from '../../schema/grant/grant.inputs';
import { IdAndVersionArgs, IdArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import { User } from '../../schema/user/user.entity';
import type { RequestContext } from '../context';
import type { GrantService } from './grant.service';

@Resolver(() => Grant)
export class GrantResolver {
  constructor(private readonly service: GrantService) {}

  @Query(() => Grant, {
    nullable: true,
    description: 'One grant by its id, for those who manage people; null when there is none.',
  })
  grant(@Args(() => IdArgs) { id }: IdArgs): Promise<Grant | null> {
    return this.service.findById(id);
  }

  @Query(() => GrantPage, {
    description: 'A page of the grants that the filter lets through, for those who manage people.',
  })
  grants(@Args(() => GrantListArgs) args: GrantListArgs): Promise<Page<Grant>> {
    return this.service.list(args);
  }

  @Mutation(() => Grant, {
    description: 'Grants a user a role on a unit and all below it, or on the whole tree.',
  })
  createGrant(@Arg('input', () => CreateGrantInput) input: CreateGrantInput): Promise<Grant> {
    return this.service.create(input);
  }

  @Mutation(() => Grant, { description: 'Changes a grant. What the input leaves out stays as it is.' })
  updateGrant(
    @Args(() => IdAndVersionArgs) { id, version }: IdAndVersionArgs,
    @Arg('input', () => UpdateGrantInput) input: UpdateGrantInput,
  ): Promise<Grant> {
    return this.service.update(id, input, version);
  }

  @Mutation(() => Grant, { description: 'Takes a grant away, and answers what it was.' })
  deleteGrant(@Args(() => IdArgs) { id }: IdArgs): Promise<Grant> {
    return this.service.delete(id);
  }

  @FieldResolver(() => User, { description: 'Who has it.' })
  user(@Root() { userId }: Grant, @Ctx() { loaders }: RequestContext): Promise<User> {
    return loaders.user.load(userId);
  }

  @FieldResolver(() => PartyUnit, {
    nullable: true,
    description: 'The unit for which it holds with all below, as it is today; null for the whole tree.',
  })
  async unit(
    @Root() { unitId: id }: Grant,
    @Ctx() { loaders, today }: RequestContext,
  ): Promise<PartyUnit | null> {
    return id === null ? null : loaders.partyUnit.load({ id, asOf: today });
  }
}
