import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The model of the organisation and its figures. The database refuses by itself what must never be:
 * overlapping or missing placements, cycles at any date, orphans, a second observation for the same key and
 * values out of range. Errors raised by our own functions carry SQLSTATE `KH001` and the registry's code as
 * their CONSTRAINT name, so that `server/errors.ts` can translate them.
 */
export class CreateModel1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: drop the database instead.');
  }
}

const functions = `
create extension if not exists btree_gist;

-- Search key that ignores case and Vietnamese diacritics: "Đảng bộ" and "dang bo" fold to the same text.
create function fold_text(original text) returns text
language sql immutable strict parallel safe as $$
  select replace(regexp_replace(normalize(lower(original collate "und-x-icu"), nfd), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')
$$;

-- First day after the period of that type that starts on the given day (periods are half-open).
create function period_end(period_type text, starts_on date) returns date
language sql immutable strict parallel safe as $$
  select (starts_on + case period_type
    when 'MONTH' then interval '1 month'
    when 'QUARTER' then interval '3 months'
    when 'HALF_YEAR' then interval '6 months'
    when 'YEAR' then interval '1 year'
  end)::date
$$;

-- Whether a period of that type can start on the given day.
create function is_period_start(period_type text, starts_on date) returns boolean
language sql immutable strict parallel safe as $$
  select extract(day from starts_on) = 1 and (extract(month from starts_on)::int - 1) % case period_type
    when 'MONTH' then 1
    when 'QUARTER' then 3
    when 'HALF_YEAR' then 6
    when 'YEAR' then 12
  end = 0
$$;

-- The one division of the product: exact, rounded once, half away from zero, to 12 places; null for a zero divisor.
-- div() truncates exactly, where the operator / would first round to a scale of its own choosing.
create function divide_exactly(dividend numeric, divisor numeric) returns numeric
language sql immutable strict parallel safe as $$
  select case when divisor <> 0 then
    sign(dividend) * sign(divisor) * div(abs(dividend) * 2e12 + abs(divisor), abs(divisor) * 2) * 1e-12
  end
$$;

-- Exact sums of averages: fractions with whole denominators are added as fractions, and divided once at the very end.
create function add_fraction(total numeric[], numerator numeric, denominator numeric) returns numeric[]
language sql immutable parallel safe as $$
  select case
    when numerator is null then total
    when total is null then array[numerator, denominator]
    when total[2] = denominator then array[total[1] + numerator, denominator]
    else array[
      total[1] * div(lcm(total[2], denominator), total[2]) + numerator * div(lcm(total[2], denominator), denominator),
      lcm(total[2], denominator)
    ]
  end
$$;
create aggregate sum_fraction(numeric, numeric) (sfunc = add_fraction, stype = numeric[], parallel = safe);

create function refuse(code text, message text) returns void
language plpgsql as $$
begin
  raise exception using errcode = 'KH001', constraint = code, message = message;
end
$$;
`;

