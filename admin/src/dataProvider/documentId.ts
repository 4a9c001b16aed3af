/**
 * What a document of ours is called instead of being sent: the name of its operation, and its text in brief, so that a page of another
 * version than the server is never answered by a document that differs.
 */
export function documentIdOf(text: string): string {
  const name = /^(?:query|mutation) (\w+)/.exec(text)?.[1] ?? 'nameless';
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return `${name}:${hash.toString(16).padStart(16, '0')}`;
}
