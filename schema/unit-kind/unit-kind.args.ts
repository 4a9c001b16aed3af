import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { UnitKind } from './unit-kind.entity';
import { UnitKindFilter } from './unit-kind.inputs';

export enum UnitKindSortField {
  id = 'id',
  code = 'code',
  name = 'name',
  nameEn = 'nameEn',
  sortOrder = 'sortOrder',
}

export const UnitKindSort = sortInput('UnitKind', UnitKindSortField);

@ArgsType()
export class UnitKindListArgs extends PageArgs {
  @Field(() => UnitKindFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: UnitKindFilter | null;

  @Field(() => [UnitKindSort], { nullable: true, description: 'By sortOrder and name when left out.' })
  sort?: Sort<UnitKindSortField>[] | null;
}

export const UnitKindPage = pageType('UnitKindPage', UnitKind);
