import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { Objective } from './objective.entity';
import { ObjectiveFilter } from './objective.inputs';

export enum ObjectiveSortField {
  id = 'id',
  code = 'code',
  name = 'name',
  nameEn = 'nameEn',
  programme = 'programme',
  sortOrder = 'sortOrder',
}

export const ObjectiveSort = sortInput('Objective', ObjectiveSortField);

@ArgsType()
export class ObjectiveListArgs extends PageArgs {
  @Field(() => ObjectiveFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: ObjectiveFilter | null;

  @Field(() => [ObjectiveSort], {
    nullable: true,
    description: 'By programme, sortOrder and name when left out.',
  })
  sort?: Sort<ObjectiveSortField>[] | null;
}

export const ObjectivePage = pageType('ObjectivePage', Objective);
