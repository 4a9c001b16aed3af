import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Roll-ups kept by the database (docs/adr/0007). Writers append to a log and know nothing of the tree; a fold adds the log
 * to the totals of all units above. All knowledge of the tree is in `unit_closure`, kept by `settle_structure`, which
 * also moves totals when the tree changes.
 */
export class KeepRollUps1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Roll-ups are not undone: the server of this version answers from them.');
  }
}

const tables = `
-- How the database keeps an indicator's roll-ups: the reports of flows are added, those of stocks stand until the next;
-- null where totals cannot be kept as sums.
alter table indicator add column kept_as text generated always as (
  case when formula is null and unit_aggregation in ('SUM', 'AVERAGE') then
    case period_aggregation when 'SUM' then 'FLOW' when 'LAST' then 'STOCK' end
  end) stored;

-- Who is below whom, from when to when, in the tree of each date; a unit is also below itself. A row has one state of the
-- unit: its kind and sector (0: none) as its reports count them, and whether it is open (before it opens it counts as open).
create table unit_closure (
  unit_id integer not null,
  above_id integer not null,
  starts_on date not null,
  ends_on date not null,
  depth integer not null,
  kind_id integer not null,
  sector_id integer not null,
  is_open boolean not null,
  primary key (unit_id, above_id, starts_on)
);
create index unit_closure_above on unit_closure (above_id, depth);

-- The parents (0: none) of each unit that has had more than one, with the dates: what makes the tree of one date differ from that
-- of another.
create table moved_edge (
  unit_id integer not null,
  above_id integer not null,
  starts_on date not null,
  ends_on date not null,
  primary key (unit_id, starts_on)
);

-- Units whose place or life the transaction has changed, until the end of the transaction settles them; one of each
-- statement wakes the settling, as thousands would have it look thousands of times.
create table structure_pending (
  unit_id integer primary key,
  wakes boolean not null
);

-- The totals of what the units strictly below a unit report, in the tree of the time. Of a flow, a row is the sum of a
-- period; of a stock, the change from the period before, so that the stock is the sum of all rows until then.
create table rollup (
  indicator_id integer not null,
  unit_id integer not null,
  period_start date not null,
  member_id integer not null,
  kind_id integer not null,
  sector_id integer not null,
  reports integer not null,
  value numeric not null,
  primary key (indicator_id, unit_id, period_start, member_id, kind_id, sector_id)
);

-- Changes of reports that are not in the roll-ups yet: what a transaction adds to a report, in value and in number.
create table rollup_delta (
  indicator_id integer not null,
  unit_id integer not null,
  period_start date not null,
  member_id integer not null,
  reports integer not null,
  value numeric not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_threshold = -1);
create index rollup_delta_indicator on rollup_delta (indicator_id, unit_id);
`;

const periods = `
-- These three are called for each report of an import. PostgreSQL writes them into the calling statement only if they are
-- not strict, which is ten times as fast as calling them.
create or replace function period_end(period_type text, starts_on date) returns date
language sql immutable parallel safe as $$
  select (starts_on + case period_type
    when 'MONTH' then interval '1 month'
    when 'QUARTER' then interval '3 months'
    when 'HALF_YEAR' then interval '6 months'
    when 'YEAR' then interval '1 year'
  end)::date
$$;

create or replace function is_period_start(period_type text, starts_on date) returns boolean
language sql immutable parallel safe as $$
  select extract(day from starts_on) = 1 and (extract(month from starts_on)::int - 1) % case period_type
    when 'MONTH' then 1
    when 'QUARTER' then 3
    when 'HALF_YEAR' then 6
    when 'YEAR' then 12
  end = 0
$$;

-- The first day of the period of that type that holds the day; infinite days stay.
create function period_holding(period_type text, day date) returns date
language sql immutable parallel safe as $$
  select case
    when not isfinite(day) then day
    when period_type = 'MONTH' then date_trunc('month', day::timestamp)::date
    when period_type = 'QUARTER' then date_trunc('quarter', day::timestamp)::date
    when period_type = 'YEAR' then date_trunc('year', day::timestamp)::date
    when extract(month from day) > 6 then (date_trunc('year', day::timestamp) + interval '6 months')::date
    else date_trunc('year', day::timestamp)::date
  end
$$;
`;

