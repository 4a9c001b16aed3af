/** Exact numbers (rule 7): fractions of BigInts, so nothing rounds before the one rounding at the end. */

export interface Rational {
  readonly numerator: bigint;
  /** always positive */
  readonly denominator: bigint;
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

export function fraction(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 0n) throw new Error('division by zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(absolute(numerator), absolute(denominator)) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export function whole(value: number): Rational {
  return { numerator: BigInt(value), denominator: 1n };
}

/** Reads `12`, `-0.50`, `3.25`. */
export function decimal(text: string): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new Error(`"${text}" is no decimal number`);
  const [, sign = '', units = '0', places = ''] = match;
  return fraction(BigInt(`${sign}${units}${places}`), 10n ** BigInt(places.length));
}

export function add(a: Rational, b: Rational): Rational {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function divide(a: Rational, b: Rational): Rational {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function isZero(a: Rational): boolean {
  return a.numerator === 0n;
}

export function magnitude(a: Rational): Rational {
  return { numerator: absolute(a.numerator), denominator: a.denominator };
}

export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO);
}

export function least(values: readonly [Rational, ...Rational[]]): Rational {
  return values.reduce((a, b) => (compare(b, a) < 0 ? b : a));
}

export function greatest(values: readonly [Rational, ...Rational[]]): Rational {
  return values.reduce((a, b) => (compare(b, a) > 0 ? b : a));
}

/** Rule 7: half away from zero, to 12 places; written without trailing zeros. */
export function toDecimal(value: Rational, places = 12): string {
  const scaled = absolute(value.numerator) * 10n ** BigInt(places);
  const rounded = (2n * scaled + value.denominator) / (2n * value.denominator);
  const digits = rounded.toString().padStart(places + 1, '0');
  const units = digits.slice(0, digits.length - places);
  const rest = digits.slice(digits.length - places).replace(/0+$/, '');
  const sign = value.numerator < 0n && rounded !== 0n ? '-' : '';
  return `${sign}${units}${rest === '' ? '' : `.${rest}`}`;
}

function absolute(a: bigint): bigint {
  return a < 0n ? -a : a;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
