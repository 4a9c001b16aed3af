import type { SqlParameters } from '../sql-statement';
import type { Expression } from './query-plan';

/** A fraction in SQL; the denominator is null where nothing was ever divided. */
interface SqlFraction {
  numerator: string;
  denominator: string | null;
}

/**
 * Computes formulas on fractions, without any division until the end, which keeps them exact. Each operation becomes a
 * lateral step with a name: written into each other, nested quotients would double the text at every level. A zero
 * divisor makes the denominator null, and with it everything computed from it.
 */
export class FormulaRenderer {
  readonly steps: string[] = [];

  /** `dividedNos`: the operands that are averages, and so fractions themselves. */
  constructor(
    private readonly parameters: SqlParameters,
    private readonly dividedNos: ReadonlySet<number>,
  ) {}

  /** The fraction of an expression, over the columns n<no> and d<no> of its operands. */
  render(expression: Expression): SqlFraction {
    switch (expression.type) {
      case 'number':
        return { numerator: this.parameters.add(expression.text, 'numeric'), denominator: null };
      case 'operand': {
        const { no } = expression;
        return {
          numerator: `operand.n${no}`,
          denominator: this.dividedNos.has(no) ? `operand.d${no}` : null,
        };
      }
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
          numerator: `${product(a.numerator, b.denominator)} ${operator} ${product(b.numerator, a.denominator)}`,
          denominator: a.denominator || b.denominator ? product(a.denominator, b.denominator) : null,
        };
      case '*':
        return {
          numerator: product(a.numerator, b.numerator),
          denominator: a.denominator || b.denominator ? product(a.denominator, b.denominator) : null,
        };
      case '/':
        return {
          numerator: product(a.numerator, b.denominator),
          denominator: product(a.denominator, `nullif(${b.numerator}, 0)`),
        };
    }
  }

  /** OFFSET 0 keeps the planner from writing the step back into the ones that use it. */
  private step({ numerator, denominator }: SqlFraction): SqlFraction {
    const name = `step_${this.steps.length}`;
    const columns = denominator === null ? `${numerator} as n` : `${numerator} as n, ${denominator} as d`;
    this.steps.push(`cross join lateral (select ${columns} offset 0) as ${name}`);
    return { numerator: `${name}.n`, denominator: denominator === null ? null : `${name}.d` };
  }
}

function product(...factors: (string | null)[]): string {
  return factors.filter((factor) => factor !== null).join(' * ');
}

/** The value of a fraction. Nothing is rounded where nothing was divided, whatever the figures are. */
export function quotient({ numerator, denominator }: SqlFraction): string {
  return denominator === null ? numerator : `divide_exactly(${numerator}, ${denominator})`;
}
