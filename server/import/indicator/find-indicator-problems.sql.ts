import type { SqlStatement } from '../../sql-statement';

/** Every rule that a staged indicator breaks. Operands may stand further down, so they are looked for in file and database. */
export function findIndicatorProblems(present: ReadonlySet<string>, limit: number): SqlStatement {
  const planned = (column: 'minimum' | 'maximum') =>
    present.has(column) ? `staged.${column}` : `existing.${column}`;
  return {
    text: `
      with recursive planned as (
        select staged.row, staged.code, staged.period_type, staged.formula, staged.dimension, existing.id,
          ${present.has('dimension') ? 'dimension.id' : 'existing.dimension_id'} as dimension_id,
          ${planned('minimum')} as minimum, ${planned('maximum')} as maximum,
          existing.period_type as old_period_type, existing.dimension_id as old_dimension_id,
          existing.formula as old_formula, existing.minimum as old_minimum, existing.maximum as old_maximum
        from staged_indicator staged
        left join indicator existing on existing.code = staged.code
        left join dimension on dimension.code = staged.dimension
      ), known as (
        (select distinct on (code) code, dimension_id from planned order by code, row)
        union all
        select code, dimension_id from indicator
        where code not in (select code from staged_indicator where code is not null)
      ), named as (
        select planned.code, staged_operand.operand, planned.row
        from staged_operand
        join planned using (row)
        union all
        select indicator.code, operand.code, null
        from indicator_operand
        join indicator on indicator.id = indicator_operand.indicator_id
        join indicator operand on operand.id = indicator_operand.operand_id
        where indicator.code not in (select code from staged_indicator where code is not null)
      ), below as (
        select code, operand, row from named where row is not null
        union
        select below.code, named.operand, below.row
        from below
        join named on named.code = below.operand
        where below.operand <> below.code
      ), found as (
        select row, 'UNKNOWN_DIMENSION' as rule, dimension as value, null as about
        from planned where dimension is not null and dimension_id is null
        union all
        select row, 'UNKNOWN_OPERAND', formula, operand
        from staged_operand
        join planned using (row)
        where operand not in (select code from known where code is not null)
        union all
        select row, 'UNKNOWN_MEMBER', formula, operand || '[' || member || ']'
        from staged_operand
        join planned using (row)
        join known on known.code = operand
        where member is not null and not exists (
          select from dimension_member
          where dimension_member.dimension_id = known.dimension_id and dimension_member.code = member)
        union all
        select row, 'FORMULA_CYCLE', formula, below.code
        from below
        join planned using (row)
        where below.operand = below.code
        union all
        select row, 'MINIMUM_ABOVE_MAXIMUM', minimum::text, maximum::text
        from planned where minimum > maximum
        union all
        select row, 'HAS_FIGURES', code, null
        from planned
        where (period_type, dimension_id, formula is null)
            is distinct from (old_period_type, old_dimension_id, old_formula is null)
          and exists (select from observation where indicator_id = planned.id)
        union all
        select row, 'FIGURES_OUT_OF_RANGE', code, null
        from planned
        where (minimum, maximum) is distinct from (old_minimum, old_maximum)
          and exists (select from observation
            where indicator_id = planned.id and (value < planned.minimum or value > planned.maximum))
        union all
        select staged.row, 'REPEATED', code, first_row::text
        from (select code, min(row) as first_row from staged_indicator group by code having count(*) > 1) as repeated
        join staged_indicator staged using (code)
        where row > first_row
      )
      select found.*, count(*) over ()::int as total
      from found
      order by row, rule
      limit $1::integer`,
    values: [limit],
  };
}
