import type { AppError } from '../../../server/errors';
import { formulaOperands, parseFormula } from '../../../server/indicator/formula';

function problemOf(text: string) {
  try {
    parseFormula(text);
  } catch (error) {
    const { code, extensions, message } = error as AppError;
    return { code, position: extensions.position, message };
  }
  throw new Error(`"${text}" was accepted`);
}

describe('reading a formula', () => {
  it('binds products tighter than sums, from left to right', () => {
    expect(parseFormula('a - b / 2 - c')).toEqual({
      type: 'operation',
      operator: '-',
      left: {
        type: 'operation',
        operator: '-',
        left: { type: 'operand', operand: { indicator: 'a', member: null, shift: 0, isYearToDate: false } },
        right: {
          type: 'operation',
          operator: '/',
          left: { type: 'operand', operand: { indicator: 'b', member: null, shift: 0, isYearToDate: false } },
          right: { type: 'number', text: '2' },
        },
      },
      right: { type: 'operand', operand: { indicator: 'c', member: null, shift: 0, isYearToDate: false } },
    });
  });

  it('takes members, shifted periods, quoted codes and Vietnamese letters', () => {
    const formula = parseFormula('-(classified[good] + "IN-1"["nữ giới"]@-2) × đảng_viên@-1');
    expect(formula.type).toBe('operation');
  });

  it('names its operands in the order of the text', () => {
    expect(formulaOperands(parseFormula('100 * (classified[excellent] + "IN-1"@-12) / classified'))).toEqual([
      { indicator: 'classified', member: 'excellent', shift: 0, isYearToDate: false },
      { indicator: 'IN-1', member: null, shift: -12, isYearToDate: false },
      { indicator: 'classified', member: null, shift: 0, isYearToDate: false },
    ]);
  });

  it('tells a code that begins with digits from a number', () => {
    expect(formulaOperands(parseFormula('2 * 2a'))).toEqual([
      { indicator: '2a', member: null, shift: 0, isYearToDate: false },
    ]);
  });
});

describe('ytd', () => {
  const operand = { indicator: 'a', member: null, shift: 0, isYearToDate: true };

  it.each([
    ['ytd(a)', operand],
    ['ytd ( a )', operand],
    ['2 * -ytd(a@-4)', { ...operand, shift: -4 }],
    ['ytd("IN-1"[good]@-1)', { indicator: 'IN-1', member: 'good', shift: -1, isYearToDate: true }],
    ['ytd(ytd)', { ...operand, indicator: 'ytd' }],
    ['ytd("ytd")', { ...operand, indicator: 'ytd' }],
  ])('%s takes the year to date of its operand', (formula, expected) => {
    expect(formulaOperands(parseFormula(formula))).toEqual([expected]);
  });

  it.each(['ytd', 'ytd / 2', '(ytd)', '"ytd"', 'ytd[good]', 'ytd@-1', '2 - ytd'])(
    '%s is an indicator of that code',
    (formula) => {
      const expected = { indicator: 'ytd', isYearToDate: false };
      expect(formulaOperands(parseFormula(formula))).toMatchObject([expected]);
    },
  );

  it.each([
    ['ytd(a + b)', 7, '")" after the one indicator of ytd is expected, not "+"'],
    ['1 + ytd(a', 10, '")" after the one indicator of ytd is expected, not the end'],
    ['ytd((a))', 5, 'an indicator code is expected, not "("'],
    ['ytd(-a)', 5, 'an indicator code is expected, not "-"'],
    ['ytd(2)', 5, 'an indicator code is expected, not "2"'],
    ['ytd()', 5, 'an indicator code is expected, not ")"'],
    ['ytd(ytd(a))', 5, 'an indicator code is expected, not "ytd"'],
    ['ytd(a)@-1', 7, 'an operator or the end is expected, not "@"'],
    ['"ytd"(a)', 6, 'an operator or the end is expected, not "("'],
    ['YTD(a)', 4, 'an operator or the end is expected, not "("'],
    ['ytd2(a)', 5, 'an operator or the end is expected, not "("'],
    ['a[ytd(b)]', 3, 'the code of a member is expected, not "ytd"'],
  ])('%s is refused at position %i', (text, position, problem) => {
    expect(problemOf(text)).toEqual({
      code: 'FORMULA_INVALID',
      position,
      message: `The formula cannot be read at position ${position}: ${problem}.`,
    });
  });
});

describe('a formula that cannot be read', () => {
  it.each([
    ['', 1, 'a number, an indicator code or "(" is expected, not the end'],
    ['100 * ', 7, 'a number, an indicator code or "(" is expected, not the end'],
    ['(a + b', 7, '")" is expected, not the end'],
    ['a b', 3, 'an operator or the end is expected, not "b"'],
    ['a + % b', 5, '"%" is not expected'],
    ['a + "b', 5, 'the quotation mark is not closed'],
    ['a[good', 7, '"]" is expected, not the end'],
    ['a@1', 3, '"-" is expected, not "1"'],
    ['a@-1.5', 4, 'a whole number of periods is expected, not "1.5"'],
    ['a + 1.2.3', 6, '"." is not expected'],
    ['100 * (1 / 3)', 1, 'it names no indicator'],
  ])('%j is refused at position %i', (text, position, problem) => {
    expect(problemOf(text)).toEqual({
      code: 'FORMULA_INVALID',
      position,
      message: `The formula cannot be read at position ${position}: ${problem}.`,
    });
  });
});

describe('how deep a formula nests', () => {
  it.each([
    ['parentheses', `${'('.repeat(100)}a${')'.repeat(100)}`],
    ['signs', `${'-'.repeat(100)}a`],
    ['a long sum, which nests nothing', `a${' - a'.repeat(900)}`],
    ['many groups beside one another', `(a)${' + (-a)'.repeat(500)}`],
  ])('takes %s', (_, formula) => {
    expect(formulaOperands(parseFormula(formula))).toContainEqual({
      indicator: 'a',
      member: null,
      shift: 0,
      isYearToDate: false,
    });
  });

  it.each([
    ['parentheses', `${'('.repeat(50_000)}a`],
    ['signs', `${'-'.repeat(50_000)}a`],
    ['both', `${'-('.repeat(25_000)}a`],
  ])('refuses too many %s where they begin', (_, formula) => {
    const problem = 'parentheses and minus signs nest more than 100 levels deep';
    expect(problemOf(formula)).toEqual({
      code: 'FORMULA_INVALID',
      position: 101,
      message: `The formula cannot be read at position 101: ${problem}.`,
    });
  });
});
