import type { UserSortField } from '../../schema/user/user.args';
import type { UserFilter } from '../../schema/user/user.inputs';
import { moment, text } from '../list/filter-fields';
import type { ListDefinition } from '../list/list';
import { hasId } from '../resource/ids';
import { userHasWord } from './user-conditions';

export const userList: ListDefinition<UserFilter, UserSortField> = {
  ids: hasId('person.id'),
  search: (word, bind) => userHasWord('person.id', word, bind),
  filters: {
    username: text('person.username'),
    name: text('person.name'),
    isDisabled: { conditions: (isDisabled) => [`person.is_disabled is ${isDisabled}`] },
    createdAt: moment('person.created_at'),
  },
  sorts: {
    id: ['person.id'],
    username: ['person.username'],
    name: ['person.name'],
    isDisabled: ['person.isDisabled'],
    createdAt: ['person.createdAt'],
  },
  defaultSort: ['person.username'],
  key: ['person.id'],
};
