import type { SqlStatement } from '../sql-statement';

/** Dates the act that opened a unit. An act that opened others too keeps its date for them: the unit gets a copy. */
export function dateOpeningSql(unitId: number, openedOn: string): SqlStatement {
  return {
    text: `
with opening as (
  select change.*, (select count(*) from unit_change_unit other where other.change_id = change.id) > 1 as is_shared
  from unit_change change
  join unit_change_unit link on link.change_id = change.id
  where change.type = 'OPEN' and link.unit_id = $1::integer and change.effective_on <> $2::date
), dated as (
  update unit_change
  set effective_on = $2::date
  from opening
  where unit_change.id = opening.id and not is_shared
), copied as (
  insert into unit_change (type, effective_on, document_number, note)
  select type, $2::date, document_number, note
  from opening
  where is_shared
  returning id
)
update unit_change_unit
set change_id = copied.id
from opening, copied
where unit_change_unit.unit_id = $1::integer and unit_change_unit.change_id = opening.id`,
    values: [unitId, openedOn],
  };
}
