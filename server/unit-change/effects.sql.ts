import { holdsOn } from '../party-unit/placement-on';
import type { SqlStatement } from '../sql-statement';

/**
 * The reported indicators with figures of some units or of any below them in the tree of a day, each with the latest
 * period reported. NONE over units is left out: it has no value above the unit that reports it.
 */
export function latestReportsSql(
  unitIds: readonly number[],
  day: string,
  limit: number,
  withSensitive: boolean,
): SqlStatement {
  return {
    text: `
with below as (
  select distinct unit_id
  from unit_closure closure
  where above_id = any($1::integer[]) and ${holdsOn('closure', '$2::date')}
),
latest as (
  select observation.indicator_id, max(observation.period_start) as period_start
  from below
  join observation on observation.unit_id = below.unit_id
  group by observation.indicator_id
)
select indicator.id as "indicatorId", indicator.code, indicator.period_type as "periodType",
  latest.period_start as "periodStart", count(*) over ()::integer as total
from latest
join indicator on indicator.id = latest.indicator_id
where indicator.unit_aggregation <> 'NONE' and ($4::boolean or indicator.id not in (select id from sensitive_indicator))
order by indicator.id
limit $3::integer`,
    values: [unitIds, day, limit, withSensitive],
  };
}

/**
 * The units that can have a row in the tree of a day: some units (the first list), and all above them and above those of
 * the second list. Merged ones have none there. The nearest come first.
 */
export function measuredUnitsSql(
  unitIds: readonly number[],
  carriedIds: readonly number[],
  day: string,
): SqlStatement {
  return {
    text: `
with recursive above as (
  select unit_id, unit_id = any($1::integer[]) as is_measured, 0 as distance
  from unnest($1::integer[] || $2::integer[]) as unit_id
  union
  select edge.above_id, true, above.distance + 1
  from above
  cross join lateral edges_above(above.unit_id) as edge
  where edge.during @> $3::date and edge.above_id is not null
)
select unit.id, unit.code
from above
join party_unit unit on unit.id = above.unit_id
where above.is_measured and not (unit.successor_id is not null and unit.closed_on <= $3::date)
group by unit.id, unit.code
order by min(above.distance), unit.id`,
    values: [unitIds, carriedIds, day],
  };
}
