import type { SqlStatement } from '../sql-statement';
import { placementOn } from './placement-on';

/** The ids of the units above each of the given ones on a day, the root first. */
export function ancestorsSql(unitIds: readonly number[], day: string): SqlStatement {
  return {
    text: `
with recursive line as (
  select placement.unit_id, placement.parent_id as ancestor_id, 1 as distance
  from party_unit unit
  join unit_placement placement on ${placementOn('unit', 'placement', '$2::date')}
  where unit.id = any($1::integer[])
  union all
  select line.unit_id, placement.parent_id, line.distance + 1
  from line
  join party_unit unit on unit.id = line.ancestor_id
  join unit_placement placement on ${placementOn('unit', 'placement', '$2::date')}
)
select unit_id as "unitId", array_agg(ancestor_id order by distance desc) as "ancestorIds"
from line
where ancestor_id is not null
group by unit_id`,
    values: [unitIds, day],
  };
}
