import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { Observation } from './observation.entity';
import { ObservationFilter } from './observation.inputs';

export enum ObservationSortField {
  id = 'id',
  unit = 'unit',
  indicator = 'indicator',
  period = 'period',
  member = 'member',
  numeric = 'numeric',
  note = 'note',
  source = 'source',
  recordedAt = 'recordedAt',
}

export const ObservationSort = sortInput('Observation', ObservationSortField);

@ArgsType()
export class ObservationListArgs extends PageArgs {
  @Field(() => ObservationFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: ObservationFilter | null;

  @Field(() => [ObservationSort], {
    nullable: true,
    description: 'By indicator, unit and period, as they were created, when left out.',
  })
  sort?: Sort<ObservationSortField>[] | null;
}

export const ObservationPage = pageType('ObservationPage', Observation);
