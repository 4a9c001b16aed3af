import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { MayBeNull } from '../constraints';

@InputType({ description: 'Conditions on sessions; all that are given must hold.' })
export class SessionFilter {
  @Field(() => [ID], { nullable: true, description: 'Only the sessions with these ids.' })
  ids?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words in the user name or name of the person: each must be found; case and Vietnamese diacritics are ignored.',
  })
  @MayBeNull()
  @MaxLength(200, { message: 'must be at most 200 characters long' })
  q?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only the sessions of the users with these ids.' })
  userIds?: string[] | null;
}