const tables = `
create table unit_kind (
  id integer generated always as identity primary key,
  code text not null unique check (length(code) between 1 and 64),
  name text collate "vi-x-icu" not null check (length(name) between 1 and 500),
  name_en text check (length(name_en) between 1 and 500),
  sort_order integer not null default 0,
  version integer not null default 1,
  search_text text generated always as (fold_text(code || ' ' || name || ' ' || coalesce(name_en, ''))) stored
);

create table sector (
  id integer generated always as identity primary key,
  code text not null unique check (length(code) between 1 and 64),
  name text collate "vi-x-icu" not null check (length(name) between 1 and 500),
  name_en text check (length(name_en) between 1 and 500),
  sort_order integer not null default 0,
  version integer not null default 1,
  search_text text generated always as (fold_text(code || ' ' || name || ' ' || coalesce(name_en, ''))) stored
);

create table party_unit (
  id integer generated always as identity primary key,
  code text not null unique check (length(code) between 1 and 64),
  opened_on date not null check (opened_on between '1900-01-01' and '2200-01-01'),
  closed_on date check (closed_on <= '2200-01-01'),
  successor_id integer references party_unit,
  version integer not null default 1,
  search_text text generated always as (fold_text(code)) stored,
  constraint party_unit_closes_after_it_opens check (closed_on > opened_on),
  constraint party_unit_successor_only_when_closed check (successor_id is null or closed_on is not null),
  constraint party_unit_succeeded_by_another check (successor_id <> id)
);
create index party_unit_successor on party_unit (successor_id) where successor_id is not null;

create table unit_change (
  id integer generated always as identity primary key,
  type text not null check (type in ('OPEN', 'RENAME', 'MOVE', 'RECLASSIFY', 'MERGE', 'SPLIT', 'CLOSE')),
  effective_on date not null,
  document_number text check (length(document_number) <= 200),
  note text check (length(note) <= 4000),
  recorded_at timestamptz not null default now()
);

create table unit_change_unit (
  change_id integer not null references unit_change on delete cascade,
  unit_id integer not null references party_unit on delete cascade,
  primary key (unit_id, change_id)
);
create index unit_change_unit_change on unit_change_unit (change_id);

create table unit_placement (
  id integer generated always as identity primary key,
  unit_id integer not null references party_unit on delete cascade,
  effective_on date not null,
  ended_on date,
  name text collate "vi-x-icu" not null check (length(name) between 1 and 500),
  name_en text check (length(name_en) between 1 and 500),
  parent_id integer references party_unit,
  kind_id integer references unit_kind,
  sector_id integer references sector,
  search_text text generated always as (fold_text(name || ' ' || coalesce(name_en, ''))) stored,
  constraint unit_placement_ends_after_it_starts check (ended_on > effective_on),
  constraint unit_placement_not_below_itself check (parent_id <> unit_id),
  constraint unit_placement_never_overlaps exclude using gist (unit_id with =, daterange(effective_on, ended_on) with &&)
);
create index unit_placement_unit on unit_placement (unit_id, effective_on);
create index unit_placement_parent on unit_placement (parent_id, effective_on);
create index unit_placement_kind on unit_placement (kind_id);
create index unit_placement_sector on unit_placement (sector_id);

create table dimension (
  id integer generated always as identity primary key,
  code text not null unique check (length(code) between 1 and 64),
  name text collate "vi-x-icu" not null check (length(name) between 1 and 500),
  name_en text check (length(name_en) between 1 and 500),
  version integer not null default 1,
  search_text text generated always as (fold_text(code || ' ' || name || ' ' || coalesce(name_en, ''))) stored
);

create table dimension_member (
  id integer generated always as identity primary key,
  dimension_id integer not null references dimension on delete cascade,
  code text not null check (length(code) between 1 and 64),
  name text collate "vi-x-icu" not null check (length(name) between 1 and 500),
  name_en text check (length(name_en) between 1 and 500),
  sort_order integer not null default 0,
  version integer not null default 1,
  search_text text generated always as (fold_text(code || ' ' || name || ' ' || coalesce(name_en, ''))) stored,
  unique (dimension_id, code)
);

create table indicator (
  id integer generated always as identity primary key,
  code text not null unique check (length(code) between 1 and 64),
  name text collate "vi-x-icu" not null check (length(name) between 1 and 500),
  name_en text check (length(name_en) between 1 and 500),
  description text check (length(description) <= 4000),
  unit_of_measure text check (length(unit_of_measure) between 1 and 100),
  decimals smallint not null default 0 check (decimals between 0 and 12),
  period_type text check (period_type in ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
  unit_aggregation text check (unit_aggregation in ('SUM', 'AVERAGE', 'MIN', 'MAX', 'NONE')),
  period_aggregation text check (period_aggregation in ('SUM', 'LAST', 'AVERAGE', 'MIN', 'MAX', 'NONE')),
  direction text not null default 'HIGHER_IS_BETTER' check (direction in ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER')),
  fill text not null default 'CARRY_FORWARD' check (fill in ('CARRY_FORWARD', 'NONE')),
  group_name text check (length(group_name) between 1 and 200),
  dimension_id integer references dimension,
  minimum numeric,
  maximum numeric,
  formula text check (length(formula) between 1 and 4000),
  version integer not null default 1,
  search_text text generated always as (fold_text(code || ' ' || name || ' ' || coalesce(name_en, ''))) stored,
  constraint indicator_reported_or_computed check (
    case when formula is null
      then period_type is not null and unit_aggregation is not null and period_aggregation is not null
      else period_type is null and unit_aggregation is null and period_aggregation is null
        and dimension_id is null and minimum is null and maximum is null
    end),
  constraint indicator_minimum_below_maximum check (minimum <= maximum)
);
create index indicator_dimension on indicator (dimension_id);

-- Which indicators a formula names, so that an operand is not deleted under it and cycles are found.
create table indicator_operand (
  indicator_id integer not null references indicator on delete cascade,
  operand_id integer not null references indicator,
  primary key (indicator_id, operand_id),
  constraint indicator_operand_not_itself check (indicator_id <> operand_id)
);
create index indicator_operand_operand on indicator_operand (operand_id);

-- The key begins with the indicator, by which these rows can be distributed; a base period is its first day, its type
-- being the indicator's. The member is null for an indicator without a dimension.
create table observation (
  indicator_id integer not null references indicator,
  unit_id integer not null references party_unit,
  period_start date not null check (period_start between '1900-01-01' and '2200-01-01'),
  member_id integer references dimension_member,
  version integer not null default 1,
  value numeric not null,
  note text check (length(note) <= 4000),
  source text check (length(source) <= 500),
  recorded_by text,
  recorded_at timestamptz not null default now(),
  constraint observation_key unique nulls not distinct (indicator_id, unit_id, period_start, member_id),
  constraint observation_value_in_range check (value > -1e15 and value < 1e15 and scale(value) <= 12)
);
create index observation_unit on observation (unit_id);
create index observation_member on observation (member_id) where member_id is not null;

create table programme (
  id integer generated always as identity primary key,
  code text not null unique check (length(code) between 1 and 64),
  name text collate "vi-x-icu" not null check (length(name) between 1 and 500),
  name_en text check (length(name_en) between 1 and 500),
  description text check (length(description) <= 4000),
  document_number text check (length(document_number) <= 200),
  starts_on date not null check (starts_on between '1900-01-01' and '2200-01-01'),
  ends_on date not null check (ends_on between '1900-01-01' and '2200-01-01'),
  version integer not null default 1,
  search_text text generated always as (fold_text(code || ' ' || name || ' ' || coalesce(name_en, ''))) stored,
  constraint programme_ends_after_it_starts check (ends_on > starts_on)
);

create table objective (
  id integer generated always as identity primary key,
  programme_id integer not null references programme on delete cascade,
  code text not null unique check (length(code) between 1 and 64),
  name text collate "vi-x-icu" not null check (length(name) between 1 and 500),
  name_en text check (length(name_en) between 1 and 500),
  sort_order integer not null default 0,
  version integer not null default 1,
  search_text text generated always as (fold_text(code || ' ' || name || ' ' || coalesce(name_en, ''))) stored
);
create index objective_programme on objective (programme_id);

create table target (
  id integer generated always as identity primary key,
  objective_id integer references objective on delete cascade,
  indicator_id integer not null references indicator,
  unit_id integer not null references party_unit,
  period_type text not null check (period_type in ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
  period_start date not null check (period_start between '1900-01-01' and '2200-01-01'),
  value numeric not null,
  note text check (length(note) <= 4000),
  version integer not null default 1,
  constraint target_key unique (indicator_id, unit_id, period_type, period_start),
  constraint target_period_starts_its_type check (is_period_start(period_type, period_start)),
  constraint target_value_in_range check (value > -1e15 and value < 1e15 and scale(value) <= 12)
);
create index target_objective on target (objective_id);
create index target_unit on target (unit_id);
`;

