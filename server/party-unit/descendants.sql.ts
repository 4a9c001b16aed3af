import type { SqlStatement } from '../sql-statement';
import { openOn, placementOn } from './placement-on';

/** How far below a unit to look: that many levels exactly, or any number when null. */
export interface DescendantsKey {
  unitId: number;
  depth: number | null;
}

/** The ids of the units that are open below each of the given ones on a day: higher levels first, then by name. */
export function descendantsSql(keys: readonly DescendantsKey[], day: string): SqlStatement {
  return {
    text: `
with recursive requested as (
  select * from unnest($1::integer[], $2::integer[]) with ordinality as requested (unit_id, depth, position)
),
below as (
  select requested.position, requested.depth as wanted, requested.unit_id, 0 as depth, null::text collate "vi-x-icu" as name
  from requested
  union all
  select below.position, below.wanted, unit.id, below.depth + 1, placement.name
  from below
  join unit_placement placement on placement.parent_id = below.unit_id
  join party_unit unit on unit.id = placement.unit_id
  where ${placementOn('unit', 'placement', '$3::date')}
    and ${openOn('unit', '$3::date')}
    and (below.wanted is null or below.depth < below.wanted)
)
select position::integer - 1 as position, array_agg(unit_id order by depth, name, unit_id) as "unitIds"
from below
where depth > 0 and (wanted is null or depth = wanted)
group by position`,
    values: [keys.map(({ unitId }) => unitId), keys.map(({ depth }) => depth), day],
  };
}
