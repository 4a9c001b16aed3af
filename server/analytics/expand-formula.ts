import { AppError } from '../errors';
import { type Formula, parseFormula } from '../indicator/formula';
import type { NamedIndicator } from './look-up-names';
import type { Expression } from './query-plan';
import type { Reach } from './reach';

/** A reported indicator as a formula names it. */
export interface OperandReference extends Reach {
  indicator: NamedIndicator;
  member: string | null;
}

/** So many operands after computed ones are written out; far more than a formula that a person can check. */
const MAX_OPERANDS = 200;

/**
 * Writes a formula out until it names reported indicators only; a reported indicator is its own single operand.
 * Operands are numbered in the order of the list that comes with the expression.
 */
export function expandFormula(
  indicator: NamedIndicator,
  find: (code: string) => NamedIndicator,
): { expression: Expression; operands: OperandReference[] } {
  const operands: OperandReference[] = [];
  const path: string[] = [];

  function operand(reference: OperandReference): Expression {
    const { indicator, member } = reference;
    if (indicator.formula === null) {
      if (operands.push(reference) > MAX_OPERANDS) {
        throw new AppError('FORMULA_INVALID', {
          position: 1,
          problem: `written out it names more than ${MAX_OPERANDS} figures`,
        });
      }
      return { type: 'operand', no: operands.length - 1 };
    }
    if (member !== null) {
      throw new AppError('MEMBER_NOT_ALLOWED', {
        member,
        indicator: indicator.code,
        allowed: `Indicator ${indicator.code} is computed: name members in its own formula.`,
      });
    }
    if (path.includes(indicator.code)) {
      const cycle = [...path, indicator.code].join(' → ');
      throw new AppError('FORMULA_CYCLE', { indicator: indicator.code, path: cycle });
    }
    path.push(indicator.code);
    const written = write(parseFormula(indicator.formula), reference);
    path.pop();
    return written;
  }

  function write(formula: Formula, within: Reach): Expression {
    switch (formula.type) {
      case 'number':
        return formula;
      case 'negation':
        return {
          type: 'operation',
          operator: '*',
          left: { type: 'number', text: '-1' },
          right: write(formula.of, within),
        };
      case 'operation':
        return { ...formula, left: write(formula.left, within), right: write(formula.right, within) };
      case 'operand': {
        const { indicator: code, member, shift, isYearToDate } = formula.operand;
        return operand({
          indicator: find(code),
          member,
          shift: within.shift + shift,
          isYearToDate: within.isYearToDate || isYearToDate,
        });
      }
    }
  }

  const expression = operand({ indicator, member: null, shift: 0, isYearToDate: false });
  return { expression, operands };
}

function isConstant(expression: Expression): boolean {
  if (expression.type !== 'operation') return expression.type === 'number';
  return isConstant(expression.left) && isConstant(expression.right);
}

/** The expression without its constant factors: `100 * a` is `a`. */
function withoutFactors(expression: Expression): Expression {
  if (expression.type !== 'operation') return expression;
  const { operator, left, right } = expression;
  if (operator === '*' && isConstant(left)) return withoutFactors(right);
  if ((operator === '*' || operator === '/') && isConstant(right)) return withoutFactors(left);
  return expression;
}

/** The sides a and b of a formula of the form k * a / b, or null when it has another form. */
export function ratioOf(expression: Expression): { numerator: Expression; denominator: Expression } | null {
  const quotient = withoutFactors(expression);
  if (quotient.type !== 'operation' || quotient.operator !== '/') return null;
  return { numerator: withoutFactors(quotient.left), denominator: withoutFactors(quotient.right) };
}
