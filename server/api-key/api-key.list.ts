import type { ApiKeySortField } from '../../schema/api-key/api-key.args';
import type { ApiKeyFilter } from '../../schema/api-key/api-key.inputs';
import { containsFolded } from '../list/filter-fields';
import type { ListDefinition } from '../list/list';
import { hasId, isAmongIds } from '../resource/ids';
import { userHasWord, usernameOf } from '../user/user-conditions';

export const apiKeyList: ListDefinition<ApiKeyFilter, ApiKeySortField> = {
  ids: hasId('key.id'),
  search: (word, bind) =>
    `(${containsFolded('fold_text(key.name)', word, bind)} or ${userHasWord('key.user_id', word, bind)})`,
  filters: {
    userIds: isAmongIds('key.user_id', 'userIds'),
    isRevoked: { conditions: (isRevoked) => [`key.revoked_at is ${isRevoked ? 'not ' : ''}null`] },
  },
  sorts: {
    id: ['key.id'],
    user: [usernameOf('key.user_id')],
    name: ['key.name'],
    expiresAt: ['key.expiresAt'],
    lastUsedAt: ['key.lastUsedAt'],
    revokedAt: ['key.revokedAt'],
    createdAt: ['key.createdAt'],
  },
  defaultSort: ['key.name'],
  key: ['key.id'],
};
