import { ValidateNested } from 'class-validator';
import { ArgsType, Field, GraphQLISODateTime } from 'type-graphql';
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

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'The figures as they stood at this moment: what was entered by then and not yet corrected or deleted. Units, indicators and all that the filter names are as they are known today. Of figures entered before the trace of changes began, only the last value is known. A moment in the future is as now.',
  })
  knownAt?: Date | null;
}

export const ObservationPage = pageType('ObservationPage', Observation);
