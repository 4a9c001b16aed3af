import type { FastifyRequest } from 'fastify';
import { sessionCookieOf } from './session-cookie';

/** What a request brings along to say who asks. */
export interface Credentials {
  kind: 'KEY' | 'SESSION';
  secret: string;
}

/**
 * A key goes before a cookie: what a tool sends on purpose counts, not what a browser adds. A header that holds no key is
 * a wrong key, so that nobody falls back to other rights than those asked for.
 */
export function credentialsOf(request: FastifyRequest): Credentials | null {
  const { authorization, 'x-api-key': apiKey } = request.headers;
  if (authorization !== undefined) return { kind: 'KEY', secret: keyOf(authorization) };
  if (apiKey !== undefined) return { kind: 'KEY', secret: String(apiKey) };
  const token = sessionCookieOf(request);
  return token === undefined ? null : { kind: 'SESSION', secret: token };
}

function keyOf(authorization: string): string {
  const [, scheme = '', value = ''] = /^(\S+) +(\S+) *$/.exec(authorization) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return value;
    // Tools that know user names and passwords alone; the user name may be anything.
    case 'basic':
      return Buffer.from(value, 'base64')
        .toString()
        .replace(/^[^:]*:?/, '');
    default:
      return '';
  }
}
