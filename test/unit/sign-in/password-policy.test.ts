import { generatePassword } from '../../../server/sign-in/password';
import { findPasswordProblem } from '../../../server/sign-in/password-policy';

describe('a new password', () => {
  it.each([
    ['short', 'mười hai', 'must be at least 12 characters long'],
    ['endless', 'một hai ba bốn '.repeat(18), 'must be at most 256 characters long'],
    ['of one letter', 'aaaaaaaaaaaaaaaa', 'must have at least five different characters'],
    ['of four letters', 'abcdabcdabcdabcd', 'must have at least five different characters'],
    ['the user name', 'nguyen.van.an', 'must not be made of the user name'],
    ['the user name and a year', 'Nguyen.Van.An2024', 'must not be made of the user name'],
    ['one of the list', 'qwertyuiopas', 'is one that many people choose: take another'],
    ['one of the list in capitals', 'AdminPassword', 'is one that many people choose: take another'],
    ['one of the list with a number', 'Password2024!', 'is one that many people choose: take another'],
    [
      'one of the list with blanks, marks and a number',
      'Mật khẩu của tôi 1',
      'is one that many people choose: take another',
    ],
    ['one of the list with diacritics', 'Việt Nam vô địch', 'is one that many people choose: take another'],
    ['a sentence', 'ba con mèo và một cái ghế', null],
    ['of twelve letters', 'xk7wq9pt2mzv', null],
  ])('%s', (_, password, problem) => {
    expect(findPasswordProblem(password, 'nguyen.van.an')).toBe(problem);
  });

  it('is good when it is generated', () => {
    expect(findPasswordProblem(generatePassword(), 'admin')).toBeNull();
  });
});
