import type { EntityManager } from 'typeorm';
import { AppError } from '../errors';
import { type FormulaOperand, formulaOperands, parseFormula } from './formula';
import { lockFormulas } from './lost-members';
import { operandsBelowSql } from './operands-below.sql';
import { shortestCycle } from './shortest-cycle';

/**
 * Writes down which indicators a formula names, so that they are not deleted under it. An operand that does not exist,
 * and a formula that leads back to its own indicator, are refused.
 */
export async function keepOperands(
  manager: EntityManager,
  indicatorId: number,
  formula: string | null,
): Promise<void> {
  const operands = formula === null ? [] : readOperands(formula);
  const operandIds = await findOperands(manager, operands);
  if (operandIds.includes(indicatorId)) {
    const code = operands.find((_, index) => operandIds[index] === indicatorId)?.indicator ?? '';
    throw formulaCycle([code, code]);
  }
  await manager.query('delete from indicator_operand where indicator_id = $1', [indicatorId]);
  if (operandIds.length === 0) return;
  await manager.query(
    `insert into indicator_operand (indicator_id, operand_id)
     select $1, operand_id from unnest($2::integer[]) as operand (operand_id) group by operand_id`,
    [indicatorId, operandIds],
  );
  await refuseCycle(manager, indicatorId);
}

function readOperands(formula: string): FormulaOperand[] {
  try {
    return formulaOperands(parseFormula(formula));
  } catch (error) {
    throw error instanceof AppError ? error.at('formula') : error;
  }
}

/** The id of each operand, in their order. */
async function findOperands(manager: EntityManager, operands: FormulaOperand[]): Promise<number[]> {
  const codes = [...new Set(operands.map(({ indicator }) => indicator))];
  const found: { id: number; code: string; members: string[] }[] = await manager.query(
    `select indicator.id, indicator.code, array(
       select member.code from dimension_member member where member.dimension_id = indicator.dimension_id
     ) as members
     from indicator
     where indicator.code = any($1::text[])`,
    [codes],
  );
  const byCode = new Map(found.map((indicator) => [indicator.code, indicator]));
  return operands.map(({ indicator: code, member }) => {
    const indicator = byCode.get(code);
    if (!indicator) {
      throw new AppError('UNKNOWN_CODE', { resource: 'indicator', code: `"${code}"` }).at('formula');
    }
    if (member !== null && !indicator.members.includes(member)) throw unknownMember(member, indicator);
    return indicator.id;
  });
}

function unknownMember(member: string, { code, members }: { code: string; members: string[] }): AppError {
  const allowed =
    members.length === 0 ? 'It is not broken down: name it alone.' : `Its members are ${members.join(', ')}.`;
  return new AppError('MEMBER_NOT_ALLOWED', { member, indicator: code, allowed }).at('formula');
}

/** Two formulas that close a circle together, written at the same time, would each not see the other. */
async function refuseCycle(manager: EntityManager, indicatorId: number): Promise<void> {
  await lockFormulas(manager);
  const { text, values } = operandsBelowSql(indicatorId);
  const cycle = shortestCycle(await manager.query(text, values));
  if (cycle) throw formulaCycle(cycle);
}

function formulaCycle(path: string[]): AppError {
  return new AppError('FORMULA_CYCLE', { indicator: path[0] ?? '', path: path.join(' → ') }).at('formula');
}
