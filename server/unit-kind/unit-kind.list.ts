import type { UnitKindSortField } from '../../schema/unit-kind/unit-kind.args';
import type { UnitKindFilter } from '../../schema/unit-kind/unit-kind.inputs';
import { containsFolded, integer, ownCode, text } from '../list/filter-fields';
import type { ListDefinition } from '../list/list';
import { hasId } from '../resource/ids';

export const kindList: ListDefinition<UnitKindFilter, UnitKindSortField> = {
  ids: hasId('kind.id'),
  search: (word, bind) => containsFolded('kind.search_text', word, bind),
  filters: {
    code: ownCode('kind.code'),
    name: text('kind.name'),
    nameEn: text('kind.nameEn'),
    sortOrder: integer('kind.sortOrder'),
  },
  sorts: {
    id: ['kind.id'],
    code: ['kind.code'],
    name: ['kind.name'],
    nameEn: ['kind.nameEn'],
    sortOrder: ['kind.sortOrder', 'kind.name'],
  },
  defaultSort: ['kind.sortOrder', 'kind.name'],
  key: ['kind.id'],
};
