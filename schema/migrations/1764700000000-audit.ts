import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A trace of every change, written by the database in the transaction of the change (docs/adr/0009). The server says who acts
 * and for which request in `khoi.actor` and `khoi.request`, local to the transaction; all else is done by triggers that run as
 * the owner, so that the server itself can only read the trace.
 *
 * Two forms: of structure, definitions and rights an entry for each changed row; of figures only what was replaced, as the
 * figure itself is its latest revision.
 */
export class Audit1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The trace is not undone: restore a backup instead.');
  }
}

/** Without references to the data: the trace outlives what it tells of, and emptying a table does not reach it. */
const tables = `
-- A transaction that changed something. Times are in whole milliseconds, as far as clients can tell them.
create table change_set (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('USER', 'KEY', 'SYSTEM')),
  actor_user_id integer,
  actor_key_id integer,
  actor_name text not null,
  request_id text,
  transaction_id xid8 not null
);
create index change_set_at on change_set using brin (at) with (autosummarize = on);
create index change_set_request on change_set (request_id) where request_id is not null;

create table audit_entry (
  id bigint generated always as identity primary key,
  change_set_id bigint not null,
  table_name text not null,
  record_id text not null,
  record_name text,
  -- Of a row that names a unit or an indicator, for who may see it.
  unit_id integer,
  indicator_id integer,
  operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE')),
  before jsonb,
  after jsonb
);
create index audit_entry_change_set on audit_entry (change_set_id);
create index audit_entry_record on audit_entry (table_name, record_id);

-- What a figure was before an update or a deletion, from when until when. A figure that a transaction writes twice is one change.
create table observation_revision (
  indicator_id integer not null,
  unit_id integer not null,
  period_start date not null,
  member_id integer,
  version integer not null,
  value numeric not null,
  note text,
  source text,
  recorded_by text,
  recorded_at timestamptz not null,
  replaced_at timestamptz not null,
  -- Null for a figure that is older than the trace.
  change_set_id bigint,
  replaced_by bigint not null,
  is_deleted boolean not null,
  constraint observation_revision_ends_after_it_begins check (replaced_at >= recorded_at)
);
create index observation_revision_key on observation_revision (indicator_id, unit_id, period_start);
create index observation_revision_change_set on observation_revision (change_set_id);
create index observation_revision_deleted_at on observation_revision (replaced_at) where is_deleted;
create index observation_revision_deleted_by on observation_revision (replaced_by) where is_deleted;

alter table observation add column change_set_id bigint;
-- A few bytes for a megabyte of rows; a tree would cost each figure more than the column itself, and every edit a new entry.
create index observation_change_set on observation using brin (change_set_id) with (pages_per_range = 16, autosummarize = on);

-- Every version of every figure, and from when until when it stood: of the one that stands now, forever.
create view observation_version as
select indicator_id, unit_id, period_start, member_id, version, value, note, source, recorded_by, recorded_at, change_set_id,
  'infinity'::timestamptz as replaced_at, null::bigint as replaced_by, false as is_deleted
from observation
union all
select indicator_id, unit_id, period_start, member_id, version, value, note, source, recorded_by, recorded_at, change_set_id,
  replaced_at, replaced_by, is_deleted
from observation_revision;

-- Those that fit what is known today: of units, indicators and members that are still there, which may have been defined
-- otherwise while they had no figures.
create view known_observation as
select version.*
from observation_version version
join party_unit on party_unit.id = version.unit_id
join indicator on indicator.id = version.indicator_id and indicator.formula is null
  and is_period_start(indicator.period_type, version.period_start)
left join dimension_member member on member.id = version.member_id
where member.dimension_id is not distinct from indicator.dimension_id;
`;

/** The names that a definer's function looks up are those of the owner, whatever the session has in its path. */
const asOwner = 'security definer set search_path = pg_catalog, public, pg_temp';

/**
 * Plans are kept as long as the connection, from when tables were empty and statements had one row: without this they would read
 * all of the trace for each edit, and a million rows of an import against each other.
 */
const atAnySize = 'set enable_seqscan = off set enable_nestloop = off';