/** Every committed change moves the version; 64 counters, so that writers do not queue on one row. */
const dataVersion = `
create table data_version (
  shard integer primary key,
  changes bigint not null default 0
) with (fillfactor = 50);
insert into data_version (shard) select generate_series(0, 63);

-- BEFORE STATEMENT: the counter is the first lock that a writing transaction takes, so it cannot be part of a deadlock.
create function count_change() returns trigger
language plpgsql as $$
begin
  update data_version set changes = changes + 1 where shard = pg_backend_pid() % 64;
  return null;
end
$$;

do $$
declare
  changed text;
begin
  foreach changed in array array['unit_kind', 'sector', 'party_unit', 'unit_change', 'unit_placement', 'dimension',
    'dimension_member', 'indicator', 'indicator_operand', 'observation', 'programme', 'objective', 'target']
  loop
    execute format(
      'create trigger a_count_change before insert or update or delete or truncate on %I
       for each statement execute function count_change()', changed);
  end loop;
end
$$;
`;

const structureRules = `
-- Changes of the tree queue up: a check of cycles made beside another uncommitted change would see neither.
create function lock_structure() returns trigger
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('khoi.structure'));
  return null;
end
$$;
create trigger b_lock_structure before insert or update or delete on party_unit
  for each statement execute function lock_structure();
create trigger b_lock_structure before insert or update or delete on unit_placement
  for each statement execute function lock_structure();

create function check_unit_lifetime(checked_unit integer) returns void
language plpgsql as $$
declare
  unit party_unit;
  problem text;
begin
  select * into unit from party_unit where id = checked_unit;
  if not found then
    return;
  end if;
  select case
      when count(*) = 0 or min(effective_on) <> unit.opened_on then 'has no placement from its first day'
      when coalesce(max(ended_on) filter (where is_last), 'infinity') <> coalesce(unit.closed_on, 'infinity')
        then 'has placements that do not end with it'
      when bool_or(gap) then 'has a gap between placements'
    end
    into problem
    from (
      select effective_on, ended_on,
        lead(effective_on) over by_date is null as is_last,
        lead(effective_on) over by_date <> coalesce(ended_on, 'infinity') as gap
      from unit_placement
      where unit_id = checked_unit
      window by_date as (order by effective_on)
    ) as dated;
  if problem is not null then
    perform refuse('PLACEMENT_INVALID', format('Unit %s %s.', unit.code, problem));
  end if;
  select format('Unit %s would stand under %s outside the time that one is open.', child.code, parent.code)
    into problem
    from unit_placement placement
    join party_unit child on child.id = placement.unit_id
    join party_unit parent on parent.id = placement.parent_id
    where (placement.unit_id = checked_unit or placement.parent_id = checked_unit)
      and not daterange(parent.opened_on, parent.closed_on) @> daterange(placement.effective_on, placement.ended_on)
    limit 1;
  if problem is not null then
    perform refuse('PARENT_NOT_OPEN', problem);
  end if;
  select format('Unit %s has figures for %s, outside the time it is open.', unit.code, observation.period_start)
    into problem
    from observation
    join indicator on indicator.id = observation.indicator_id
    where observation.unit_id = checked_unit
      and not daterange(unit.opened_on, unit.closed_on)
        && daterange(observation.period_start, period_end(indicator.period_type, observation.period_start))
    limit 1;
  if problem is not null then
    perform refuse('UNIT_NOT_OPEN', problem);
  end if;
  if unit.successor_id is not null then
    select format('Unit %s cannot be merged into %s, which is not open on %s.', unit.code, successor.code, unit.closed_on)
      into problem
      from party_unit successor
      where successor.id = unit.successor_id
        and not daterange(successor.opened_on, successor.closed_on) @> unit.closed_on;
    if problem is not null then
      perform refuse('PLACEMENT_INVALID', problem);
    end if;
  end if;
end
$$;

create function check_party_unit() returns trigger
language plpgsql as $$
begin
  perform check_unit_lifetime(new.id);
  if tg_op = 'UPDATE' then
    perform check_unit_lifetime(merged.id) from party_unit merged where merged.successor_id = new.id;
  end if;
  return null;
end
$$;
create constraint trigger check_party_unit after insert or update of opened_on, closed_on, successor_id on party_unit
  deferrable initially deferred for each row execute function check_party_unit();

create function check_placement() returns trigger
language plpgsql as $$
declare
  problem text;
begin
  if tg_op = 'DELETE' then
    perform check_unit_lifetime(old.unit_id);
    return null;
  end if;
  perform check_unit_lifetime(new.unit_id);
  with recursive above as (
    select new.parent_id as unit_id, daterange(new.effective_on, new.ended_on) as during
    where new.parent_id is not null
    union
    select placement.parent_id, above.during * daterange(placement.effective_on, placement.ended_on)
    from above
    join unit_placement placement on placement.unit_id = above.unit_id
      and daterange(placement.effective_on, placement.ended_on) && above.during
    where placement.parent_id is not null and above.unit_id <> new.unit_id
  )
  select format('Unit %s would stand below itself from %s.', party_unit.code, lower(above.during))
    into problem
    from above
    join party_unit on party_unit.id = above.unit_id
    where above.unit_id = new.unit_id
    limit 1;
  if problem is not null then
    perform refuse('PLACEMENT_CYCLE', problem);
  end if;
  return null;
end
$$;
create constraint trigger check_placement after insert or update or delete on unit_placement
  deferrable initially deferred for each row execute function check_placement();
`;

