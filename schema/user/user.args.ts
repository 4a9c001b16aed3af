import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { User } from './user.entity';
import { UserFilter } from './user.inputs';

export enum UserSortField {
  id = 'id',
  username = 'username',
  name = 'name',
  isDisabled = 'isDisabled',
  createdAt = 'createdAt',
}

export const UserSort = sortInput('User', UserSortField);

@ArgsType()
export class UserListArgs extends PageArgs {
  @Field(() => UserFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: UserFilter | null;

  @Field(() => [UserSort], { nullable: true, description: 'By user name when left out.' })
  sort?: Sort<UserSortField>[] | null;
}

export const UserPage = pageType('UserPage', User);
