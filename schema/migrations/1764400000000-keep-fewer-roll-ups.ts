import type { MigrationInterface, QueryRunner } from 'typeorm';
// What has stayed as it was. Both migrations are done in databases: neither text changes any more.
import {
  LARGE_CHANGE,
  mergeIntoRollup,
  rollupKey,
  spread,
  standingEvents,
  summed,
} from './1764300000000-keep-roll-ups';

/**
 * Roll-ups that cost less to keep (docs/adr/0007): only units with many others below them have any, a changed stock is compared
 * with the reports next to it alone, and a large statement is folded without going through the log.
 */
export class KeepFewerRollUps1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Roll-ups are not undone: the server of this version answers from them.');
  }
}

const tables = `
-- Units that keep roll-ups: those below which so many units have ever been that reading their reports would take long.
create table rollup_unit (
  unit_id integer primary key
);

-- How many those are. After a change of this number, \`khoi rebuild\` brings the roll-ups to it.
create function rollup_threshold() returns integer
language sql immutable parallel safe as $$
  select 50
$$;

-- Which of some units have so many below them.
create function units_worth_rollups(units integer[]) returns setof integer
language sql stable as $$
  select above_id
  from unit_closure
  where above_id = any(units) and unit_id <> above_id
  group by above_id
  having count(distinct unit_id) >= rollup_threshold()
$$;
`;

/** The report of a series that is next to a changed period, on the one side or the other. */
const neighbour = (beyond: string, direction: 'asc' | 'desc') => `(
            select neighbour.period_start
            from observation neighbour
            where neighbour.indicator_id = series.indicator_id and neighbour.unit_id = series.unit_id
              and coalesce(neighbour.member_id, 0) = series.member_id and neighbour.period_start ${beyond}
            order by neighbour.period_start ${direction}
            limit 1)`;

/** Changes that are not in the roll-ups yet, as events of each unit. */
const unfoldedEvents = (deltas: string) => `
    with pending as materialized (
      select delta.indicator_id, delta.unit_id, delta.period_start, delta.member_id, indicator.kept_as,
        sum(delta.reports)::integer as reports, sum(delta.value) as value
      from (${deltas}) as delta
      join indicator on indicator.id = delta.indicator_id and indicator.kept_as is not null
      group by delta.indicator_id, delta.unit_id, delta.period_start, delta.member_id, indicator.kept_as
      having sum(delta.reports) <> 0 or sum(delta.value) <> 0
    ),
    series as materialized (
      select pending.indicator_id, pending.unit_id, pending.member_id,
        min(pending.period_start) as first_changed, max(pending.period_start) as last_changed
      from pending
      where kept_as = 'STOCK'
      group by pending.indicator_id, pending.unit_id, pending.member_id
    ),
    -- A report stands until the next: what changes can neither move one before the last report ahead of them nor after the next
    -- one behind them.
    report as materialized (
      select observation.*
      from series
      cross join lateral (
        select observation.indicator_id, observation.unit_id, observation.period_start, series.member_id, observation.value
        from observation
        where observation.indicator_id = series.indicator_id and observation.unit_id = series.unit_id
          and coalesce(observation.member_id, 0) = series.member_id
          and observation.period_start >= coalesce(${neighbour('< series.first_changed', 'desc')}, series.first_changed)
          and observation.period_start <= coalesce(${neighbour('> series.last_changed', 'asc')}, series.last_changed)
        -- Looked up series by series, also where the session forbids nested loops: else all reports there are would be read.
        offset 0
      ) as observation
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
    having sum(changed.reports) <> 0 or sum(changed.value) <> 0`;

const logged = (condition: string) => `
        select logged.indicator_id, logged.unit_id, logged.period_start, logged.member_id, logged.reports, logged.value
        from rollup_delta logged
        where ${condition}`;

const events = `
-- What changed in each unit since the last fold, of some indicators, or (the first being null) of some units: of a flow, at the
-- period of the report; of a stock, wherever the reports that stand are others now.
create or replace function unfolded_events(of_indicators integer[], of_units integer[])
returns table (indicator_id integer, unit_id integer, period_start date, member_id integer, reports integer, value numeric)
language plpgsql stable as $$
begin
  if of_indicators is null then
    return query${unfoldedEvents(logged('logged.unit_id = any(of_units)'))};
  elsif exists (select from rollup_delta delta where delta.indicator_id = any(of_indicators)) then
    return query${unfoldedEvents(logged('logged.indicator_id = any(of_indicators)'))};
  end if;
end
$$;
`;

/** Who stands below the units that keep roll-ups. */
const keptClosure = `(
    select closure.*, 1 as sign
    from unit_closure closure
    join rollup_unit on rollup_unit.unit_id = closure.above_id
  )`;

/**
 * `changed` is a table of the statement that has a row for each report that it may have changed. Nothing tells the planner how many
 * events come of a large statement: a nested loop that it chose for a few took minutes for a million.
 */
