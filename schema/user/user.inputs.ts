import { Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsLine, MayBeLeftOut, MayBeNull } from '../constraints';
import { DateTimeFilter, StringFilter } from '../list/filters.inputs';

@InputType({ description: 'Conditions on users; all that are given must hold.' })
export class UserFilter {
  @Field(() => [ID], { nullable: true, description: 'Only the users with these ids.' })
  ids?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words in the user name or the name: each must be found; case and Vietnamese diacritics are ignored.',
  })
  @MayBeNull()
  @MaxLength(200, { message: 'must be at most 200 characters long' })
  q?: string | null;

  @Field(() => StringFilter, { nullable: true })
  username?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true })
  name?: StringFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'true: shut out; false: let in.' })
  isDisabled?: boolean | null;

  @Field(() => DateTimeFilter, { nullable: true })
  createdAt?: DateTimeFilter | null;
}

@InputType({ description: 'A new user, who can do nothing before something is granted.' })
export class CreateUserInput {
  @Field(() => String, {
    description:
      'The name to sign in with: 1 to 100 Latin letters, digits and . _ @ + -, a letter or digit first. It never changes.',
  })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}$/, {
    message: 'must be 1 to 100 Latin letters, digits and . _ @ + -, and begin with a letter or digit',
  })
  username!: string;

  @Field(() => String, { description: 'The name of the person, at most 500 characters.' })
  @IsLine(500)
  name!: string;
}

@InputType({ description: 'What is left out stays as it is. The user name never changes.' })
export class UpdateUserInput {
  @Field(() => String, { nullable: true, description: 'The name of the person, at most 500 characters.' })
  @MayBeLeftOut()
  @IsLine(500)
  name?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true ends all sessions and shuts out the person and their keys until it is false again.',
  })
  @MayBeLeftOut()
  isDisabled?: boolean;
}
