import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text that fits into headers and cookies; a prefix says what it is, should it be found somewhere. */
export function makeSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is kept of a secret. Nobody can guess 256 bits, so that it need not be slow as the hash of a password. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
