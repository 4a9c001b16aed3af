import type { FormulaOperand } from '../../indicator/formula';
import type { SqlStatement } from '../../sql-statement';

export const createStaging = `
  create temporary table staged_indicator (
    row integer not null,
    code text,
    name text,
    name_en text,
    unit_of_measure text,
    decimals smallint,
    period_type text,
    unit_aggregation text,
    period_aggregation text,
    formula text,
    dimension text,
    description text,
    group_name text,
    direction text,
    fill text,
    minimum numeric,
    maximum numeric
  ) on commit drop;
  create temporary table staged_operand (
    row integer not null,
    operand text not null,
    member text
  ) on commit drop`;

export function stageOperands(operands: readonly (FormulaOperand & { row: number })[]): SqlStatement {
  return {
    text: `
      insert into staged_operand (row, operand, member)
      select distinct *
      from unnest($1::integer[], $2::text[], $3::text[])`,
    values: [
      operands.map(({ row }) => row),
      operands.map(({ indicator }) => indicator),
      operands.map(({ member }) => member),
    ],
  };
}
