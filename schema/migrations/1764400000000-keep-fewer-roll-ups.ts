import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Roll-ups that cost less to keep (docs/adr/0007). A changed stock is compared with its neighbours alone, and
 * a large statement is folded without going through the log.
 */
export class KeepFewerRollUps1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Roll-ups are not undone: the server of this version answers from them.');
  }
}

/**
 * What the reports of a state add to a stock, period by period: each stands from its own period to the next report, or,
 * where the indicator carries nothing forward, only in its own.
 */
const standingEvents = (state: string) => `
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

/**
 * Events of units brought to the rows of the units above them. A flow counts where the unit stands on the last day of the period.
 * A stock is taken over by whoever stands above in the first period that ends on or after the day on which they do, and given
 * back in the first that ends when they no longer do.
 */
const spread = (event: string, segment: string) => `
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

const rollupKey = 'indicator_id, unit_id, period_start, member_id, kind_id, sector_id';

const summed = (rows: string) => `
  select ${rollupKey}, sum(reports)::integer as reports, sum(value) as value
  from (${rows}) as spread
  group by ${rollupKey}
  having sum(reports) <> 0 or sum(value) <> 0`;

const mergeIntoRollup = (rows: string) => `
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

const closureWithSign = '(select *, 1 as sign from unit_closure)';

/** From so many reports on, a statement folds its changes itself: readers would else meet them one by one until the next fold. */
const LARGE_CHANGE = 5000;

/** `changed` is a table of the statement that has a row for each report that it may have changed. */
const logTrigger = (done: string, changed: string, changes: string) => `
create or replace function log_${done}_observations() returns trigger
language plpgsql
set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
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
  ${mergeIntoRollup(spread('event', closureWithSign))};
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

const statements = [events, log];
