import type { IndicatorSortField } from '../../schema/indicator/indicator.args';
import type { IndicatorFilter } from '../../schema/indicator/indicator.inputs';
import { codeOf, containsFolded, oneOf, ownCode, text } from '../list/filter-fields';
import type { ListDefinition } from '../list/list';
import { hasId } from '../resource/ids';
import { named } from '../resource/named-resources';

export const indicatorList: ListDefinition<IndicatorFilter, IndicatorSortField> = {
  ids: hasId('indicator.id'),
  search: (word, bind) => containsFolded('indicator.search_text', word, bind),
  filters: {
    code: ownCode('indicator.code'),
    name: text('indicator.name'),
    nameEn: text('indicator.nameEn'),
    group: text('indicator.group_name'),
    periodType: oneOf('indicator.periodType'),
    unitAggregation: oneOf('indicator.unitAggregation'),
    periodAggregation: oneOf('indicator.periodAggregation'),
    dimension: codeOf(named.dimension, 'indicator.dimension_id'),
    isComputed: {
      conditions: (isComputed) => [`indicator.formula is ${isComputed ? 'not ' : ''}null`],
    },
    isSensitive: {
      conditions: (isSensitive) => [`${isSensitive ? '' : 'not '}indicator.is_sensitive`],
    },
  },
  sorts: {
    id: ['indicator.id'],
    code: ['indicator.code'],
    name: ['indicator.name'],
    nameEn: ['indicator.nameEn'],
    group: ['indicator.group', 'indicator.name'],
    unitOfMeasure: ['indicator.unitOfMeasure'],
    decimals: ['indicator.decimals'],
    periodType: ['indicator.periodType'],
    unitAggregation: ['indicator.unitAggregation'],
    periodAggregation: ['indicator.periodAggregation'],
    dimension: ['(select dimension.name from dimension where dimension.id = indicator.dimension_id)'],
    isComputed: ['(indicator.formula is not null)'],
    isSensitive: ['indicator.isSensitive'],
  },
  defaultSort: ['indicator.group', 'indicator.name'],
  key: ['indicator.id'],
};
