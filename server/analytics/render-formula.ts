import type { SqlParameters } from '../sql-statement';
import type { Expression } from './query-plan';

/** A fraction in SQL. */
interface SqlFraction {
  numerator: string;
  denominator: string;
}

/**
 * Computes formulas on fractions, without any division until the end, which keeps them exact. Each operation becomes a
 * lateral step with a name: written into each other, nested quotients would double the text at every level. A zero
 * divisor makes the denominator null, and with it everything computed from it.
 */
export class FormulaRenderer {
  readonly steps: string[] = [];

  constructor(private readonly parameters: SqlParameters) {}

  /** The fraction of an expression, over the columns n<no> and d<no> of its operands. */
  render(expression: Expression): SqlFraction {
    switch (expression.type) {
      case 'number':
        return { numerator: this.parameters.add(expression.text, 'numeric'), denominator: '1' };
      case 'operand':
        return { numerator: `operand.n${expression.no}`, denominator: `operand.d${expression.no}` };
      case 'operation':
        return this.step(this.operate(expression));
    }
  }

  private operate({ operator, left, right }: Extract<Expression, { type: 'operation' }>): SqlFraction {
    const a = this.render(left);
    const b = this.render(right);
    switch (operator) {
      case '+':
      case '-':
        return {
          numerator: `${a.numerator} * ${b.denominator} ${operator} ${b.numerator} * ${a.denominator}`,
          denominator: `${a.denominator} * ${b.denominator}`,
        };
      case '*':
        return {
          numerator: `${a.numerator} * ${b.numerator}`,
          denominator: `${a.denominator} * ${b.denominator}`,
        };
      case '/':
        return {
          numerator: `${a.numerator} * ${b.denominator}`,
          denominator: `${a.denominator} * nullif(${b.numerator}, 0)`,
        };
    }
  }

  /** OFFSET 0 keeps the planner from writing the step back into the ones that use it. */
  private step({ numerator, denominator }: SqlFraction): SqlFraction {
    const name = `step_${this.steps.length}`;
    this.steps.push(`cross join lateral (select ${numerator} as n, ${denominator} as d offset 0) as ${name}`);
    return { numerator: `${name}.n`, denominator: `${name}.d` };
  }
}

/** The value of a fraction; nothing is divided, and so nothing rounded, where there is nothing to divide by. */
export function quotient({ numerator, denominator }: SqlFraction): string {
  return `case when ${denominator} = 1 then ${numerator} else divide_exactly(${numerator}, ${denominator}) end`;
}
