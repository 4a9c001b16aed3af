import { AppError } from '../errors';

/** A formula as a tree. Numbers stay text, so that 0.1 is never a floating-point number. */
export type Formula =
  | { type: 'number'; text: string }
  | { type: 'operand'; operand: FormulaOperand }
  | { type: 'negation'; of: Formula }
  | { type: 'operation'; operator: '+' | '-' | '*' | '/'; left: Formula; right: Formula };

/**
 * `members[official]@-1`: one indicator, perhaps one member of its breakdown, perhaps some periods before; in `ytd(…)`
 * from the beginning of the year on.
 */
export interface FormulaOperand {
  indicator: string;
  member: string | null;
  shift: number;
  isYearToDate: boolean;
}

interface Token {
  kind: 'number' | 'name' | 'function' | 'symbol' | 'end';
  text: string;
  position: number;
}

/** Without a parenthesis behind it, or in quotation marks, `ytd` is the code of an indicator. */
const tokenPattern =
  /\s*(?:(?<number>\d+(?:\.\d+)?)(?![\p{L}\d_.])|(?<function>ytd)(?=\s*\()|(?<name>[\p{L}\d_]+)|"(?<quoted>[^"]*)"|(?<symbol>[-+*/()[\]@]))/uy;

/** The signs that people type or paste for the four operations. */
const spelling: Record<string, string> = { '×': '*', '·': '*', '÷': '/', ':': '/', '−': '-', '–': '-' };

function refuse(position: number, problem: string): AppError {
  return new AppError('FORMULA_INVALID', { position: position + 1, problem }, { position: position + 1 });
}

function tokenize(text: string): Token[] {
  const source = text.replace(/[×·÷:−–]/g, (sign) => spelling[sign] ?? sign);
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  let position = 0;
  while (source.slice(position).trim() !== '') {
    const match = tokenPattern.exec(source);
    const start = position + (source.slice(position).length - source.slice(position).trimStart().length);
    if (!match?.groups) {
      const character = String.fromCodePoint(source.codePointAt(start) ?? 32);
      throw refuse(
        start,
        character === '"' ? 'the quotation mark is not closed' : `"${character}" is not expected`,
      );
    }
    const { number, function: called, name, quoted, symbol } = match.groups;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, position: start });
    else if (called !== undefined) tokens.push({ kind: 'function', text: called, position: start });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol, position: start });
    else tokens.push({ kind: 'name', text: name ?? quoted ?? '', position: start });
    position = tokenPattern.lastIndex;
  }
  tokens.push({ kind: 'end', text: 'the end', position: source.length });
  return tokens;
}

/** A formula is read, planned and evaluated level by level: thousands of levels would exhaust every one of these. */
const deepest = 100;

/** Reads a formula by recursive descent: sums of products of signed operands. */
class FormulaParser {
  private next = 0;
  private depth = 0;
  private namesIndicator = false;

  constructor(private readonly tokens: Token[]) {}

  parse(): Formula {
    const formula = this.sum();
    if (this.token.kind !== 'end') throw this.unexpected('an operator or the end');
    // A number alone belongs to no unit and no period, so there is no row to put it in.
    if (!this.namesIndicator) throw refuse(0, 'it names no indicator');
    return formula;
  }

  private get token(): Token {
    const token = this.tokens[this.next];
    if (!token) throw new Error('The parser read past the end of the formula.');
    return token;
  }

  private take(symbol: string): boolean {
    if (this.token.kind !== 'symbol' || this.token.text !== symbol) return false;
    this.next += 1;
    return true;
  }

  private expect(symbol: string): void {
    if (!this.take(symbol)) throw this.unexpected(`"${symbol}"`);
  }

  private unexpected(expected: string): AppError {
    const { kind, text, position } = this.token;
    return refuse(position, `${expected} is expected, not ${kind === 'end' ? text : `"${text}"`}`);
  }

  private sum(): Formula {
    let left = this.product();
    for (;;) {
      const operator = this.take('+') ? '+' : this.take('-') ? '-' : null;
      if (!operator) return left;
      left = { type: 'operation', operator, left, right: this.product() };
    }
  }

  private product(): Formula {
    let left = this.signed();
    for (;;) {
      const operator = this.take('*') ? '*' : this.take('/') ? '/' : null;
      if (!operator) return left;
      left = { type: 'operation', operator, left, right: this.signed() };
    }
  }

  private signed(): Formula {
    const start = this.token.position;
    if (this.take('-')) return this.nested(start, () => ({ type: 'negation', of: this.signed() }));
    if (this.take('(')) {
      const inner = this.nested(start, () => this.sum());
      this.expect(')');
      return inner;
    }
    const { kind, text } = this.token;
    if (kind === 'number') {
      this.next += 1;
      return { type: 'number', text };
    }
    if (kind === 'function') return { type: 'operand', operand: this.yearToDate() };
    return { type: 'operand', operand: this.operand('a number, an indicator code or "("') };
  }

  private nested(position: number, read: () => Formula): Formula {
    if (this.depth === deepest) {
      throw refuse(position, `parentheses and minus signs nest more than ${deepest} levels deep`);
    }
    this.depth += 1;
    const formula = read();
    this.depth -= 1;
    return formula;
  }

  /** Of one operand, not of a sum: the operands of a sum can each say it, and then it is seen of which it is said. */
  private yearToDate(): FormulaOperand {
    this.next += 1;
    this.expect('(');
    const operand = this.operand('an indicator code');
    if (!this.take(')')) throw this.unexpected('")" after the one indicator of ytd');
    return { ...operand, isYearToDate: true };
  }

  private operand(expected: string): FormulaOperand {
    const indicator = this.name(expected);
    this.namesIndicator = true;
    let member: string | null = null;
    if (this.take('[')) {
      member = this.name('the code of a member');
      this.expect(']');
    }
    return { indicator, member, shift: this.take('@') ? this.shift() : 0, isYearToDate: false };
  }

  private name(expected: string): string {
    const { kind, text } = this.token;
    if (kind !== 'name' || text === '') throw this.unexpected(expected);
    this.next += 1;
    return text;
  }

  private shift(): number {
    this.expect('-');
    const { kind, text } = this.token;
    if (kind !== 'number' || !/^\d{1,3}$/.test(text)) throw this.unexpected('a whole number of periods');
    this.next += 1;
    return -Number(text);
  }
}

/**
 * Reads a formula such as `100 * good / classified`, or throws FORMULA_INVALID, which points at the position.
 * Codes with other characters than letters, digits and _ stand in double quotes: `"IN-1" / 2`.
 */
export function parseFormula(text: string): Formula {
  return new FormulaParser(tokenize(text)).parse();
}

/** The operands that a formula names, in the order of the text; one named twice comes twice. */
export function formulaOperands(formula: Formula): FormulaOperand[] {
  switch (formula.type) {
    case 'number':
      return [];
    case 'operand':
      return [formula.operand];
    case 'negation':
      return formulaOperands(formula.of);
    case 'operation':
      return [...formulaOperands(formula.left), ...formulaOperands(formula.right)];
  }
}
