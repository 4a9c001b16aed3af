import { placementOn } from './placement-on';

/** Every unit with its level on a day; the root is 1. The argument is SQL: a day. */
export function levelsOn(day: string): string {
  return `
    with recursive place as (
      select unit.id as unit_id, placement.parent_id
      from party_unit unit
      join unit_placement placement on ${placementOn('unit', 'placement', day)}
    ),
    level as (
      select unit_id, 1 as level from place where parent_id is null
      union all
      select place.unit_id, level.level + 1
      from level
      join place on place.parent_id = level.unit_id
    )
    select unit_id, level from level`;
}
