import { placementOn } from './placement-on';

/** The ids of a unit and of all that stand below it on a day. Arguments are SQL: the unit's code and a day. */
export function subtreeOfCode(code: string, day: string): string {
  return `
    with recursive subtree as (
      select id from party_unit where code = ${code}
      union all
      select unit.id
      from subtree
      join unit_placement placement on placement.parent_id = subtree.id
      join party_unit unit on unit.id = placement.unit_id
      where ${placementOn('unit', 'placement', day)}
    )
    select id from subtree`;
}
