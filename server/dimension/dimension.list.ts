import type { DimensionSortField } from '../../schema/dimension/dimension.args';
import type { DimensionFilter } from '../../schema/dimension/dimension.inputs';
import { containsFolded, ownCode, text } from '../list/filter-fields';
import type { ListDefinition } from '../list/list';
import { hasId } from '../resource/ids';

export const dimensionList: ListDefinition<DimensionFilter, DimensionSortField> = {
  ids: hasId('dimension.id'),
  search: (word, bind) => containsFolded('dimension.search_text', word, bind),
  filters: {
    code: ownCode('dimension.code'),
    name: text('dimension.name'),
    nameEn: text('dimension.nameEn'),
  },
  sorts: {
    id: ['dimension.id'],
    code: ['dimension.code'],
    name: ['dimension.name'],
    nameEn: ['dimension.nameEn'],
  },
  defaultSort: ['dimension.name'],
  key: ['dimension.id'],
};
