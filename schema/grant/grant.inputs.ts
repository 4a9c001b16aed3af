import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { Role } from '../access/role.enum';
import { RoleFilter } from '../access/role-filter.inputs';
import { MayBeLeftOut, MayBeNull } from '../constraints';
import type { EnumFilter } from '../list/enum-filter';
import { CodeFilter } from '../list/filters.inputs';

@InputType({ description: 'Conditions on grants; all that are given must hold.' })
export class GrantFilter {
  @Field(() => [ID], { nullable: true, description: 'Only the grants with these ids.' })
  ids?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words in the user name or name of the user, or in the code or a name of the unit: each must be found; case and Vietnamese diacritics are ignored.',
  })
  @MayBeNull()
  @MaxLength(200, { message: 'must be at most 200 characters long' })
  q?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only the grants of the users with these ids.' })
  userIds?: string[] | null;

  @Field(() => CodeFilter, {
    nullable: true,
    description: 'The code of the unit; isNull finds the grants on the whole tree.',
  })
  unit?: CodeFilter | null;

  @Field(() => RoleFilter, { nullable: true })
  role?: EnumFilter<Role> | null;
}

@InputType({ description: 'A new grant. A user has at most one on each unit.' })
export class CreateGrantInput {
  @Field(() => ID, { description: 'The id of the user. It never changes.' })
  userId!: string;

  @Field(() => Role, { description: 'What is allowed there.' })
  role!: Role;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the unit; null or left out for the whole tree.',
  })
  @MayBeNull()
  unit?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the figures of sensitive indicators are included; false when left out.',
  })
  @MayBeLeftOut()
  seesSensitive?: boolean;
}

@InputType({ description: 'What is left out stays as it is. The user never changes.' })
export class UpdateGrantInput {
  @Field(() => Role, { nullable: true, description: 'What is allowed there.' })
  @MayBeLeftOut()
  role?: Role;

  @Field(() => String, { nullable: true, description: 'The code of the unit; null for the whole tree.' })
  @MayBeNull()
  unit?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the figures of sensitive indicators are included.',
  })
  @MayBeLeftOut()
  seesSensitive?: boolean;
}
