import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may ask: people, what they are granted on parts of the tree, their sessions and the keys of their tools. */
export class SignIn1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error(
      'Signing in is not undone: without it, whoever reaches the server could change everything.',
    );
  }
}

const role = `text not null check (role in ('VIEWER', 'ANALYST', 'EDITOR', 'APPROVER', 'ADMINISTRATOR'))`;

const people = `
create table app_user (
  id integer generated always as identity primary key,
  -- ASCII alone: no two user names look alike, and every program folds their case in the same way.
  username text not null check (username ~ '^[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}$'),
  name text not null check (length(name) between 1 and 500),
  -- Null: there is no signing in by password.
  password_hash text,
  -- The issuer and the subject that it vouches for.
  oidc_subject text unique,
  must_change_password boolean not null default false,
  is_disabled boolean not null default false,
  -- Made with the sample, to be chosen without a password where only this machine reaches the server.
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create unique index app_user_username on app_user (lower(username));

-- Deleted with its unit: were the unit only emptied, the grant would hold for the whole tree.
create table access_grant (
  id integer generated always as identity primary key,
  user_id integer not null references app_user on delete cascade,
  role ${role},
  unit_id integer references party_unit on delete cascade,
  sees_sensitive boolean not null default false,
  version integer not null default 1,
  constraint access_grant_key unique nulls not distinct (user_id, unit_id)
);
create index access_grant_unit on access_grant (unit_id);
`;

const credentials = `
-- Only the hash of the token is here: whoever reads the table, or a backup of it, cannot sign in with it.
create table session (
  token_hash bytea primary key check (length(token_hash) = 32),
  id integer not null generated always as identity unique,
  user_id integer not null references app_user on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  user_agent text
);
create index session_of_user on session (user_id);

create table api_key (
  id integer generated always as identity primary key,
  user_id integer not null references app_user on delete cascade,
  name text not null check (length(name) between 1 and 200),
  hash bytea not null unique check (length(hash) = 32),
  -- The last characters of the key, by which its owner knows it.
  hint text not null check (length(hint) = 4),
  role ${role},
  unit_id integer references party_unit on delete cascade,
  sees_sensitive boolean not null default false,
  is_read_only boolean not null default true,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null
);
create index api_key_of_user on api_key (user_id);
create index api_key_unit on api_key (unit_id);

-- Failed attempts by name, whether or not someone has it: so the answer tells nobody which names there are. The name is
-- hashed, since people type passwords into the wrong field.
create table sign_in_failure (
  username_hash bytea primary key,
  failures integer not null,
  locked_until timestamptz,
  last_at timestamptz not null
);
`;

const statements = [people, credentials];
