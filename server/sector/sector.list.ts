import type { SectorSortField } from '../../schema/sector/sector.args';
import type { SectorFilter } from '../../schema/sector/sector.inputs';
import { containsFolded, integer, ownCode, text } from '../list/filter-fields';
import type { ListDefinition } from '../list/list';
import { hasId } from '../resource/ids';

export const sectorList: ListDefinition<SectorFilter, SectorSortField> = {
  ids: hasId('sector.id'),
  search: (word, bind) => containsFolded('sector.search_text', word, bind),
  filters: {
    code: ownCode('sector.code'),
    name: text('sector.name'),
    nameEn: text('sector.nameEn'),
    sortOrder: integer('sector.sortOrder'),
  },
  sorts: {
    id: ['sector.id'],
    code: ['sector.code'],
    name: ['sector.name'],
    nameEn: ['sector.nameEn'],
    sortOrder: ['sector.sortOrder', 'sector.name'],
  },
  defaultSort: ['sector.sortOrder', 'sector.name'],
  key: ['sector.id'],
};
