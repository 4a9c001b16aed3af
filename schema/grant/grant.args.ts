import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { Grant } from './grant.entity';
import { GrantFilter } from './grant.inputs';

export enum GrantSortField {
  id = 'id',
  user = 'user',
  unit = 'unit',
  role = 'role',
}

export const GrantSort = sortInput('Grant', GrantSortField);

@ArgsType()
export class GrantListArgs extends PageArgs {
  @Field(() => GrantFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: GrantFilter | null;

  @Field(() => [GrantSort], { nullable: true, description: 'By user name and unit when left out.' })
  sort?: Sort<GrantSortField>[] | null;
}

export const GrantPage = pageType('GrantPage', Grant);
