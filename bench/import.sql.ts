export const createStaging = `
  create temporary table staged (
    indicator_id integer not null, unit_id integer not null, period_start date not null, value numeric not null
  ) on commit drop`;

export const insertStaged = `
  insert into observation (indicator_id, unit_id, period_start, value)
  select indicator_id, unit_id, period_start, value
  from staged
  order by indicator_id, unit_id, period_start`;

/** What is kept for the root and what the reports are, for each indicator; the two are the same. */
export const checkRoot = (root: string) => `
  select indicator.code, reported.value as reported, kept.value as kept
  from indicator
  cross join lateral (
    select sum(value) as value from observation
    where indicator_id = indicator.id
      and (indicator.period_aggregation = 'SUM' or period_start = (
        select max(period_start) from observation latest where latest.indicator_id = indicator.id))
  ) as reported
  cross join lateral (
    select sum(value) as value from rollup
    where indicator_id = indicator.id and unit_id = (select id from party_unit where code = '${root}')
  ) as kept
  where reported.value is distinct from kept.value`;
