import type { DimensionMemberSortField } from '../../schema/dimension/dimension-member.args';
import type { DimensionMemberFilter } from '../../schema/dimension/dimension-member.inputs';
import { codeOf, containsFolded, integer, ownCode, text } from '../list/filter-fields';
import type { ListDefinition } from '../list/list';
import { hasId } from '../resource/ids';
import { named } from '../resource/named-resources';

const nameOfDimension = '(select dimension.name from dimension where dimension.id = member.dimension_id)';

export const dimensionMemberList: ListDefinition<DimensionMemberFilter, DimensionMemberSortField> = {
  ids: hasId('member.id'),
  search: (word, bind) => containsFolded('member.search_text', word, bind),
  filters: {
    dimension: codeOf(named.dimension, 'member.dimension_id'),
    code: ownCode('member.code'),
    name: text('member.name'),
    nameEn: text('member.nameEn'),
    sortOrder: integer('member.sortOrder'),
  },
  sorts: {
    id: ['member.id'],
    code: ['member.code'],
    name: ['member.name'],
    nameEn: ['member.nameEn'],
    dimension: [nameOfDimension],
    sortOrder: ['member.sortOrder', 'member.name'],
  },
  defaultSort: [nameOfDimension, 'member.sortOrder', 'member.name'],
  key: ['member.id'],
};
