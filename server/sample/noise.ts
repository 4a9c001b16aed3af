/**
 * A number from 0 up to 1 that looks random and is always the same for the same text (FNV-1a, mixed as in MurmurHash3).
 * Math.random would make another sample of every installation, and of every test run.
 */
export function noise(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
