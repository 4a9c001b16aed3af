import { isPeriodOf, periodName, toPeriodCode } from '../../../admin/src/i18n/periodName';

describe('a period in words', () => {
  it.each([
    ['2022-08', 'tháng 8/2022', 'August 2022'],
    ['2022-Q3', 'quý III/2022', 'Q3 2022'],
    ['2022-H1', '6 tháng đầu năm 2022', 'H1 2022'],
    ['2022-H2', '6 tháng cuối năm 2022', 'H2 2022'],
    ['2022', 'năm 2022', '2022'],
    ['2017..2022', 'năm 2017 – năm 2022', '2017 – 2022'],
    ['soon', 'soon', 'soon'],
  ])('%s', (code, vietnamese, english) => {
    expect([periodName(code, 'vi'), periodName(code, 'en')]).toEqual([vietnamese, english]);
  });
});

describe('a period as typed', () => {
  it.each([
    ['8/2022', '2022-08'],
    ['08-2022', '2022-08'],
    ['q3/2022', '2022-Q3'],
    ['H2/2022', '2022-H2'],
    [' 2022 ', '2022'],
    ['2022-08', '2022-08'],
  ])('%s is %s', (typed, code) => {
    expect(toPeriodCode(typed)).toBe(code);
  });

  it('fits one type only', () => {
    expect(isPeriodOf('2022-08', 'MONTH')).toBe(true);
    expect(isPeriodOf('2022-13', 'MONTH')).toBe(false);
    expect(isPeriodOf('2022', 'MONTH')).toBe(false);
  });
});