const changeSets = `
-- The change set of this transaction, made when it is first asked for. Its number is kept in a setting, which anybody could set:
-- so it is taken only if this transaction made it.
create function open_change_set() returns change_set
language plpgsql ${asOwner} ${atAnySize} as $$
declare
  known bigint := nullif(current_setting('khoi.change_set', true), '')::bigint;
  opened change_set;
  actor jsonb;
begin
  if known is not null then
    select * into opened from change_set where id = known and transaction_id = pg_current_xact_id();
    if found then
      return opened;
    end if;
  end if;
  actor := coalesce(
    nullif(current_setting('khoi.actor', true), '')::jsonb,
    jsonb_build_object('kind', 'SYSTEM', 'name', session_user));
  insert into change_set (at, actor_kind, actor_user_id, actor_key_id, actor_name, request_id, transaction_id)
    values (date_trunc('milliseconds', clock_timestamp()), actor ->> 'kind', (actor ->> 'userId')::integer,
      (actor ->> 'keyId')::integer, actor ->> 'name', nullif(current_setting('khoi.request', true), ''), pg_current_xact_id())
    returning * into opened;
  perform set_config('khoi.change_set', opened.id::text, true),
    set_config('khoi.change_set_at', (extract(epoch from opened.at) * 1000)::bigint::text, true);
  return opened;
end
$$;

create function refuse_change_of_trace() returns trigger
language plpgsql as $$
begin
  raise exception 'The trace of changes is only ever added to: % of % is refused.', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;
${['change_set', 'audit_entry', 'observation_revision']
  .map(
    (table) => `
create trigger a_refuse_change before update or delete or truncate on ${table}
  for each statement execute function refuse_change_of_trace();`,
  )
  .join('')}
`;

/** How a row is written into the trace; `secrets` are told of without their values, `ignored` columns not at all. */
const entries = `
create function traced_row(changed jsonb, secrets text[], ignored text[]) returns jsonb
language sql immutable as $$
  select jsonb_object_agg(key, case when key = any(secrets) then '"(secret)"' else value end)
  from jsonb_each(changed - ignored)
  where value <> 'null'
$$;

-- The columns of a row that another has otherwise.
create function traced_difference(changed jsonb, other jsonb, secrets text[], ignored text[]) returns jsonb
language sql immutable as $$
  select jsonb_object_agg(key, case when key = any(secrets) and value <> 'null' then '"(secret)"' else value end)
  from jsonb_each(changed - ignored)
  where value is distinct from other -> key
$$;

create function traced_key(changed jsonb, keys text[]) returns text
language sql immutable as $$
  select string_agg(changed ->> key, '_' order by place) from unnest(keys) with ordinality as named (key, place)
$$;

-- An update that changed nothing but ignored columns leaves no entry.
create function write_audit_entries(
  audited text, keys text[], secrets text[], ignored text[], old_rows jsonb[], new_rows jsonb[]
) returns void
language sql ${asOwner} as $$
  insert into audit_entry
    (change_set_id, table_name, record_id, record_name, unit_id, indicator_id, operation, before, after)
  select (select id from open_change_set()), audited, changed.id,
    coalesce(changed.row ->> 'code', changed.row ->> 'username', changed.row ->> 'name'),
    case when audited = 'party_unit' then changed.id::integer else (changed.row ->> 'unit_id')::integer end,
    case when audited = 'indicator' then changed.id::integer else (changed.row ->> 'indicator_id')::integer end,
    case when removed.row is null then 'INSERT' when added.row is null then 'DELETE' else 'UPDATE' end,
    case when added.row is null then traced_row(removed.row, secrets, ignored)
      else traced_difference(removed.row, added.row, secrets, ignored) end,
    case when removed.row is null then traced_row(added.row, secrets, ignored)
      else traced_difference(added.row, removed.row, secrets, ignored) end
  from (
    select traced_key(row, keys) as id, row, place from unnest(old_rows) with ordinality as old (row, place)
  ) as removed
  full join (
    select traced_key(row, keys) as id, row, place from unnest(new_rows) with ordinality as new (row, place)
  ) as added on added.id = removed.id
  cross join lateral (select coalesce(added.id, removed.id) as id, coalesce(added.row, removed.row) as row) as changed
  where removed.row is null or added.row is null or removed.row - ignored <> added.row - ignored
  order by coalesce(added.place, removed.place)
$$;

create function audit_changes() returns trigger
language plpgsql ${asOwner} as $$
declare
  old_rows jsonb[];
  new_rows jsonb[];
begin
  case tg_op
    when 'INSERT' then
      new_rows := array(select to_jsonb(added) from added);
    when 'UPDATE' then
      old_rows := array(select to_jsonb(removed) from removed);
      new_rows := array(select to_jsonb(added) from added);
    when 'DELETE' then
      old_rows := array(select to_jsonb(removed) from removed);
    when 'TRUNCATE' then
      execute format('select array(select to_jsonb(emptied) from %I.%I as emptied)', tg_table_schema, tg_table_name)
        into old_rows;
  end case;
  perform write_audit_entries(
    tg_table_name, tg_argv[0]::text[], tg_argv[1]::text[], tg_argv[2]::text[], old_rows, new_rows);
  return null;
end
$$;

-- Has every change of a table traced from now on. A later migration calls it for its tables, such as
-- audit_table('api_key', secrets => '{hash}', ignored => '{last_used_at}').
create function audit_table(audited regclass, keys text[] default '{id}', secrets text[] default '{}', ignored text[] default '{}')
returns void
language plpgsql as $$
declare
  made text[] := array(select attname from pg_attribute where attrelid = audited and attgenerated <> '');
  event record;
begin
  for event in
    select * from (values
      ('insert', 'after insert', 'referencing new table as added'),
      ('update', 'after update', 'referencing old table as removed new table as added'),
      ('delete', 'after delete', 'referencing old table as removed'),
      ('truncate', 'before truncate', '')
    ) as event (name, moment, transition)
  loop
    execute format('create trigger z_audit_%s %s on %s %s for each statement execute function audit_changes(%L, %L, %L)',
      event.name, event.moment, audited, event.transition, keys, secrets, made || '{version}' || ignored);
  end loop;
end
$$;

${[
  'unit_kind',
  'sector',
  'party_unit',
  'unit_placement',
  'unit_change',
  'dimension',
  'dimension_member',
  'indicator',
  'programme',
  'objective',
  'target',
]
  .map((table) => `select audit_table('${table}');`)
  .join('\n')}

select audit_table('app_user', secrets => '{password_hash}');
select audit_table('access_grant');
select audit_table('api_key', secrets => '{hash}', ignored => '{last_used_at}');
`;

