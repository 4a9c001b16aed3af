import { AppError } from '../../errors';
import { type FormulaOperand, formulaOperands, parseFormula } from '../../indicator/formula';
import type { Check } from '../verify';
import { indicatorsWithOperands } from './formulas.sql';

interface KnownIndicator {
  code: string;
  formula: string | null;
  /** As they are noted beside the formula. */
  operands: string[];
  /** Members of its dimension. */
  members: string[];
}

export const checkFormulas: Check = async (queryRunner, limit) => {
  const rows: KnownIndicator[] = await queryRunner.query(indicatorsWithOperands);
  const indicators = new Map(rows.map((indicator) => [indicator.code, indicator]));
  const differences = rows.flatMap((indicator) => [
    ...checkFormula(indicator, indicators),
    ...checkCycle(indicator, indicators),
  ]);
  return { differences: differences.slice(0, limit), count: differences.length };
};

function checkFormula(
  { code, formula, operands: noted }: KnownIndicator,
  indicators: ReadonlyMap<string, KnownIndicator>,
): string[] {
  if (formula === null) {
    return noted.map(
      (operand) => `Indicator ${code} has no formula, yet ${operand} is noted as its operand.`,
    );
  }
  const read = readOperands(formula);
  if (typeof read === 'string') return [`Indicator ${code}: ${read}`];
  const named = [...new Set(read.map(({ indicator }) => indicator))];
  return [
    ...named
      .filter((operand) => !indicators.has(operand))
      .map((operand) => `The formula of indicator ${code} names ${operand}, which does not exist.`),
    ...named
      .filter((operand) => indicators.has(operand) && !noted.includes(operand))
      .map(
        (operand) => `The formula of indicator ${code} names ${operand}, which is not noted as its operand.`,
      ),
    ...noted
      .filter((operand) => !named.includes(operand))
      .map(
        (operand) => `Indicator ${code} has the operand ${operand} noted, which its formula does not name.`,
      ),
    ...read
      .filter(
        ({ indicator, member }) => member && indicators.get(indicator)?.members.includes(member) === false,
      )
      .map(
        ({ indicator, member }) =>
          `The formula of indicator ${code} names ${indicator}[${member}], which does not exist.`,
      ),
  ];
}

function readOperands(formula: string): FormulaOperand[] | string {
  try {
    return formulaOperands(parseFormula(formula));
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

/** Follows the noted operands, by which the database itself knows of cycles. */
function checkCycle({ code }: KnownIndicator, indicators: ReadonlyMap<string, KnownIndicator>): string[] {
  const seen = new Set<string>();
  const waiting = [...(indicators.get(code)?.operands ?? [])];
  for (let operand = waiting.pop(); operand !== undefined; operand = waiting.pop()) {
    if (operand === code) return [`The formula of indicator ${code} leads back to itself.`];
    if (seen.has(operand)) continue;
    seen.add(operand);
    waiting.push(...(indicators.get(operand)?.operands ?? []));
  }
  return [];
}
