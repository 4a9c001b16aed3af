import type { SqlStatement } from '../sql-statement';

/**
 * The units of an act with what it replaced, and the latest act that was recorded after it, if any. A unit that the act
 * opened has nothing before: there any other act is later, in whatever order an import wrote them down.
 */
export function concernedSql(changeId: number): SqlStatement {
  return {
    text: `
select unit.id, unit.code, link.before, link.after, later.id as "laterId", later.type as "laterType",
  later.effective_on as "laterOn"
from unit_change_unit link
join party_unit unit on unit.id = link.unit_id
left join lateral (
  select change.id, change.type, change.effective_on
  from unit_change_unit other
  join unit_change change on change.id = other.change_id
  where other.unit_id = link.unit_id and (other.change_id > link.change_id or link.before is null and other.change_id <> link.change_id)
  order by change.id desc
  limit 1
) as later on true
where link.change_id = $1::integer
order by unit.id`,
    values: [changeId],
  };
}
