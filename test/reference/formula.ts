/** Formulas of computed indicators (rule 5): `100 * good / classified`, `"IN-1" / 2`, `members@-1`, `ytd(classes)`. */

import { add, decimal, divide, isZero, multiply, negate, type Rational, subtract } from './rational';

/** A leaf of a formula: an indicator, perhaps one member of it, perhaps some row periods ago. */
export interface Operand {
  readonly indicator: string;
  readonly member: string | null;
  /** in row periods: -1 is the one before */
  readonly shift: number;
  /** `ytd(…)`: from the first month of the year on */
  readonly isYearToDate: boolean;
}

type Operator = '+' | '-' | '*' | '/';

export type Formula =
  | { readonly number: Rational }
  | { readonly operand: Operand }
  | { readonly negated: Formula }
  | { readonly operator: Operator; readonly left: Formula; readonly right: Formula };

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|"([^"]+)"|(@-\d+)|([-+*/()[\]]))\s*/uy;
const YEAR_TO_DATE = /\s*ytd\s*\(/uy;

interface Token {
  readonly kind: 'number' | 'name' | 'shift' | 'ytd(' | 'sign';
  readonly text: string;
}

export function parseFormula(text: string): Formula {
  const tokens = tokensOf(text);
  let at = 0;
  const sign = (text: string): boolean => tokens[at]?.kind === 'sign' && tokens[at]?.text === text;
  const skip = (text: string): void => {
    if (!sign(text)) throw new Error(`expected ${text} in ${JSON.stringify(tokens)} at ${at}`);
    at += 1;
  };

  const chain = (operators: readonly Operator[], next: () => Formula): Formula => {
    let left = next();
    for (let operator = operators.find(sign); operator !== undefined; operator = operators.find(sign)) {
      at += 1;
      left = { operator, left, right: next() };
    }
    return left;
  };
  const terms = (): Formula => chain(['+', '-'], factors);
  const factors = (): Formula => chain(['*', '/'], signed);
  const signed = (): Formula => {
    if (!sign('-')) return atom();
    skip('-');
    return { negated: signed() };
  };
  const atom = (): Formula => {
    if (sign('(')) {
      skip('(');
      const inner = terms();
      skip(')');
      return inner;
    }
    const token = tokens[at];
    at += 1;
    if (token?.kind === 'number') return { number: decimal(token.text) };
    if (token?.kind === 'name') return { operand: { ...operandAt(token), isYearToDate: false } };
    const named = tokens[at];
    if (token?.kind === 'ytd(' && named?.kind === 'name') {
      at += 1;
      const operand = { ...operandAt(named), isYearToDate: true };
      skip(')');
      return { operand };
    }
    throw new Error(`expected a number or an indicator in ${JSON.stringify(tokens)} at ${at - 1}`);
  };
  const operandAt = (name: Token) => ({ indicator: name.text, member: member(), shift: shifted() });
  const member = (): string | null => {
    if (!sign('[')) return null;
    skip('[');
    const name = tokens[at]?.text ?? null;
    at += 1;
    skip(']');
    return name;
  };
  const shifted = (): number => {
    const token = tokens[at];
    if (token?.kind !== 'shift') return 0;
    at += 1;
    return Number(token.text.slice(1));
  };

  const formula = terms();
  if (at < tokens.length) throw new Error(`${text} goes on after its end`);
  return formula;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    YEAR_TO_DATE.lastIndex = from;
    if (YEAR_TO_DATE.test(text)) {
      tokens.push({ kind: 'ytd(', text: 'ytd(' });
      TOKEN.lastIndex = YEAR_TO_DATE.lastIndex;
      continue;
    }
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`cannot read ${text} at ${from}`);
    const [, number, name, quoted, shift, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined || quoted !== undefined)
      tokens.push({ kind: 'name', text: name ?? quoted ?? '' });
    else if (shift !== undefined) tokens.push({ kind: 'shift', text: shift });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}

export function operandsOf(formula: Formula): Operand[] {
  if ('number' in formula) return [];
  if ('operand' in formula) return [formula.operand];
  if ('negated' in formula) return operandsOf(formula.negated);
  return [...operandsOf(formula.left), ...operandsOf(formula.right)];
}

/** Rule 5: a missing operand or a division by zero, anywhere, gives null. */
export function evaluate(
  formula: Formula,
  valueOfOperand: (operand: Operand) => Rational | null,
): Rational | null {
  if ('number' in formula) return formula.number;
  if ('operand' in formula) return valueOfOperand(formula.operand);
  if ('negated' in formula) {
    const value = evaluate(formula.negated, valueOfOperand);
    return value === null ? null : negate(value);
  }
  const left = evaluate(formula.left, valueOfOperand);
  const right = evaluate(formula.right, valueOfOperand);
  if (left === null || right === null) return null;
  if (formula.operator === '+') return add(left, right);
  if (formula.operator === '-') return subtract(left, right);
  if (formula.operator === '*') return multiply(left, right);
  return isZero(right) ? null : divide(left, right);
}

/** Rule 5: of a formula `k * a / b` (or `a / b`): a and b; null for every other shape. */
export function ratioOf(formula: Formula): { numerator: Formula; denominator: Formula } | null {
  if (!('operator' in formula) || formula.operator !== '/') return null;
  const { left, right } = formula;
  const isScaled = 'operator' in left && left.operator === '*' && 'number' in left.left;
  return { numerator: isScaled ? left.right : left, denominator: right };
}
