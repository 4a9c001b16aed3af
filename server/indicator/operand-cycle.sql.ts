import type { SqlStatement } from '../sql-statement';

/** The codes along the shortest way from an indicator through its operands back to itself; no row when there is none. */
export function cycleSql(indicatorId: number): SqlStatement {
  return {
    text: `
with recursive reached as (
  select indicator.id, array[indicator.id] as ids, array[indicator.code] as path
  from indicator
  where indicator.id = $1::integer
  union all
  select operand.id, reached.ids || operand.id, reached.path || operand.code
  from reached
  join indicator_operand on indicator_operand.indicator_id = reached.id
  join indicator operand on operand.id = indicator_operand.operand_id
  where operand.id <> all(reached.ids[2:])
    and (cardinality(reached.ids) = 1 or reached.id <> $1::integer)
)
select path from reached where id = $1::integer and cardinality(path) > 1 order by cardinality(path) limit 1`,
    values: [indicatorId],
  };
}
