import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import { Sessions } from '../session/sessions';
import { type OidcAttempt, OidcClient } from '../sign-in/oidc-client';
import type { OidcSettings } from '../sign-in/oidc-settings';
import { findOidcUser } from '../sign-in/oidc-sign-in';
import { sessionCookieOf, setSessionCookie } from '../sign-in/session-cookie';
import { limitedAttempts } from './rate-limits';

interface Options {
  dataSource: DataSource;
  clock: Clock;
  publicUrl: URL | undefined;
  oidc: OidcSettings;
}

/** What a browser keeps while it is at the provider; it is sent back to this one route. */
const ATTEMPT_COOKIE = 'khoi_oidc';
const callback = '/auth/oidc/callback';

/**
 * Signing in by OpenID Connect: to the provider and back, by addresses that a browser goes to. Whatever goes wrong ends on the
 * sign-in page, and is told in the log. Answers the name of the provider.
 */
export function serveOidc(app: FastifyInstance, { dataSource, clock, publicUrl, oidc }: Options): string {
  const client = new OidcClient(oidc);
  const sessions = new Sessions(dataSource, clock);

  const ownAddress = ({ protocol, host }: FastifyRequest) => publicUrl?.origin ?? `${protocol}://${host}`;
  const cookie = (request: FastifyRequest) =>
    ({
      path: callback,
      httpOnly: true,
      sameSite: 'lax',
      secure: ownAddress(request).startsWith('https:'),
    }) as const;
  const fail = (request: FastifyRequest, reply: FastifyReply, error: unknown) => {
    request.log.warn({ err: error }, 'signing in by OpenID Connect failed');
    return reply.redirect('/#/login?signIn=failed');
  };

  app.get('/auth/oidc/start', limitedAttempts, async (request, reply) => {
    try {
      const { address, attempt } = await client.begin(ownAddress(request) + callback);
      reply.setCookie(ATTEMPT_COOKIE, encode(attempt), { ...cookie(request), maxAge: 600 });
      return reply.redirect(address);
    } catch (error) {
      return fail(request, reply, error);
    }
  });

  app.get(callback, limitedAttempts, async (request, reply) => {
    const attempt = decode(request.cookies[ATTEMPT_COOKIE]);
    reply.clearCookie(ATTEMPT_COOKIE, cookie(request));
    try {
      if (!attempt) throw new Error('The browser brought nothing of where it began.');
      const person = await client.finish(new URL(request.url, ownAddress(request)), attempt);
      const userId = await findOidcUser(dataSource, person, oidc.groups, request.id);
      const before = sessionCookieOf(request);
      if (before !== undefined) await sessions.end(before);
      const userAgent = request.headers['user-agent'] ?? null;
      setSessionCookie(request, reply, await sessions.open(userId, { address: request.ip, userAgent }));
      return reply.redirect('/');
    } catch (error) {
      return fail(request, reply, error);
    }
  });
  return client.name;
}

function encode(attempt: OidcAttempt): string {
  return Buffer.from(JSON.stringify(attempt)).toString('base64url');
}

function decode(text: string | undefined): OidcAttempt | null {
  try {
    const kept = JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as Partial<OidcAttempt>;
    const { codeVerifier, state, nonce } = kept;
    return codeVerifier && state && nonce ? { codeVerifier, state, nonce } : null;
  } catch {
    return null;
  }
}
