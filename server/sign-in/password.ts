import { randomBytes, randomInt } from 'node:crypto';
import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** The value of an enum that exists for the compiler alone. */
const argon2id: Algorithm.Argon2id = 2;

/** As https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html recommends for argon2id. */
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(normalize(password), cost);
}

/** Without a hash to compare with, as when nobody has the user name, it takes the same time and is never right. */
export async function verifyPassword(expected: string | null, password: string): Promise<boolean> {
  dummyHash ??= hashPassword(randomBytes(16).toString('hex'));
  const dummy = await dummyHash;
  const isRight = await verify(expected ?? dummy, normalize(password));
  return isRight && expected !== null;
}

let dummyHash: Promise<string> | undefined;

/** The same letters may be typed as other bytes: "ệ" is one character on one keyboard and three on another. */
function normalize(password: string): string {
  return password.normalize('NFKC');
}

/** None that are taken for others, since it may be read from paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that is to be changed soon, such as `k3mwq-7vtyh-…`: some 99 random bits. */
export function generatePassword(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