const closure = `
-- The closure of some units, from their placements and mergers: the oracle of unit_closure, and what fills it.
create function closure_of(units integer[]) returns setof unit_closure
language sql stable as $$
  with recursive walk as (
    select unit.id as unit_id, unit.id as above_id, 0 as depth, daterange(null, null) as during, array[unit.id] as path
    from party_unit unit
    where unit.id = any(units)
    union all
    select walk.unit_id, edge.above_id, walk.depth + (not edge.is_merger)::integer, walk.during * edge.during,
      walk.path || edge.above_id
    from walk
    cross join lateral edges_above(walk.above_id) as edge
    -- A cycle is refused by its own check, which may come later in the transaction.
    where edge.above_id is not null and walk.during && edge.during and edge.above_id <> all(walk.path)
  ),
  state as (
    select placement.unit_id, coalesce(placement.kind_id, 0) as kind_id, coalesce(placement.sector_id, 0) as sector_id,
      part.is_open, part.during
    from unit_placement placement
    join party_unit unit on unit.id = placement.unit_id
    cross join lateral (values
      (true, daterange(case when placement.effective_on > unit.opened_on then placement.effective_on end, placement.ended_on)),
      (false, case when placement.ended_on = unit.closed_on then daterange(placement.ended_on, null) end)
    ) as part (is_open, during)
    where placement.unit_id = any(units) and part.during is not null
  )
  select unit_id, above_id, coalesce(lower(during), '-infinity'), coalesce(upper(during), 'infinity'),
    depth, kind_id, sector_id, is_open
  from (
    select walk.unit_id, above_id, depth, kind_id, sector_id, is_open, unnest(range_agg(walk.during * state.during)) as during
    from walk
    join state on state.unit_id = walk.unit_id and state.during && walk.during
    group by walk.unit_id, above_id, depth, kind_id, sector_id, is_open
  ) as joined
$$;

-- The parents of some units that have had more than one.
create function moved_edges_of(units integer[]) returns setof moved_edge
language sql stable as $$
  select unit_id, above_id, coalesce(lower(during), '-infinity'), coalesce(upper(during), 'infinity')
  from (
    select unit_id, above_id, count(*) over (partition by unit_id) as edges, during
    from (
      select unit.id as unit_id, coalesce(edge.above_id, 0) as above_id, unnest(range_agg(edge.during)) as during
      from party_unit unit
      cross join lateral edges_above(unit.id) as edge
      where unit.id = any(units)
      group by unit.id, coalesce(edge.above_id, 0)
    ) as joined
  ) as counted
  where edges > 1
$$;
`;

/**
 * What the reports of a state add to a stock, period by period: each stands from its own period to the next report, or,
 * where the indicator carries nothing forward, only in its own.
 */
export const standingEvents = (state: string) => `
  select standing.indicator_id, standing.unit_id, bound.period_start, standing.member_id,
    (standing.sign * bound.sign)::integer as reports, standing.sign * bound.sign * standing.value as value
  from (
    select state.*, case when indicator.fill = 'NONE'
        then least(lead(state.period_start) over series, period_end(indicator.period_type, state.period_start))
        else lead(state.period_start) over series end as stands_until
    from ${state} as state
    join indicator on indicator.id = state.indicator_id
    window series as (
      partition by state.indicator_id, state.unit_id, state.member_id, state.sign order by state.period_start)
  ) as standing
  cross join lateral (values (1, standing.period_start), (-1, standing.stands_until)) as bound (sign, period_start)
  where bound.period_start is not null`;

