import { add, compare, decimal, divide, subtract, toDecimal, whole } from '../../reference/rational';

describe('exact numbers (rule 7)', () => {
  it('adds decimals that floating point cannot', () => {
    expect(toDecimal(add(decimal('0.1'), decimal('0.2')))).toBe('0.3');
  });

  it('keeps a third exact until it is written', () => {
    const third = divide(whole(1), whole(3));
    expect(toDecimal(add(add(third, third), third))).toBe('1');
    expect(toDecimal(third)).toBe('0.333333333333');
  });

  it.each([
    ['0.0000000000005', '0.000000000001'],
    ['-0.0000000000005', '-0.000000000001'],
    ['0.00000000000049', '0'],
    ['-0.00000000000049', '0'],
    ['2.0000000000015', '2.000000000002'],
    ['123456789012345678.1250', '123456789012345678.125'],
    ['-7.50', '-7.5'],
    ['100', '100'],
  ])('rounds %s half away from zero to %s', (value, written) => {
    expect(toDecimal(decimal(value))).toBe(written);
  });

  it('compares across denominators', () => {
    expect(compare(divide(whole(1), whole(3)), decimal('0.333333333333'))).toBe(1);
    expect(compare(decimal('-1'), decimal('-0.5'))).toBe(-1);
    expect(compare(subtract(decimal('1.10'), decimal('0.1')), whole(1))).toBe(0);
  });
});
