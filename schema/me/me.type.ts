import { Field, ObjectType } from 'type-graphql';
import { Role } from '../access/role.enum';
import { ApiKey } from '../api-key/api-key.entity';
import { Grant } from '../grant/grant.entity';
import { User } from '../user/user.entity';

/** Who asks, and what they may. */
@ObjectType({ description: 'Who asks, and what they may.' })
export class Me {
  @Field(() => User, { description: 'The person who is signed in, or whose key it is.' })
  user!: User;

  @Field(() => ApiKey, { nullable: true, description: 'The key that asks; null when a person is signed in.' })
  apiKey!: ApiKey | null;

  @Field(() => [Grant], {
    description: 'What is granted to the person; a key may do as much of it as its limits allow.',
  })
  grants!: Grant[];

  @Field(() => Role, {
    nullable: true,
    description: 'The highest role on any part of the tree; null without any.',
  })
  highestRole!: Role | null;

  @Field(() => [String], {
    description: 'The rights that hold on some part of the tree, such as READ or WRITE_FIGURES.',
  })
  rights!: string[];

  @Field(() => [String], { description: 'Those of them that hold on the whole tree.' })
  rightsEverywhere!: string[];
}