/** The key of a figure, on which two of them are the same. */
const sameFigure = (one: string, other: string) =>
  `${other}.indicator_id = ${one}.indicator_id and ${other}.unit_id = ${one}.unit_id
        and ${other}.period_start = ${one}.period_start and ${other}.member_id is not distinct from ${one}.member_id`;

const revisionColumns = `indicator_id, unit_id, period_start, member_id, version, value, note, source, recorded_by, recorded_at,
    replaced_at, change_set_id, replaced_by, is_deleted`;

const replaced = (table: string, replacedAt: string, isDeleted: string) => `
    select ${table}.indicator_id, ${table}.unit_id, ${table}.period_start, ${table}.member_id, ${table}.version, ${table}.value,
      ${table}.note, ${table}.source, ${table}.recorded_by, ${table}.recorded_at, ${replacedAt}, ${table}.change_set_id, opened.id,
      ${isDeleted}`;

/** Keeps all rows of a table, at the moment from which they are no more. */
const traceOfRemoval = (done: string, table: string, replacedAt: string) => `
create function trace_${done}_observations() returns trigger
language plpgsql ${asOwner} ${atAnySize} as $$
declare
  opened change_set;
begin
  if not exists (select from ${table}) then
    return null;
  end if;
  opened := open_change_set();
  insert into observation_revision (${revisionColumns})
    ${replaced(table, replacedAt, 'true')}
    from ${table};
  return null;
end
$$;`;

