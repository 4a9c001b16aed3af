import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ApiKeyListArgs, ApiKeyPage } from '../../schema/api-key/api-key.args';
import { ApiKey } from '../../schema/api-key/api-key.entity';
import { CreateApiKeyInput } from '../../schema/api-key/api-key.inputs';
import { ApiKeyWithSecret } from '../../schema/api-key/api-key-with-secret.type';
import { IdArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import { User } from '../../schema/user/user.entity';
import type { RequestContext } from '../context';
import type { ApiKeyService } from './api-key.service';

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  constructor(private readonly service: ApiKeyService) {}

  @Query(() => ApiKey, {
    nullable: true,
    description: 'One key by its id, of oneself unless one manages people; null when there is none.',
  })
  apiKey(@Args(() => IdArgs) { id }: IdArgs): Promise<ApiKey | null> {
    return this.service.findById(id);
  }

  @Query(() => ApiKeyPage, {
    description:
      "A page of the keys that the filter lets through: everyone's for those who manage people, one's own for all others.",
  })
  apiKeys(@Args(() => ApiKeyListArgs) args: ApiKeyListArgs): Promise<Page<ApiKey>> {
    return this.service.list(args);
  }

  @Mutation(() => ApiKeyWithSecret, {
    description:
      'Makes a key of oneself for a tool, which this answer alone shows. It takes a person who is signed in.',
  })
  createApiKey(@Arg('input', () => CreateApiKeyInput) input: CreateApiKeyInput): Promise<ApiKeyWithSecret> {
    return this.service.create(input);
  }

  @Mutation(() => ApiKey, {
    description: 'Revokes a key for good: the next request with it is refused. It stays in the list.',
  })
  revokeApiKey(@Args(() => IdArgs) { id }: IdArgs): Promise<ApiKey> {
    return this.service.revoke(id);
  }

  @FieldResolver(() => User, { description: 'Whose key it is.' })
  user(@Root() { userId }: ApiKey, @Ctx() { loaders }: RequestContext): Promise<User> {
    return loaders.user.load(userId);
  }

  @FieldResolver(() => PartyUnit, {
    nullable: true,
    description: 'The unit whose subtree it is for, as it is today; null for wherever its owner may.',
  })
  async unit(
    @Root() { unitId: id }: ApiKey,
    @Ctx() { loaders, today }: RequestContext,
  ): Promise<PartyUnit | null> {
    return id === null ? null : loaders.partyUnit.load({ id, asOf: today });
  }
}