/** The changes that are not in the roll-ups yet, as events of each unit; `condition` says which deltas. */
const unfoldedEvents = (condition: string) => `
    return query
    with pending as materialized (
      select delta.indicator_id, delta.unit_id, delta.period_start, delta.member_id, indicator.kept_as,
        sum(delta.reports)::integer as reports, sum(delta.value) as value
      from rollup_delta delta
      join indicator on indicator.id = delta.indicator_id
      where ${condition} and indicator.kept_as is not null
      group by delta.indicator_id, delta.unit_id, delta.period_start, delta.member_id, indicator.kept_as
      having sum(delta.reports) <> 0 or sum(delta.value) <> 0
    ),
    series as materialized (
      select distinct pending.indicator_id, pending.unit_id, pending.member_id from pending where kept_as = 'STOCK'
    ),
    report as materialized (
      select observation.indicator_id, observation.unit_id, observation.period_start, series.member_id, observation.value
      from series
      join observation on observation.indicator_id = series.indicator_id and observation.unit_id = series.unit_id
        and coalesce(observation.member_id, 0) = series.member_id
    ),
    state as (
      select report.*, 1 as sign from report
      union all
      select folded.indicator_id, folded.unit_id, folded.period_start, folded.member_id, sum(folded.value), -1
      from (
        select report.*, 1 as reports from report
        union all
        select pending.indicator_id, pending.unit_id, pending.period_start, pending.member_id, -pending.value, -pending.reports
        from pending where kept_as = 'STOCK'
      ) as folded
      group by folded.indicator_id, folded.unit_id, folded.period_start, folded.member_id
      having sum(folded.reports) <> 0
    )
    select pending.indicator_id, pending.unit_id, pending.period_start, pending.member_id, pending.reports, pending.value
    from pending where kept_as = 'FLOW'
    union all
    select changed.indicator_id, changed.unit_id, changed.period_start, changed.member_id, sum(changed.reports)::integer,
      sum(changed.value)
    from (${standingEvents('state')}) as changed
    group by changed.indicator_id, changed.unit_id, changed.period_start, changed.member_id
    having sum(changed.reports) <> 0 or sum(changed.value) <> 0;`;

const events = `
-- What changed in each unit since the last fold, of some indicators, or (the first being null) of some units: of a flow, at the
-- period of the report; of a stock, wherever the reports that stand are others now.
create function unfolded_events(of_indicators integer[], of_units integer[])
returns table (indicator_id integer, unit_id integer, period_start date, member_id integer, reports integer, value numeric)
language plpgsql stable as $$
begin
  if of_indicators is null then${unfoldedEvents('delta.unit_id = any(of_units)')}
  elsif exists (select from rollup_delta delta where delta.indicator_id = any(of_indicators)) then${unfoldedEvents('delta.indicator_id = any(of_indicators)')}
  end if;
end
$$;

-- What the roll-ups hold of some units' own reports: the reports themselves without the changes not folded yet.
create function folded_events(of_indicators integer[], of_units integer[])
returns table (indicator_id integer, unit_id integer, period_start date, member_id integer, reports integer, value numeric)
language sql stable as $$
  with state as materialized (
    select report.indicator_id, report.unit_id, report.period_start, report.member_id, indicator.kept_as,
      sum(report.value) as value, 1 as sign
    from (
      select observation.indicator_id, observation.unit_id, observation.period_start, coalesce(observation.member_id, 0) as member_id,
        1 as reports, observation.value
      from observation
      where observation.indicator_id = any(of_indicators) and (of_units is null or observation.unit_id = any(of_units))
      union all
      select delta.indicator_id, delta.unit_id, delta.period_start, delta.member_id, -delta.reports, -delta.value
      from rollup_delta delta
      where delta.indicator_id = any(of_indicators) and (of_units is null or delta.unit_id = any(of_units))
    ) as report
    join indicator on indicator.id = report.indicator_id and indicator.kept_as is not null
    group by report.indicator_id, report.unit_id, report.period_start, report.member_id, indicator.kept_as
    having sum(report.reports) <> 0
  )
  select state.indicator_id, state.unit_id, state.period_start, state.member_id, 1, state.value
  from state where kept_as = 'FLOW'
  union all
  select changed.indicator_id, changed.unit_id, changed.period_start, changed.member_id, changed.reports, changed.value
  from (${standingEvents("(select * from state where kept_as = 'STOCK')")}) as changed
$$;
`;

