import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { Programme } from './programme.entity';
import { ProgrammeFilter } from './programme.inputs';

export enum ProgrammeSortField {
  id = 'id',
  code = 'code',
  name = 'name',
  nameEn = 'nameEn',
  documentNumber = 'documentNumber',
  startsOn = 'startsOn',
  endsOn = 'endsOn',
}

export const ProgrammeSort = sortInput('Programme', ProgrammeSortField);

@ArgsType()
export class ProgrammeListArgs extends PageArgs {
  @Field(() => ProgrammeFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: ProgrammeFilter | null;

  @Field(() => [ProgrammeSort], { nullable: true, description: 'By startsOn and name when left out.' })
  sort?: Sort<ProgrammeSortField>[] | null;
}

export const ProgrammePage = pageType('ProgrammePage', Programme);