const figures = `
-- When a change counts from that replaces what was recorded at some moment: all of a transaction counts from its first write on,
-- but never before what it replaces, which may have been written and committed meanwhile.
create function moment_of_change(after_moment timestamptz, opened_at timestamptz) returns timestamptz
language sql volatile as $$
  select case when after_moment <= opened_at then opened_at
    else greatest(after_moment, date_trunc('milliseconds', clock_timestamp())) end
$$;

-- When a figure was recorded, and in which change, is said here, whatever the statement says. By whom the change set knows: the
-- name in each figure, as before, would cost more bytes than the number of the change set.
create function stamp_observation() returns trigger
language plpgsql as $$
declare
  change bigint := nullif(current_setting('khoi.change_set', true), '')::bigint;
begin
  if change is null then
    change := (open_change_set()).id;
  end if;
  new.recorded_at := to_timestamp(current_setting('khoi.change_set_at')::float8 / 1000);
  if tg_op = 'UPDATE' then
    if old.change_set_id = change then
      new.recorded_at := old.recorded_at;
    elsif old.recorded_at > new.recorded_at then
      new.recorded_at := moment_of_change(old.recorded_at, new.recorded_at);
    end if;
  end if;
  new.recorded_by := null;
  new.change_set_id := change;
  return new;
end
$$;
create trigger stamp_observation before insert or update on observation
  for each row execute function stamp_observation();

create function refuse_foreign_change_set() returns void
language plpgsql as $$
begin
  raise exception 'A figure does not name the change set of its transaction, and its moment.' using errcode = 'insufficient_privilege';
end
$$;

-- A new figure is its own revision. It is refused, to be tried again, if it would count from before the deletion of another
-- that it had to wait for.
create function trace_inserted_observations() returns trigger
language plpgsql ${asOwner} ${atAnySize} as $$
declare
  opened change_set;
  rows bigint;
  first_change bigint;
  last_change bigint;
  earliest timestamptz;
  latest timestamptz;
begin
  select count(change_set_id), min(change_set_id), max(change_set_id), min(recorded_at), max(recorded_at)
    into rows, first_change, last_change, earliest, latest
    from added;
  if rows = 0 then
    return null;
  end if;
  opened := open_change_set();
  if first_change <> opened.id or last_change <> opened.id or latest <> opened.at or earliest <> opened.at then
    perform refuse_foreign_change_set();
  end if;
  if exists (select from observation_revision where is_deleted and replaced_at > opened.at) and exists (
    select from observation_revision revision
    join added on ${sameFigure('added', 'revision')}
    where revision.is_deleted and revision.replaced_at > opened.at and revision.replaced_at > added.recorded_at)
  then
    raise exception 'A figure was deleted meanwhile; try again.' using errcode = 'serialization_failure';
  end if;
  return null;
end
$$;
create trigger z_trace_inserted after insert on observation
  referencing new table as added for each statement execute function trace_inserted_observations();

-- What is replaced becomes a revision; a figure whose key was changed was deleted under its old one.
create function trace_updated_observations() returns trigger
language plpgsql ${asOwner} ${atAnySize} as $$
declare
  opened change_set;
  rows bigint;
  first_change bigint;
  last_change bigint;
  earliest timestamptz;
begin
  select count(change_set_id), min(change_set_id), max(change_set_id), min(recorded_at)
    into rows, first_change, last_change, earliest
    from added;
  if rows = 0 then
    return null;
  end if;
  opened := open_change_set();
  if first_change <> opened.id or last_change <> opened.id or earliest < opened.at then
    perform refuse_foreign_change_set();
  end if;
  insert into observation_revision (${revisionColumns})
    ${replaced('removed', 'coalesce(added.recorded_at, moment_of_change(removed.recorded_at, opened.at))', 'added.unit_id is null')}
    from removed
    left join added on ${sameFigure('added', 'removed')}
    where removed.change_set_id is distinct from opened.id or added.unit_id is null;
  return null;
end
$$;
create trigger z_trace_updated after update on observation
  referencing old table as removed new table as added for each statement execute function trace_updated_observations();
${traceOfRemoval('deleted', 'removed', 'case when removed.change_set_id = opened.id then removed.recorded_at else moment_of_change(removed.recorded_at, opened.at) end')}
create trigger z_trace_deleted after delete on observation
  referencing old table as removed for each statement execute function trace_deleted_observations();
${traceOfRemoval('emptied', 'observation', 'moment_of_change(observation.recorded_at, opened.at)')}
create trigger z_trace_emptied before truncate on observation
  for each statement execute function trace_emptied_observations();
`;

/** Nobody else may hang the functions that write the trace on a table of their own, or call them. */
const rights = `
revoke execute on function write_audit_entries(text, text[], text[], text[], jsonb[], jsonb[]), audit_changes(),
  trace_inserted_observations(), trace_updated_observations(), trace_deleted_observations(), trace_emptied_observations(),
  audit_table(regclass, text[], text[], text[]) from public;

-- Only the owner of a table may have its statistics made anew, which an import needs in the middle of its work.
create function refresh_statistics(of_table regclass) returns void
language plpgsql ${asOwner} as $$
begin
  execute format('analyze %s', of_table);
end
$$;
`;

const statements = [tables, changeSets, entries, figures, rights];