/** The tree of every date: what stands below and above a unit, and when. Read by analytics and by whoever walks the tree. */
const tree = `
-- In the tree of a date a unit stands at its placement of that day; before it opens, at its first; after it closes, at its
-- last, or in its successor if it was merged. Each edge says during which dates it holds.
create function edges_below(above integer) returns table (unit_id integer, is_merger boolean, during daterange)
language sql stable parallel safe as $$
  select placement.unit_id, false, daterange(
      case when placement.effective_on > unit.opened_on then placement.effective_on end,
      case when unit.closed_on is null or placement.ended_on < unit.closed_on or unit.successor_id is not null
        then placement.ended_on end)
  from unit_placement placement
  join party_unit unit on unit.id = placement.unit_id
  where placement.parent_id = above
  union all
  select merged.id, true, daterange(merged.closed_on, null)
  from party_unit merged
  where merged.successor_id = above
$$;

create function edges_above(below integer) returns table (above_id integer, is_merger boolean, during daterange)
language sql stable parallel safe as $$
  select placement.parent_id, false, daterange(
      case when placement.effective_on > unit.opened_on then placement.effective_on end,
      case when unit.closed_on is null or placement.ended_on < unit.closed_on or unit.successor_id is not null
        then placement.ended_on end)
  from unit_placement placement
  join party_unit unit on unit.id = placement.unit_id
  where placement.unit_id = below
  union all
  select merged.successor_id, true, daterange(merged.closed_on, null)
  from party_unit merged
  where merged.id = below and merged.successor_id is not null
$$;
`;