const logTrigger = (done: string, changed: string, changes: string) => `
create or replace function log_${done}_observations() returns trigger
language plpgsql
set work_mem = '64MB' set plan_cache_mode = force_custom_plan set enable_nestloop = off as $$
declare
  units integer[];
begin
  if not exists (select from ${changed} offset ${LARGE_CHANGE - 1}) then
    insert into rollup_delta (indicator_id, unit_id, period_start, member_id, reports, value)${changes};
    return null;
  end if;
  perform lock_rollups();
  -- What the log has of these units goes along: a stock is compared with what the roll-ups hold, so all that they do not.
  units := array(select distinct unit_id from (${changes}) as change);
  with taken as (
    delete from rollup_delta where unit_id = any(units)
  ),
  event as materialized (${unfoldedEvents(`${logged('logged.unit_id = any(units)')}
        union all${changes}`)}
  )
  ${mergeIntoRollup(spread('event', keptClosure))};
  return null;
end
$$;
`;

const log = `${logTrigger(
  'inserted',
  'added',
  `
  select indicator_id, unit_id, period_start, coalesce(member_id, 0), 1, value from added`,
)}${logTrigger(
  'updated',
  'added',
  `
  select indicator_id, unit_id, period_start, member_id, sum(reports), sum(value)
  from (
    select indicator_id, unit_id, period_start, coalesce(member_id, 0) as member_id, 1 as reports, value from added
    union all
    select indicator_id, unit_id, period_start, coalesce(member_id, 0), -1, -value from removed
  ) as changed
  group by indicator_id, unit_id, period_start, member_id
  having sum(reports) <> 0 or sum(value) <> 0`,
)}${logTrigger(
  'deleted',
  'removed',
  `
  select indicator_id, unit_id, period_start, coalesce(member_id, 0), -1, -value from removed`,
)}`;

const fold = `
-- Takes the changes of some units out of the log and into the roll-ups; the caller holds the lock. Log, reports and roll-ups are
-- read and written by one statement, so that no other change can slip in between.
create or replace function fold_units(units integer[]) returns void
language plpgsql
set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
begin
  with taken as (
    delete from rollup_delta where unit_id = any(units)
  ),
  event as materialized (
    select * from unfolded_events(null, units)
  )
  ${mergeIntoRollup(spread('event', keptClosure))};
end
$$;

-- The roll-ups of some indicators as they must be, from the reports that are folded.
create or replace function rollups_of(indicators integer[]) returns setof rollup
language plpgsql stable
set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
begin
  return query
  with event as materialized (
    select * from folded_events(indicators, null)
  )
  ${summed(spread('event', keptClosure))};
end
$$;

create or replace function rebuild_closure() returns void
language plpgsql as $$
declare
  units integer[] := array(select id from party_unit);
begin
  perform lock_rollups();
  delete from unit_closure;
  insert into unit_closure select * from closure_of(units);
  delete from moved_edge;
  insert into moved_edge select * from moved_edges_of(units);
  delete from rollup_unit;
  insert into rollup_unit select units_worth_rollups(units);
end
$$;
`;

const structure = `
-- Brings closure and roll-ups to the tree as the transaction has left it: what stands elsewhere, counts elsewhere, and a unit
-- that has come to have many below it gets its roll-ups. It goes on keeping them when it has fewer again.
create or replace function settle_structure() returns trigger
language plpgsql
set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
declare
  changed integer[];
  affected integer[];
  before unit_closure[];
  new_keepers integer[];
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
  new_keepers := array(select units_worth_rollups(array(
    select above_id from unit_closure where unit_id = any(affected)
    except
    select unit_id from rollup_unit)));

  with dated as (
    select unit_id, above_id, kind_id, sector_id, is_open,
      coalesce(range_agg(daterange(starts_on, ends_on)) filter (where is_new), '{}') as new_dates,
      coalesce(range_agg(daterange(starts_on, ends_on)) filter (where not is_new), '{}') as old_dates
    from (
      select *, true as is_new from unit_closure where unit_id = any(affected)
      union all
      select *, false from unnest(before)
    ) as closure
    where above_id in (select rollup_unit.unit_id from rollup_unit)
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
    union all
    select unit_id, above_id, kind_id, sector_id, is_open, starts_on, ends_on, 1
    from unit_closure
    where above_id = any(new_keepers) and unit_id <> above_id
  ),
  event as materialized (
    select * from folded_events(
      array(select id from indicator where kept_as is not null),
      array(select distinct unit_id from segment))
  )
  ${mergeIntoRollup(spread('event', 'segment'))};
  insert into rollup_unit select unnest(new_keepers);
  delete from rollup_unit where unit_id = any(changed) and not exists (select from party_unit where id = unit_id);
  return null;
end
$$;

create or replace function empty_closure() returns trigger
language plpgsql as $$
begin
  delete from unit_closure;
  delete from moved_edge;
  delete from structure_pending;
  delete from rollup_unit;
  return null;
end
$$;
`;

/** A database that kept roll-ups of all units keeps those of the large ones, in a table without the room that the others took. */
const drop = `
select lock_rollups();
insert into rollup_unit select units_worth_rollups(array(select id from party_unit));
create temporary table kept_rollup on commit drop as
  select rollup.* from rollup join rollup_unit using (unit_id);
truncate rollup;
insert into rollup select * from kept_rollup order by ${rollupKey};
`;

const statements = [tables, events, fold, log, structure, drop];
