import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { DimensionMember } from './dimension-member.entity';
import { DimensionMemberFilter } from './dimension-member.inputs';

export enum DimensionMemberSortField {
  id = 'id',
  code = 'code',
  name = 'name',
  nameEn = 'nameEn',
  dimension = 'dimension',
  sortOrder = 'sortOrder',
}

export const DimensionMemberSort = sortInput('DimensionMember', DimensionMemberSortField);

@ArgsType()
export class DimensionMemberListArgs extends PageArgs {
  @Field(() => DimensionMemberFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: DimensionMemberFilter | null;

  @Field(() => [DimensionMemberSort], {
    nullable: true,
    description: 'By dimension, sortOrder and name when left out.',
  })
  sort?: Sort<DimensionMemberSortField>[] | null;
}

export const DimensionMemberPage = pageType('DimensionMemberPage', DimensionMember);