const figureRules = `
create function add_unspecified_member() returns trigger
language plpgsql as $$
begin
  insert into dimension_member (dimension_id, code, name, name_en, sort_order)
  values (new.id, 'unspecified', 'Không phân tổ', 'Unspecified', 1000);
  return null;
end
$$;
create trigger add_unspecified_member after insert on dimension
  for each row execute function add_unspecified_member();

create function keep_unspecified_member() returns trigger
language plpgsql as $$
begin
  if old.code = 'unspecified' and exists (select from dimension where id = old.dimension_id)
    and (tg_op = 'DELETE' or new.code <> 'unspecified')
  then
    perform refuse('IN_USE', 'Every dimension keeps its member "unspecified".');
  end if;
  return null;
end
$$;
create trigger keep_unspecified_member after delete or update of code on dimension_member
  for each row execute function keep_unspecified_member();

-- One look at all changed rows of a statement: a trigger for each row would cost an import more than the rows themselves.
-- The message is made for the one row that is refused; made for every row, it took six times as long.
create function check_observations() returns trigger
language plpgsql as $$
declare
  code text;
  problem text;
begin
  select found.code, case found.code
      when 'INDICATOR_COMPUTED' then format('Indicator %s is computed: it takes no figures of its own.', indicator.code)
      when 'PERIOD_TYPE_MISMATCH' then format('%s does not start a period of type %s of indicator %s.',
        changed.period_start, indicator.period_type, indicator.code)
      when 'UNIT_NOT_OPEN' then format('Unit %s is not open in the period that starts on %s.', unit.code, changed.period_start)
      when 'MEMBER_REQUIRED' then format('Indicator %s is broken down: name a member.', indicator.code)
      when 'MEMBER_NOT_ALLOWED' then format('Member %s does not belong to the dimension of indicator %s.',
        member.code, indicator.code)
      when 'VALUE_OUT_OF_RANGE' then format('%s is outside what indicator %s allows.', changed.value, indicator.code)
    end
    into code, problem
    from changed
    join indicator on indicator.id = changed.indicator_id
    join party_unit unit on unit.id = changed.unit_id
    left join dimension_member member on member.id = changed.member_id
    cross join lateral (select case
      when indicator.formula is not null then 'INDICATOR_COMPUTED'
      when not is_period_start(indicator.period_type, changed.period_start) then 'PERIOD_TYPE_MISMATCH'
      when not daterange(unit.opened_on, unit.closed_on)
          && daterange(changed.period_start, period_end(indicator.period_type, changed.period_start)) then 'UNIT_NOT_OPEN'
      when indicator.dimension_id is not null and changed.member_id is null then 'MEMBER_REQUIRED'
      when changed.member_id is not null
          and member.dimension_id is distinct from indicator.dimension_id then 'MEMBER_NOT_ALLOWED'
      when changed.value < indicator.minimum or changed.value > indicator.maximum then 'VALUE_OUT_OF_RANGE'
    end) as found (code)
    where found.code is not null
    limit 1;
  if problem is not null then
    perform refuse(code, problem);
  end if;
  return null;
end
$$;
create trigger check_inserted_observations after insert on observation
  referencing new table as changed for each statement execute function check_observations();
create trigger check_updated_observations after update on observation
  referencing new table as changed for each statement execute function check_observations();

create function check_indicator_change() returns trigger
language plpgsql as $$
begin
  if (new.period_type, new.dimension_id, new.formula is null)
      is distinct from (old.period_type, old.dimension_id, old.formula is null)
    and exists (select from observation where indicator_id = new.id)
  then
    perform refuse('IN_USE', format(
      'Indicator %s has figures: its period type, dimension and being reported cannot change.', new.code));
  end if;
  if (new.minimum, new.maximum) is distinct from (old.minimum, old.maximum)
    and exists (select from observation where indicator_id = new.id and (value < new.minimum or value > new.maximum))
  then
    perform refuse('VALUE_OUT_OF_RANGE', format('Indicator %s has figures outside that range.', new.code));
  end if;
  return new;
end
$$;
create trigger check_indicator_change before update on indicator
  for each row execute function check_indicator_change();
`;

const statements = [functions, tables, dataVersion, structureRules, tree, figureRules];
