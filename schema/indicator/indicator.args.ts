import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { Indicator } from './indicator.entity';
import { IndicatorFilter } from './indicator.inputs';

export enum IndicatorSortField {
  id = 'id',
  code = 'code',
  name = 'name',
  nameEn = 'nameEn',
  group = 'group',
  unitOfMeasure = 'unitOfMeasure',
  decimals = 'decimals',
  periodType = 'periodType',
  unitAggregation = 'unitAggregation',
  periodAggregation = 'periodAggregation',
  dimension = 'dimension',
  isComputed = 'isComputed',
  isSensitive = 'isSensitive',
}

export const IndicatorSort = sortInput('Indicator', IndicatorSortField);

@ArgsType()
export class IndicatorListArgs extends PageArgs {
  @Field(() => IndicatorFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: IndicatorFilter | null;

  @Field(() => [IndicatorSort], { nullable: true, description: 'By group and name when left out.' })
  sort?: Sort<IndicatorSortField>[] | null;
}

export const IndicatorPage = pageType('IndicatorPage', Indicator);
