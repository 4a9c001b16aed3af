import {
  addDays,
  firstDay,
  isAligned,
  lastDay,
  liesInside,
  parsePeriod,
  periodContaining,
  periodsOf,
  shift,
  spanOf,
} from '../../reference/calendar';

describe('periods', () => {
  it.each([
    ['2022', 'YEAR', '2022-01-01', '2022-12-31'],
    ['2022-H2', 'HALF_YEAR', '2022-07-01', '2022-12-31'],
    ['2022-Q3', 'QUARTER', '2022-07-01', '2022-09-30'],
    ['2022-08', 'MONTH', '2022-08-01', '2022-08-31'],
    ['2020-02', 'MONTH', '2020-02-01', '2020-02-29'],
  ])('reads %s as a %s from %s to %s', (code, type, first, last) => {
    expect(parsePeriod(code)?.type).toBe(type);
    expect(firstDay(spanOf(code))).toBe(first);
    expect(lastDay(spanOf(code))).toBe(last);
  });

  it.each(['22', '2022-Q5', '2022-H3', '2022-13', '2022-00', '2022-8', '2022-q1', '2022-08-01', ''])(
    'reads nothing in "%s"',
    (code) => {
      expect(parsePeriod(code)).toBeNull();
    },
  );

  it('cuts years into halves, quarters and months', () => {
    expect(periodsOf('HALF_YEAR', spanOf('2022'))).toEqual(['2022-H1', '2022-H2']);
    expect(periodsOf('QUARTER', spanOf('2022-H2'))).toEqual(['2022-Q3', '2022-Q4']);
    expect(periodsOf('MONTH', spanOf('2022-Q4'))).toEqual(['2022-10', '2022-11', '2022-12']);
  });

  it('knows what lies inside what', () => {
    expect(liesInside(spanOf('2022-Q3'), spanOf('2022-H2'))).toBe(true);
    expect(liesInside(spanOf('2022-Q2'), spanOf('2022-H2'))).toBe(false);
    expect(isAligned(spanOf('2022-Q3'), 'HALF_YEAR')).toBe(false);
    expect(isAligned(spanOf('2022'), 'MONTH')).toBe(true);
  });

  it('shifts over the end of a year', () => {
    expect(shift(spanOf('2022-Q1'), -3)).toEqual(spanOf('2021-Q4'));
    expect(periodContaining('HALF_YEAR', '2022-07-01')).toEqual(spanOf('2022-H2'));
    expect(addDays('2021-01-01', -1)).toBe('2020-12-31');
  });
});
