/** Where the kept closure is not what placements and mergers make. */
export const closureDifferences = `
  with expected as (
    select * from closure_of(array(select id from party_unit))
  ), found as (
    (select 'is missing from' as problem, * from (select * from expected except all select * from unit_closure) as missing)
    union all
    (select 'is wrongly in' as problem, * from (select * from unit_closure except all select * from expected) as surplus)
  )
  select format('unit %s below %s from %s to %s %s the kept tree',
    coalesce(unit.code, found.unit_id::text), coalesce(above.code, found.above_id::text), found.starts_on, found.ends_on,
    found.problem) as difference
  from found
  left join party_unit unit on unit.id = found.unit_id
  left join party_unit above on above.id = found.above_id
  union all
  select format('a parent of unit %s from %s %s the kept moves', coalesce(unit.code, moved.unit_id::text), moved.starts_on, moved.problem)
  from (
    (select 'is missing from' as problem, * from (
      select * from moved_edges_of(array(select id from party_unit)) except all select * from moved_edge) as missing)
    union all
    (select 'is wrongly in' as problem, * from (
      select * from moved_edge except all select * from moved_edges_of(array(select id from party_unit))) as surplus)
  ) as moved
  left join party_unit unit on unit.id = moved.unit_id`;

/** Where the roll-ups of one indicator are not what its reports make. */
export function rollUpDifferences(indicatorId: number): string {
  const id = Number(indicatorId);
  return `
  select format('indicator %s, unit %s, period from %s, member %s, kind %s, sector %s: kept are %s in %s reports, reported %s in %s',
    indicator.code, coalesce(unit.code, unit_id::text), period_start, coalesce(member.code, '-'), coalesce(unit_kind.code, '-'),
    coalesce(sector.code, '-'), coalesce(kept.value, 0), coalesce(kept.reports, 0), coalesce(expected.value, 0),
    coalesce(expected.reports, 0)) as difference
  from (select * from rollup where indicator_id = ${id}) as kept
  full join rollups_of(array[${id}]) as expected
    using (indicator_id, unit_id, period_start, member_id, kind_id, sector_id)
  join indicator on indicator.id = indicator_id
  left join party_unit unit on unit.id = unit_id
  left join dimension_member member on member.id = member_id
  left join unit_kind on unit_kind.id = kind_id
  left join sector on sector.id = sector_id
  where (kept.value, kept.reports) is distinct from (expected.value, expected.reports)`;
}

/** Which units keep roll-ups: all that have many below them, and none that is gone. */
export const rollUpUnitDifferences = `
  select format('unit %s keeps no roll-ups', unit.code) as difference
  from party_unit unit
  where unit.id in (select units_worth_rollups(array(select id from party_unit)))
    and unit.id not in (select unit_id from rollup_unit)
  union all
  select format('a unit %s that does not exist keeps roll-ups', unit_id)
  from rollup_unit
  where unit_id not in (select id from party_unit)`;

/** Roll-ups of what is no indicator, which nothing would ever read. */
export const strayRollUps = `
  select format('there are roll-ups of an indicator %s that does not exist', indicator_id) as difference
  from rollup
  where not exists (select from indicator where indicator.id = rollup.indicator_id)
  group by indicator_id`;