/**
 * Events of units brought to the rows of the units above them. A flow counts where the unit stands on the last day of the period.
 * A stock is taken over by whoever stands above in the first period that ends on or after the day on which they do, and given
 * back in the first that ends when they no longer do.
 */
export const spread = (event: string, segment: string) => `
  select event.indicator_id, segment.above_id as unit_id, event.period_start, event.member_id, segment.kind_id, segment.sector_id,
    segment.sign * event.reports as reports, segment.sign * event.value as value
  from (
    -- Once for each event: for each unit above it would take longer than all the rest.
    select event.*, period_end(indicator.period_type, event.period_start) as period_end
    from ${event} as event
    join indicator on indicator.id = event.indicator_id and indicator.kept_as = 'FLOW'
    offset 0
  ) as event
  join ${segment} as segment on segment.unit_id = event.unit_id and segment.above_id <> segment.unit_id
    and segment.starts_on < event.period_end and segment.ends_on >= event.period_end
  union all
  select event.indicator_id, event.above_id, bound.period_start, event.member_id, event.kind_id, event.sector_id,
    bound.sign * event.reports, bound.sign * event.value
  from (
    select event.indicator_id, event.member_id, segment.above_id, segment.kind_id, segment.sector_id,
      segment.sign * event.reports as reports, segment.sign * event.value as value,
      greatest(event.period_start, period_holding(indicator.period_type, segment.starts_on)) as taken_over_in,
      period_holding(indicator.period_type, segment.ends_on) as given_back_in
    from ${event} as event
    join indicator on indicator.id = event.indicator_id and indicator.kept_as = 'STOCK'
    join ${segment} as segment on segment.unit_id = event.unit_id and segment.above_id <> segment.unit_id and segment.is_open
    offset 0
  ) as event
  cross join lateral (values (1, event.taken_over_in), (-1, event.given_back_in)) as bound (sign, period_start)
  where event.taken_over_in < event.given_back_in and bound.period_start < 'infinity'`;

export const rollupKey = 'indicator_id, unit_id, period_start, member_id, kind_id, sector_id';

export const summed = (rows: string) => `
  select ${rollupKey}, sum(reports)::integer as reports, sum(value) as value
  from (${rows}) as spread
  group by ${rollupKey}
  having sum(reports) <> 0 or sum(value) <> 0`;

export const mergeIntoRollup = (rows: string) => `
  merge into rollup using (${summed(rows)}
    order by ${rollupKey}
  ) as change
  on rollup.indicator_id = change.indicator_id and rollup.unit_id = change.unit_id
    and rollup.period_start = change.period_start and rollup.member_id = change.member_id
    and rollup.kind_id = change.kind_id and rollup.sector_id = change.sector_id
  when matched and rollup.reports + change.reports = 0 and rollup.value + change.value = 0 then delete
  when matched then update set reports = rollup.reports + change.reports, value = rollup.value + change.value
  when not matched then insert (${rollupKey}, reports, value)
    values (change.indicator_id, change.unit_id, change.period_start, change.member_id, change.kind_id, change.sector_id,
      change.reports, change.value)`;

const signedClosure = '(select *, 1 as sign from unit_closure)';

