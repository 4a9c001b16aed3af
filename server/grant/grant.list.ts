import type { GrantSortField } from '../../schema/grant/grant.args';
import type { GrantFilter } from '../../schema/grant/grant.inputs';
import { codeOf, oneOf } from '../list/filter-fields';
import type { ListDefinition } from '../list/list';
import { nameOfUnit, unitHasWord } from '../party-unit/unit-conditions';
import { hasId, isAmongIds } from '../resource/ids';
import { named } from '../resource/named-resources';
import { userHasWord, usernameOf } from '../user/user-conditions';

export const grantList: ListDefinition<GrantFilter, GrantSortField> = {
  ids: hasId('held.id'),
  search: (word, bind) =>
    `(${userHasWord('held.user_id', word, bind)} or ${unitHasWord('held.unit_id', word, bind)})`,
  filters: {
    userIds: isAmongIds('held.user_id', 'userIds'),
    unit: codeOf(named.unit, 'held.unit_id'),
    role: oneOf('held.role'),
  },
  sorts: {
    id: ['held.id'],
    user: [usernameOf('held.user_id')],
    unit: [nameOfUnit('held.unit_id')],
    role: ['held.role'],
  },
  defaultSort: [usernameOf('held.user_id'), nameOfUnit('held.unit_id')],
  key: ['held.id'],
};
