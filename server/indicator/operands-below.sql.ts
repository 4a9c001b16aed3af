import type { SqlStatement } from '../sql-statement';

/** What an indicator is computed from, what these are computed from and so on: an edge a row, each once, its own first. */
export function operandsBelowSql(indicatorId: number): SqlStatement {
  return {
    text: `
with recursive reached as (
  select $1::integer as id
  union
  select indicator_operand.operand_id
  from reached
  join indicator_operand on indicator_operand.indicator_id = reached.id
)
select computed.code as computed, operand.code as operand
from reached
join indicator_operand on indicator_operand.indicator_id = reached.id
join indicator computed on computed.id = indicator_operand.indicator_id
join indicator operand on operand.id = indicator_operand.operand_id
order by computed.id <> $1::integer, operand.code`,
    values: [indicatorId],
  };
}
