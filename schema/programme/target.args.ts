import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { Target } from './target.entity';
import { TargetFilter } from './target.inputs';

export enum TargetSortField {
  id = 'id',
  objective = 'objective',
  indicator = 'indicator',
  unit = 'unit',
  period = 'period',
  value = 'value',
  note = 'note',
}

export const TargetSort = sortInput('Target', TargetSortField);

@ArgsType()
export class TargetListArgs extends PageArgs {
  @Field(() => TargetFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: TargetFilter | null;

  @Field(() => [TargetSort], {
    nullable: true,
    description: 'By objective, as they were created, when left out.',
  })
  sort?: Sort<TargetSortField>[] | null;
}

export const TargetPage = pageType('TargetPage', Target);
