/** Decimals as text, compared exactly: a floating-point number would take 0.1 + 0.2 for more than 0.3. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  const scale = Math.max(left.scale, right.scale);
  const difference = raise(left, scale) - raise(right, scale);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

interface Decimal {
  digits: bigint;
  /** How many of the digits stand after the point. */
  scale: number;
}

/** Text as PostgreSQL writes a numeric, or as the scalar Decimal accepts it. */
function parse(text: string): Decimal {
  const [number = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = number.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length - Number(exponent) };
}

function raise({ digits, scale }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - scale);
}
