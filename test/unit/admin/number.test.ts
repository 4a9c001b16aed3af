import { formatDecimal, formatPercent, parseDecimal } from '../../../admin/src/i18n/number';

describe('a decimal as shown', () => {
  it.each([
    ['4240', 'vi', undefined, '4.240'],
    ['4240', 'en', undefined, '4,240'],
    ['96.57', 'vi', 2, '96,57'],
    ['96.5', 'vi', 2, '96,50'],
    ['96.565', 'en', 2, '96.57'],
    ['-96.565', 'en', 2, '-96.57'],
    ['999.995', 'en', 2, '1,000.00'],
    ['0.004', 'vi', 2, '0,00'],
    ['-0.004', 'vi', 2, '0,00'],
    ['0.05', 'en', 1, '0.1'],
    ['12345678901234567890.5', 'vi', undefined, '12.345.678.901.234.567.890,5'],
    [4051, 'vi', 0, '4.051'],
    [0, 'vi', 0, '0'],
    ['', 'vi', undefined, ''],
    [null, 'vi', 2, ''],
  ] as const)('%s in %s with %s places is %s', (value, locale, decimals, shown) => {
    expect(formatDecimal(value, locale, decimals)).toBe(shown);
  });

  it('carries a percent sign after a space in Vietnamese only', () => {
    expect([formatPercent('96.574', 'vi'), formatPercent('96.574', 'en')]).toEqual(['96,57 %', '96.57%']);
  });
});

describe('a decimal as typed', () => {
  it.each([
    ['4.240', 'vi', '4240'],
    ['4240', 'vi', '4240'],
    ['96,57', 'vi', '96.57'],
    [' 1.234.567,8 ', 'vi', '1234567.8'],
    ['4,240', 'en', '4240'],
    ['96.57', 'en', '96.57'],
    ['-3', 'en', '-3'],
    ['+560', 'vi', '560'],
  ] as const)('%s in %s is %s', (typed, locale, value) => {
    expect(parseDecimal(typed, locale)).toBe(value);
  });

  it.each([
    ['4.24', 'vi'],
    ['4,24', 'en'],
    ['96.57', 'vi'],
    ['1.2345', 'vi'],
    ['abc', 'vi'],
    ['', 'vi'],
    ['1e5', 'en'],
  ] as const)('%s in %s is refused, never guessed', (typed, locale) => {
    expect(parseDecimal(typed, locale)).toBeNull();
  });
});
