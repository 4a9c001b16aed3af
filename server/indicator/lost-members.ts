import type { EntityManager } from 'typeorm';
import { AppError } from '../errors';
import { formulaOperands, parseFormula } from './formula';

interface Dependent {
  code: string;
  formula: string;
  operand: string;
  members: string[];
}

/**
 * Refuses what has just taken a member away from an operand that a formula names with it, such as `graded[good]`; `what`
 * is what was to be deleted or changed. Called after the write, so that a formula written meanwhile is seen or waits.
 */
export async function refuseLostMembers(
  manager: EntityManager,
  what: string,
  operands: { dimensionId: number } | { indicatorId: number },
): Promise<void> {
  await lockFormulas(manager);
  const [column, id] =
    'dimensionId' in operands ? ['dimension_id', operands.dimensionId] : ['id', operands.indicatorId];
  const dependents: Dependent[] = await manager.query(
    `select computed.code, computed.formula, operand.code as operand, array(
       select member.code from dimension_member member where member.dimension_id = operand.dimension_id
     ) as members
     from indicator operand
     join indicator_operand on indicator_operand.operand_id = operand.id
     join indicator computed on computed.id = indicator_operand.indicator_id
     where operand.${column} = $1::integer
     order by computed.code`,
    [id],
  );
  const holders = dependents.flatMap(lostBy);
  if (holders.length > 0) throw new AppError('IN_USE', { what, holders: holders.join(', ') });
}

/** Formulas are saved one after the other: what one of them needs must not go while it is written. */
export async function lockFormulas(manager: EntityManager): Promise<void> {
  await manager.query("select pg_advisory_xact_lock(hashtext('khoi.formula'))");
}

function lostBy({ code, formula, operand, members }: Dependent): string[] {
  const lost = formulaOperands(parseFormula(formula)).find(
    ({ indicator, member }) => indicator === operand && member !== null && !members.includes(member),
  );
  return lost ? [`the formula of ${code} names ${operand}[${lost.member}]`] : [];
}
