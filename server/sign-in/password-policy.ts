import { commonPasswords } from './common-passwords';

export const passwordLength = { min: 12, max: 256 };

/** What is wrong with a new password, to be read after the name of its field; null when nothing is. */
export function findPasswordProblem(password: string, username: string): string | null {
  const folded = fold(password);
  const length = [...password].length;
  if (length < passwordLength.min) return `must be at least ${passwordLength.min} characters long`;
  if (length > passwordLength.max) return `must be at most ${passwordLength.max} characters long`;
  if (new Set(folded).size < 5) return 'must have at least five different characters';
  if (folded.replaceAll(fold(username), '').length < 8) return 'must not be made of the user name';
  if (isCommon(folded)) return 'is one that many people choose: take another';
  return null;
}

/** Also with what people put behind one that is too short: `Password2024!` is `password`. */
function isCommon(folded: string): boolean {
  const core = folded.replace(/[^\p{L}]+$/u, '').replace(/^[^\p{L}]+/u, '');
  return commonPasswords.has(folded) || commonPasswords.has(core);
}

/** Neither case nor diacritics make a common password a rare one. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, '');
}
