import { NumberFormatDetector, readNumber } from '../../../server/import/file/number-format';

describe('reading a number', () => {
  it.each([
    ['4240', 'plain', '4240'],
    ['-4240.50', 'plain', '-4240.50'],
    ['4,240', 'plain', null],
    ['4,240.5', 'en', '4240.5'],
    ['1,234,567', 'en', '1234567'],
    ['12,34', 'en', null],
    ['4.240,5', 'vi', '4240.5'],
    ['96,57', 'vi', '96.57'],
    ['-1.234.567', 'vi', '-1234567'],
    ['96.57', 'vi', null],
    ['4.240.5', 'vi', null],
    ['4 240', 'vi', null],
    ['1e3', 'plain', null],
    ['96,57 %', 'vi', null],
    ['', 'plain', null],
    ['1'.repeat(61), 'plain', null],
  ] as const)('takes %s in the format %s for %s', (text, format, number) => {
    expect(readNumber(text, format)).toBe(number);
  });
});

describe('finding out the number format of a file', () => {
  const decide = (...texts: string[]) => {
    const detector = new NumberFormatDetector();
    texts.forEach((text, index) => {
      detector.see(index + 2, text, readNumber(text, 'vi'), readNumber(text, 'en'));
    });
    return detector.decide();
  };

  it('needs no format where all numbers are whole and without separators', () => {
    expect(decide('4240', '3680')).toEqual({ format: null });
  });

  it('reads the doubtful ones like those that can be read in one way only', () => {
    expect(decide('4.240', '96,57')).toEqual({ format: 'vi' });
    expect(decide('4.240', '96.5')).toEqual({ format: 'en' });
  });

  it('refuses to guess when all can be read in two ways', () => {
    expect(decide('12', '4.240')).toEqual({
      row: 3,
      value: '4.240',
      reason: 'It may be 4240 or 4.240, and no number in the file tells. Say --numbers vi or --numbers en.',
    });
  });

  it('refuses a file that mixes formats', () => {
    expect(decide('4.240,5', '12', '4,240.5')).toEqual({
      row: 4,
      value: '4,240.5',
      reason: 'The file mixes number formats: row 2 has 4.240,5. Write all numbers in one.',
    });
  });
});
