import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { Dimension } from './dimension.entity';
import { DimensionFilter } from './dimension.inputs';

export enum DimensionSortField {
  id = 'id',
  code = 'code',
  name = 'name',
  nameEn = 'nameEn',
}

export const DimensionSort = sortInput('Dimension', DimensionSortField);

@ArgsType()
export class DimensionListArgs extends PageArgs {
  @Field(() => DimensionFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: DimensionFilter | null;

  @Field(() => [DimensionSort], { nullable: true, description: 'By name when left out.' })
  sort?: Sort<DimensionSortField>[] | null;
}

export const DimensionPage = pageType('DimensionPage', Dimension);
