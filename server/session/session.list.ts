import type { SessionSortField } from '../../schema/session/session.args';
import type { SessionFilter } from '../../schema/session/session.inputs';
import type { ListDefinition } from '../list/list';
import { hasId, isAmongIds } from '../resource/ids';
import { userHasWord, usernameOf } from '../user/user-conditions';

export const sessionList: ListDefinition<SessionFilter, SessionSortField> = {
  ids: hasId('session.id'),
  search: (word, bind) => userHasWord('session.user_id', word, bind),
  filters: { userIds: isAmongIds('session.user_id', 'userIds') },
  sorts: {
    id: ['session.id'],
    user: [usernameOf('session.user_id')],
    createdAt: ['session.createdAt'],
    lastSeenAt: ['session.lastSeenAt'],
    expiresAt: ['session.expiresAt'],
  },
  defaultSort: ['session.id'],
  key: ['session.id'],
};
