import { Field, ObjectType } from 'type-graphql';
import { User } from './user.entity';

/** A user whose password was just generated. */
@ObjectType({ description: 'A user whose password was just generated: this answer alone shows it.' })
export class UserWithPassword {
  @Field(() => User, { description: 'The user.' })
  user!: User;

  @Field(() => String, {
    description: 'The generated password. It is shown this once, and must be changed at the next sign-in.',
  })
  password!: string;
}
