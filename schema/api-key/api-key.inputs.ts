import { MaxLength } from 'class-validator';
import { Field, GraphQLISODateTime, ID, InputType } from 'type-graphql';
import { Role } from '../access/role.enum';
import { IsLine, MayBeLeftOut, MayBeNull } from '../constraints';

@InputType({ description: 'Conditions on keys; all that are given must hold.' })
export class ApiKeyFilter {
  @Field(() => [ID], { nullable: true, description: 'Only the keys with these ids.' })
  ids?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words in the name of the key, or in the user name or name of its owner: each must be found; case and Vietnamese diacritics are ignored.',
  })
  @MayBeNull()
  @MaxLength(200, { message: 'must be at most 200 characters long' })
  q?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only the keys of the users with these ids.' })
  userIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'true: revoked; false: not revoked.' })
  isRevoked?: boolean | null;
}

@InputType({ description: 'A new key of oneself, for a tool.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for, at most 200 characters.' })
  @IsLine(200)
  name!: string;

  @Field(() => Role, {
    nullable: true,
    description: 'The highest role that it has, however much its owner may; VIEWER when left out.',
  })
  @MayBeLeftOut()
  role?: Role;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the unit whose subtree it is for; null or left out for wherever its owner may.',
  })
  @MayBeNull()
  unit?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the figures of sensitive indicators are included, where its owner sees them; false when left out.',
  })
  @MayBeLeftOut()
  seesSensitive?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether it changes nothing; true when left out.' })
  @MayBeLeftOut()
  isReadOnly?: boolean;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'From when on it no longer works; null or left out for never.',
  })
  @MayBeNull()
  expiresAt?: Date | null;
}
