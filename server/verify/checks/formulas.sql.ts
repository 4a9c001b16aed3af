/** What is known of every indicator, for formulas to be held against. */
export const indicatorsWithOperands = `
  select indicator.code, indicator.formula,
    (select coalesce(array_agg(operand.code order by operand.code), '{}')
      from indicator_operand
      join indicator operand on operand.id = indicator_operand.operand_id
      where indicator_operand.indicator_id = indicator.id) as operands,
    (select coalesce(array_agg(member.code), '{}')
      from dimension_member member
      where member.dimension_id = indicator.dimension_id) as members
  from indicator
  order by indicator.code`;
