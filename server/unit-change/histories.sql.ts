import type { SqlStatement } from '../sql-statement';

const history = `
  select unit.id, unit.code, unit.version,
    json_build_object(
      'openedOn', unit.opened_on,
      'closedOn', unit.closed_on,
      'successorId', unit.successor_id,
      'states', (
        select json_agg(json_build_object(
          'from', placement.effective_on,
          'to', placement.ended_on,
          'name', placement.name,
          'nameEn', placement.name_en,
          'parentId', placement.parent_id,
          'kindId', placement.kind_id,
          'sectorId', placement.sector_id) order by placement.effective_on)
        from unit_placement placement
        where placement.unit_id = unit.id)) as life,
    (
      select coalesce(json_agg(json_build_object('on', change.effective_on, 'sets', link.sets)), '[]')
      from unit_change_unit link
      join unit_change change on change.id = link.change_id
      where link.unit_id = unit.id and link.sets <> '{}' and change.effective_on > $2::date
    ) as "laterActs"
  from party_unit unit`;

/** Units with their whole history, and the acts on record after a day. */
export function historiesSql(unitIds: readonly number[], day: string): SqlStatement {
  return {
    text: `${history}\n  where unit.id = any($1::integer[])\n  order by unit.id`,
    values: [unitIds, day],
  };
}

/** The units directly below some others on a day on which they are open, with their whole history. */
export function childrenSql(parentIds: readonly number[], day: string): SqlStatement {
  return {
    text: `${history}
  join unit_placement standing on standing.unit_id = unit.id
  where standing.parent_id = any($1::integer[])
    and standing.effective_on <= $2::date
    and (standing.ended_on is null or standing.ended_on > $2::date)
  order by unit.code collate "C"`,
    values: [parentIds, day],
  };
}

/** The ids of a unit and of all above it on a day, as the placements in force say. */
export function lineSql(unitId: number, day: string): SqlStatement {
  return {
    text: `
with recursive line as (
  select $1::integer as id
  union
  select placement.parent_id
  from line
  join unit_placement placement on placement.unit_id = line.id
  where placement.parent_id is not null
    and placement.effective_on <= $2::date
    and (placement.ended_on is null or placement.ended_on > $2::date)
)
select array_agg(id) as ids from line`,
    values: [unitId, day],
  };
}
