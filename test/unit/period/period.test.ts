import { PeriodType } from '../../../schema/period/period-type.enum';
import {
  cutInto,
  endOf,
  isWhole,
  lastDayOf,
  oneYearBefore,
  parsePeriod,
  periodCode,
  periodStartingOn,
  shiftSpan,
  startOf,
} from '../../../server/period/period';

describe('a period code', () => {
  it.each([
    ['2022', '2022-01-01', '2022-12-31', '2023-01-01'],
    ['2022-H1', '2022-01-01', '2022-06-30', '2022-07-01'],
    ['2022-H2', '2022-07-01', '2022-12-31', '2023-01-01'],
    ['2022-Q3', '2022-07-01', '2022-09-30', '2022-10-01'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-03-01'],
    ['2022-12', '2022-12-01', '2022-12-31', '2023-01-01'],
    ['1900', '1900-01-01', '1900-12-31', '1901-01-01'],
  ])('%s lasts from %s to %s, and ends before %s', (code, first, last, end) => {
    const span = parsePeriod(code);
    expect([startOf(span), lastDayOf(span), endOf(span), periodCode(span)]).toEqual([first, last, end, code]);
  });

  it.each([
    '',
    '22',
    '2022-13',
    '2022-00',
    '2022-1',
    '2022-Q5',
    '2022-H3',
    '2022-q1',
    '2022 ',
    '1899',
    '2200',
    '2022-08-01',
  ])('is not %j', (code) => {
    expect(() => parsePeriod(code)).toThrow(`"${code}" is not a period.`);
  });

  it('is found again from the first day that the database keeps', () => {
    expect(periodCode(periodStartingOn('2022-07-01', PeriodType.HALF_YEAR))).toBe('2022-H2');
  });
});

describe('a range', () => {
  const range = { start: parsePeriod('2021-07').start, months: 12, type: PeriodType.MONTH };

  it('is told by its first and last code', () => {
    expect(periodCode(range)).toBe('2021-07..2022-06');
  });

  it('is whole where both ends fall on periods of the type', () => {
    const types = [PeriodType.MONTH, PeriodType.QUARTER, PeriodType.HALF_YEAR, PeriodType.YEAR];
    expect(types.map((type) => isWhole(range, type))).toEqual([true, true, true, false]);
  });

  it('is cut into its periods, in order', () => {
    expect(cutInto(range, PeriodType.QUARTER).map(periodCode)).toEqual([
      '2021-Q3',
      '2021-Q4',
      '2022-Q1',
      '2022-Q2',
    ]);
  });

  it('moves by its own length, and by a year', () => {
    expect(periodCode(shiftSpan(range, -1))).toBe('2020-07..2021-06');
    expect(periodCode(shiftSpan(parsePeriod('2022-Q1'), -2))).toBe('2021-Q3');
    expect(periodCode(oneYearBefore(parsePeriod('2022-02')))).toBe('2021-02');
  });
});
