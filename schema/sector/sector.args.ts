import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { Sector } from './sector.entity';
import { SectorFilter } from './sector.inputs';

export enum SectorSortField {
  id = 'id',
  code = 'code',
  name = 'name',
  nameEn = 'nameEn',
  sortOrder = 'sortOrder',
}

export const SectorSort = sortInput('Sector', SectorSortField);

@ArgsType()
export class SectorListArgs extends PageArgs {
  @Field(() => SectorFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: SectorFilter | null;

  @Field(() => [SectorSort], { nullable: true, description: 'By sortOrder and name when left out.' })
  sort?: Sort<SectorSortField>[] | null;
}

export const SectorPage = pageType('SectorPage', Sector);
