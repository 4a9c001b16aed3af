import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Grant } from '../../schema/grant/grant.entity';
import { IdAndVersionArgs, IdArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import { UserListArgs, UserPage } from '../../schema/user/user.args';
import { User } from '../../schema/user/user.entity';
import { CreateUserInput, UpdateUserInput } from '../../schema/user/user.inputs';
import { UserWithPassword } from '../../schema/user/user-with-password.type';
import type { RequestContext } from '../context';
import type { UserService } from './user.service';

@Resolver(() => User)
export class UserResolver {
  constructor(private readonly service: UserService) {}

  @Query(() => User, {
    nullable: true,
    description: 'One user by the id, for those who manage people; null when there is none.',
  })
  user(@Args(() => IdArgs) { id }: IdArgs): Promise<User | null> {
    return this.service.findById(id);
  }

  @Query(() => UserPage, {
    description: 'A page of the users that the filter lets through, for those who manage people.',
  })
  users(@Args(() => UserListArgs) args: UserListArgs): Promise<Page<User>> {
    return this.service.list(args);
  }

  @Mutation(() => UserWithPassword, {
    description: 'Creates a user with a generated password, which this answer alone shows.',
  })
  createUser(@Arg('input', () => CreateUserInput) input: CreateUserInput): Promise<UserWithPassword> {
    return this.service.createWithPassword(input);
  }

  @Mutation(() => User, { description: 'Changes a user. What the input leaves out stays as it is.' })
  updateUser(
    @Args(() => IdAndVersionArgs) { id, version }: IdAndVersionArgs,
    @Arg('input', () => UpdateUserInput) input: UpdateUserInput,
  ): Promise<User> {
    return this.service.update(id, input, version);
  }

  @Mutation(() => User, {
    description:
      'Deletes a user with their grants, sessions and keys, and answers what it was. To shut someone out, disable them: then their name stays.',
  })
  deleteUser(@Args(() => IdArgs) { id }: IdArgs): Promise<User> {
    return this.service.delete(id);
  }

  @Mutation(() => UserWithPassword, {
    description:
      'Gives a user a generated password, which this answer alone shows, and ends all their sessions. It must be changed at the next sign-in.',
  })
  resetUserPassword(@Args(() => IdArgs) { id }: IdArgs): Promise<UserWithPassword> {
    return this.service.resetPassword(id);
  }

  @FieldResolver(() => [Grant], { description: 'What is granted to the user.' })
  grants(@Root() { id }: User, @Ctx() { loaders }: RequestContext): Promise<Grant[]> {
    return loaders.grantsOfUser.load(id);
  }
}
