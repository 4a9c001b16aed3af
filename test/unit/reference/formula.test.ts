import { evaluate, operandsOf, parseFormula, ratioOf } from '../../reference/formula';
import { type Rational, toDecimal, whole } from '../../reference/rational';

const values: Record<string, number> = { a: 6, b: 4, c: 2, zero: 0 };

function valueOfText(text: string): string | null {
  const value = evaluate(parseFormula(text), ({ indicator }): Rational | null => {
    const known = values[indicator];
    return known === undefined ? null : whole(known);
  });
  return value === null ? null : toDecimal(value);
}

describe('formulas (rule 5)', () => {
  it.each([
    ['a + b * c', '14'],
    ['(a + b) * c', '20'],
    ['a - b - c', '0'],
    ['a / b / c', '0.75'],
    ['-a + 0.5', '-5.5'],
    ['2 * -b', '-8'],
    ['100 * c / a', '33.333333333333'],
  ])('evaluates %s to %s', (text, value) => {
    expect(valueOfText(text)).toBe(value);
  });

  it.each(['a + missing', 'a / zero', '0 * (a / zero)', 'missing / zero'])('gives null for %s', (text) => {
    expect(valueOfText(text)).toBeNull();
  });

  it('reads quoted codes, members and shifts', () => {
    expect(operandsOf(parseFormula('"IN-1" / 2 + classified[good] - members@-1 * grade[poor]@-4'))).toEqual([
      { indicator: 'IN-1', member: null, shift: 0, isYearToDate: false },
      { indicator: 'classified', member: 'good', shift: 0, isYearToDate: false },
      { indicator: 'members', member: null, shift: -1, isYearToDate: false },
      { indicator: 'grade', member: 'poor', shift: -4, isYearToDate: false },
    ]);
  });

  it('reads the year to date, and an indicator of that code', () => {
    expect(operandsOf(parseFormula('100 * ytd(grade[poor]@-4) / ytd ("ytd") - ytd'))).toEqual([
      { indicator: 'grade', member: 'poor', shift: -4, isYearToDate: true },
      { indicator: 'ytd', member: null, shift: 0, isYearToDate: true },
      { indicator: 'ytd', member: null, shift: 0, isYearToDate: false },
    ]);
  });

  it('finds a and b of k * a / b and of a / b, and of nothing else', () => {
    const a = parseFormula('a');
    const b = parseFormula('b');
    expect(ratioOf(parseFormula('100 * a / b'))).toEqual({ numerator: a, denominator: b });
    expect(ratioOf(parseFormula('a / b'))).toEqual({ numerator: a, denominator: b });
    expect(ratioOf(parseFormula('a - b'))).toBeNull();
  });

  it.each(['a +', '(a', 'a b', 'a $ b', '', 'ytd(a + b)', 'ytd(2)', 'ytd()'])('refuses "%s"', (text) => {
    expect(() => parseFormula(text)).toThrow();
  });
});