const fold = `
-- One fold at a time, and none while the tree changes. Readers and those who only log are never kept waiting.
-- A transaction that keeps looking at an older state would not see what was folded before it got the lock.
create function lock_rollups() returns void
language plpgsql as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'A transaction that changes the tree or many figures must be READ COMMITTED, not %.',
        upper(current_setting('transaction_isolation'))
      using errcode = 'feature_not_supported';
  end if;
  perform pg_advisory_xact_lock(hashtext('khoi.rollups'));
end
$$;

-- Takes the changes of some units out of the log and into the roll-ups; the caller holds the lock. Log, reports and roll-ups are
-- read and written by one statement, so that no other change can slip in between.
create function fold_units(units integer[]) returns void
language plpgsql
set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
begin
  with taken as (
    delete from rollup_delta where unit_id = any(units)
  ),
  event as materialized (
    select * from unfolded_events(null, units)
  )
  ${mergeIntoRollup(spread('event', signedClosure))};
end
$$;

-- Folds about so many changes and answers how many units they were of: 0 when nothing is left, or another fold is at work.
create function fold_rollups(bite integer) returns integer
language plpgsql as $$
declare
  units integer[];
begin
  if not pg_try_advisory_xact_lock(hashtext('khoi.rollups')) then
    return 0;
  end if;
  units := array(select distinct unit_id from (select unit_id from rollup_delta limit bite) as bitten);
  if units <> '{}' then
    perform fold_units(units);
  end if;
  return cardinality(units);
end
$$;

-- The roll-ups of some indicators as they must be, from the reports that are folded.
create function rollups_of(indicators integer[]) returns setof rollup
language plpgsql stable
set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
begin
  return query
  with event as materialized (
    select * from folded_events(indicators, null)
  )
  ${summed(spread('event', signedClosure))};
end
$$;

create function rebuild_rollups(of_indicator integer) returns void
language plpgsql as $$
begin
  perform lock_rollups();
  delete from rollup where indicator_id = of_indicator;
  insert into rollup select * from rollups_of(array[of_indicator]) order by ${rollupKey};
end
$$;

create function rebuild_closure() returns void
language plpgsql as $$
declare
  units integer[] := array(select id from party_unit);
begin
  perform lock_rollups();
  delete from unit_closure;
  insert into unit_closure select * from closure_of(units);
  delete from moved_edge;
  insert into moved_edge select * from moved_edges_of(units);
end
$$;
`;

/** From so many reports on, a statement folds its changes itself: readers would else meet them one by one until the next fold. */
export const LARGE_CHANGE = 5000;

const logTrigger = (event: string, done: string, tables: string, changes: string, changed: string) => `
create function log_${done}_observations() returns trigger
language plpgsql as $$
declare
  changes bigint;
begin
  insert into rollup_delta (indicator_id, unit_id, period_start, member_id, reports, value)${changes};
  get diagnostics changes = row_count;
  if changes >= ${LARGE_CHANGE} then
    perform lock_rollups();
    perform fold_units(array(select distinct unit_id from ${changed}));
  end if;
  return null;
end
$$;
create trigger log_${done}_observations after ${event} on observation
  referencing ${tables} for each statement execute function log_${done}_observations();
`;

const log = `${logTrigger(
  'insert',
  'inserted',
  'new table as added',
  `
  select indicator_id, unit_id, period_start, coalesce(member_id, 0), 1, value from added`,
  'added',
)}${logTrigger(
  'update',
  'updated',
  'new table as added old table as removed',
  `
  select indicator_id, unit_id, period_start, member_id, sum(reports), sum(value)
  from (
    select indicator_id, unit_id, period_start, coalesce(member_id, 0) as member_id, 1 as reports, value from added
    union all
    select indicator_id, unit_id, period_start, coalesce(member_id, 0), -1, -value from removed
  ) as changed
  group by indicator_id, unit_id, period_start, member_id
  having sum(reports) <> 0 or sum(value) <> 0`,
  'added',
)}${logTrigger(
  'delete',
  'deleted',
  'old table as removed',
  `
  select indicator_id, unit_id, period_start, coalesce(member_id, 0), -1, -value from removed`,
  'removed',
)}
create function empty_rollups() returns trigger
language plpgsql as $$
begin
  delete from rollup;
  delete from rollup_delta;
  return null;
end
$$;
create trigger empty_rollups after truncate on observation for each statement execute function empty_rollups();

create function rebuild_changed_indicator() returns trigger
language plpgsql as $$
begin
  perform rebuild_rollups(new.id);
  return null;
end
$$;
create trigger rebuild_changed_indicator after update on indicator for each row
  when ((old.kept_as, old.fill) is distinct from (new.kept_as, new.fill))
  execute function rebuild_changed_indicator();
`;

