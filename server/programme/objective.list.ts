import type { ObjectiveSortField } from '../../schema/programme/objective.args';
import type { ObjectiveFilter } from '../../schema/programme/objective.inputs';
import { codeOf, containsFolded, integer, ownCode, text } from '../list/filter-fields';
import type { ListDefinition } from '../list/list';
import { hasId } from '../resource/ids';
import { named } from '../resource/named-resources';

const nameOfProgramme = '(select programme.name from programme where programme.id = objective.programme_id)';

export const objectiveList: ListDefinition<ObjectiveFilter, ObjectiveSortField> = {
  ids: hasId('objective.id'),
  search: (word, bind) => containsFolded('objective.search_text', word, bind),
  filters: {
    code: ownCode('objective.code'),
    name: text('objective.name'),
    nameEn: text('objective.nameEn'),
    programme: codeOf(named.programme, 'objective.programme_id'),
    sortOrder: integer('objective.sortOrder'),
  },
  sorts: {
    id: ['objective.id'],
    code: ['objective.code'],
    name: ['objective.name'],
    nameEn: ['objective.nameEn'],
    programme: [nameOfProgramme],
    sortOrder: ['objective.sortOrder', 'objective.name'],
  },
  defaultSort: [nameOfProgramme, 'objective.sortOrder', 'objective.name'],
  key: ['objective.id'],
};
