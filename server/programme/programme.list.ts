import type { ProgrammeSortField } from '../../schema/programme/programme.args';
import type { ProgrammeFilter } from '../../schema/programme/programme.inputs';
import { containsFolded, day, ownCode, text } from '../list/filter-fields';
import type { ListDefinition } from '../list/list';
import { hasId } from '../resource/ids';

export const programmeList: ListDefinition<ProgrammeFilter, ProgrammeSortField> = {
  ids: hasId('programme.id'),
  search: (word, bind) => containsFolded('programme.search_text', word, bind),
  filters: {
    code: ownCode('programme.code'),
    name: text('programme.name'),
    nameEn: text('programme.nameEn'),
    documentNumber: text('programme.documentNumber'),
    startsOn: day('programme.startsOn'),
    endsOn: day('programme.endsOn'),
  },
  sorts: {
    id: ['programme.id'],
    code: ['programme.code'],
    name: ['programme.name'],
    nameEn: ['programme.nameEn'],
    documentNumber: ['programme.documentNumber'],
    startsOn: ['programme.startsOn'],
    endsOn: ['programme.endsOn'],
  },
  defaultSort: ['programme.startsOn', 'programme.name'],
  key: ['programme.id'],
};