function noteTrigger(table: string): string {
  const unitId = table === 'party_unit' ? 'id' : 'unit_id';
  const on = (event: string, rows: string) => `
create trigger note_units_of_${event} after ${event} on ${table}
  referencing ${rows} table as changed for each statement execute function note_units_of_${table}();`;
  return `
create function note_units_of_${table}() returns trigger
language plpgsql as $$
begin
  insert into structure_pending (unit_id, wakes)
  select id, row_number() over () = 1 from (select distinct ${unitId} as id from changed) as unit
  on conflict do nothing;
  return null;
end
$$;${on('insert', 'new')}${on('update', 'new')}${on('delete', 'old')}
`;
}

const structure = `
-- Brings closure and roll-ups to the tree as the transaction has left it: what stands elsewhere, counts elsewhere.
create function settle_structure() returns trigger
language plpgsql
set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
declare
  changed integer[];
  affected integer[];
  before unit_closure[];
begin
  if not exists (select from structure_pending) then
    return null;
  end if;
  perform lock_rollups();
  with settled as (delete from structure_pending returning unit_id)
  select array_agg(unit_id) into changed from settled;
  affected := array(
    select unit_id from unit_closure where above_id = any(changed)
    union
    select unnest(changed));
  before := array(select closure from unit_closure closure where unit_id = any(affected));
  delete from unit_closure where unit_id = any(affected);
  insert into unit_closure select * from closure_of(affected);
  delete from moved_edge where unit_id = any(changed);
  insert into moved_edge select * from moved_edges_of(changed);

  with dated as (
    select unit_id, above_id, kind_id, sector_id, is_open,
      coalesce(range_agg(daterange(starts_on, ends_on)) filter (where is_new), '{}') as new_dates,
      coalesce(range_agg(daterange(starts_on, ends_on)) filter (where not is_new), '{}') as old_dates
    from (
      select *, true as is_new from unit_closure where unit_id = any(affected)
      union all
      select *, false from unnest(before)
    ) as closure
    group by unit_id, above_id, kind_id, sector_id, is_open
  ),
  segment as materialized (
    select unit_id, above_id, kind_id, sector_id, is_open, lower(during) as starts_on, upper(during) as ends_on, sign
    from dated
    cross join lateral (
      select unnest(new_dates - old_dates) as during, 1 as sign
      union all
      select unnest(old_dates - new_dates), -1
    ) as difference
    where unit_id <> above_id
  ),
  event as materialized (
    select * from folded_events(
      array(select id from indicator where kept_as is not null),
      array(select distinct unit_id from segment))
  )
  ${mergeIntoRollup(spread('event', 'segment'))};
  return null;
end
$$;

${['party_unit', 'unit_placement'].map(noteTrigger).join('')}
create function empty_closure() returns trigger
language plpgsql as $$
begin
  delete from unit_closure;
  delete from moved_edge;
  delete from structure_pending;
  return null;
end
$$;
create trigger empty_closure after truncate on party_unit for each statement execute function empty_closure();

create constraint trigger settle_structure after insert on structure_pending
  deferrable initially deferred for each row when (new.wakes) execute function settle_structure();
`;

const fill = `
select rebuild_closure();
select rebuild_rollups(id) from indicator;
`;

const statements = [tables, periods, closure, events, fold, log, structure, fill];
