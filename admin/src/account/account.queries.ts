import { parse } from 'graphql';

const unit = 'unit { id code name nameEn }';

export const myself = parse(
  `query Myself {
    me { user { id username name isDemo } highestRole rights grants { id role seesSensitive ${unit} } }
  }`,
  { noLocation: true },
);

export interface Named {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
}

export interface Grant {
  id: string;
  role: string;
  seesSensitive: boolean;
  unit: Named | null;
}

export interface Myself {
  me: {
    user: { id: string; username: string; name: string; isDemo: boolean };
    highestRole: string | null;
    rights: string[];
    grants: Grant[];
  } | null;
}

export const sessionsOfUser = parse(
  `query SessionsOfUser($user: ID!) {
    sessions(filter: { userIds: [$user] }, sort: [{ field: lastSeenAt, order: DESC }], page: 1, perPage: 200) {
      items { id createdAt lastSeenAt expiresAt address userAgent isCurrent }
    }
  }`,
  { noLocation: true },
);

export interface BrowserSession {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  address: string;
  userAgent: string | null;
  isCurrent: boolean;
}

export interface SessionsOfUser {
  sessions: { items: BrowserSession[] };
}

export const revokeSession = parse('mutation RevokeSession($id: ID!) { revokeSession(id: $id) { id } }', {
  noLocation: true,
});

export const keysOfUser = parse(
  `query KeysOfUser($user: ID!) {
    apiKeys(filter: { userIds: [$user] }, sort: [{ field: createdAt, order: DESC }], page: 1, perPage: 200) {
      items {
        id name hint role seesSensitive isReadOnly expiresAt lastUsedAt revokedAt createdAt ${unit}
      }
    }
  }`,
  { noLocation: true },
);

export interface ApiKey extends Grant {
  name: string;
  hint: string;
  isReadOnly: boolean;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
  createdAt: string;
}

export interface KeysOfUser {
  apiKeys: { items: ApiKey[] };
}

export const createKey = parse(
  'mutation CreateKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id name } secret } }',
  { noLocation: true },
);

export interface CreatedKey {
  createApiKey: { apiKey: { id: string; name: string }; secret: string };
}

export const revokeKey = parse('mutation RevokeKey($id: ID!) { revokeApiKey(id: $id) { id } }', {
  noLocation: true,
});
