import type { SqlStatement } from '../../sql-statement';

/**
 * Every rule that a staged unit breaks. A parent may stand anywhere in the file, so its dates are those that it will
 * have; what only dated history can tell (a cycle in the past, figures outside the new dates) the database's triggers
 * find when all is written.
 */
export function findUnitProblems(limit: number): SqlStatement {
  return {
    text: `
      with recursive planned as (
        select staged.*, unit_kind.id as kind_id, sector.id as sector_id, successor.code as successor,
          history.placements, history.first_ended_on, history.last_from,
          case when history.placements > 1 then history.last_from else staged.opened_on end as placed_from
        from staged_unit staged
        left join unit_kind on unit_kind.code = staged.kind
        left join sector on sector.code = staged.sector
        left join party_unit existing on existing.code = staged.code
        left join party_unit successor on successor.id = existing.successor_id
        left join lateral (
          select count(*) as placements, min(ended_on) as first_ended_on, max(effective_on) as last_from
          from unit_placement
          where unit_id = existing.id
        ) as history on true
      ), life as (
        (select distinct on (code) code, opened_on, closed_on from staged_unit order by code, row)
        union all
        select code, opened_on, closed_on from party_unit where code not in (select code from staged_unit where code is not null)
      ), parent_of as (
        select code, parent, row from staged_unit where parent is not null
        union all
        select party_unit.code, parent.code, null
        from party_unit
        join lateral (
          select parent_id from unit_placement where unit_id = party_unit.id order by effective_on desc limit 1
        ) as latest on true
        join party_unit parent on parent.id = latest.parent_id
        where party_unit.code not in (select code from staged_unit where code is not null)
      ), above as (
        select code, parent as ancestor, row from parent_of where row is not null
        union
        select above.code, parent_of.parent, above.row
        from above
        join parent_of on parent_of.code = above.ancestor
        where above.ancestor <> above.code
      ), found as (
        select row, 'UNKNOWN_KIND' as rule, kind as value, null as about
        from planned where kind is not null and kind_id is null
        union all
        select row, 'UNKNOWN_SECTOR', sector, null
        from planned where sector is not null and sector_id is null
        union all
        select row, 'UNKNOWN_PARENT', parent, null
        from planned where parent not in (select code from life where code is not null)
        union all
        select row, 'CLOSES_BEFORE_OPENING', closed_on::text, opened_on::text
        from planned where closed_on <= opened_on
        union all
        select row, 'OPENS_AFTER_NEXT_STATE', opened_on::text, first_ended_on::text
        from planned where placements > 1 and opened_on >= first_ended_on
        union all
        select row, 'CLOSES_BEFORE_LATEST_STATE', closed_on::text, last_from::text
        from planned where placements > 1 and closed_on <= last_from and closed_on > opened_on
        union all
        select row, 'MERGED', null, successor
        from planned where successor is not null and closed_on is null
        union all
        select planned.row, 'PARENT_NOT_OPEN', planned.parent,
          'from ' || life.opened_on || coalesce(' until ' || life.closed_on, '')
        from planned
        join life on life.code = planned.parent
        where planned.placed_from < coalesce(planned.closed_on, 'infinity')
          and (planned.placed_from < life.opened_on
            or coalesce(planned.closed_on, 'infinity') > coalesce(life.closed_on, 'infinity'))
        union all
        select above.row, 'BELOW_ITSELF', staged.parent, above.code
        from above
        join staged_unit staged on staged.row = above.row
        where above.ancestor = above.code
        union all
        select staged.row, 'REPEATED', code, first_row::text
        from (select code, min(row) as first_row from staged_unit group by code having count(*) > 1) as repeated
        join staged_unit staged using (code)
        where row > first_row
      )
      select found.*, count(*) over ()::int as total
      from found
      order by row, rule
      limit $1::integer`,
    values: [limit],
  };
}
