import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { type Rights, rightsOf } from '../access/rights-of';
import type { Clock } from '../clock';
import { AppError } from '../errors';
import type { SessionOrigin } from '../session/sessions';
import { credentialsOf } from '../sign-in/credentials';
import { type DemoAccount, listDemoAccounts } from '../sign-in/demo-accounts';
import type { Identifier, Identity } from '../sign-in/identify';
import { isLocalRequest } from '../sign-in/loopback';
import type { OidcSettings } from '../sign-in/oidc-settings';
import { noteIdentity } from '../sign-in/require-identity';
import { isJson, isSameOrigin } from '../sign-in/same-origin';
import { clearSessionCookie, sessionCookieOf, setSessionCookie } from '../sign-in/session-cookie';
import { SignInService } from '../sign-in/sign-in.service';
import { fromAnotherSite, nobodyAsks, unknownAsker } from '../sign-in/unauthenticated';
import { invalidInput } from '../validate-input';
import { serveOidc } from './oidc-routes';
import { limitedAttempts } from './rate-limits';

export interface AuthOptions {
  dataSource: DataSource;
  clock: Clock;
  identifier: Identifier;
  publicUrl: URL | undefined;
  oidc: OidcSettings | undefined;
  /** Whether demo accounts are allowed however the request came. */
  demoIsPublic: boolean;
}

/** Who is signed in, as every route here answers. */
interface SessionAnswer extends Rights {
  user: { id: string; username: string; name: string } | null;
  mustChangePassword: boolean;
  highestRole: string | null;
  signInWith: { password: true; openIdConnect: string | null; demoAccounts: DemoAccount[] };
}

/** Signing in and out, under /auth: JSON in and out, since a form of another site cannot send that. */
export async function serveAuth(app: FastifyInstance, options: AuthOptions): Promise<void> {
  const { dataSource, clock, identifier, publicUrl } = options;
  const signIn = new SignInService(dataSource, clock);
  const { oidc } = options;
  const openIdConnect = oidc ? serveOidc(app, { dataSource, clock, publicUrl, oidc }) : null;

  /** What changes something comes from our own pages. */
  const fromOwnPages = async (request: FastifyRequest): Promise<void> => {
    if (!isSameOrigin(request, publicUrl)) throw fromAnotherSite();
    if (!isJson(request)) {
      throw new AppError('BAD_REQUEST', {
        problem: 'The content-type of the body must be application/json.',
      });
    }
  };

  const answer = async (request: FastifyRequest, identity: Identity | null): Promise<SessionAnswer> => ({
    user: identity && { ...identity.user, id: String(identity.user.id) },
    mustChangePassword: identity?.mustChangePassword ?? false,
    highestRole: identity?.access.highestRole ?? null,
    ...(identity ? rightsOf(identity.access) : { rights: [], rightsEverywhere: [] }),
    signInWith: {
      password: true,
      openIdConnect,
      demoAccounts: allowsDemo(request) ? await listDemoAccounts(dataSource) : [],
    },
  });

  const allowsDemo = (request: FastifyRequest) =>
    identifier.allowsDemo && (options.demoIsPublic || isLocalRequest(request));

  /** Whoever was signed in before in this browser is signed out, so that no session outlives the change of persons. */
  const beginSession = async (request: FastifyRequest, reply: FastifyReply, token: string) => {
    const before = sessionCookieOf(request);
    if (before !== undefined) await signIn.signOut(before);
    setSessionCookie(request, reply, token);
    const identity = await identifier.identify({ kind: 'SESSION', secret: token });
    if (identity) noteIdentity(request, identity);
    return answer(request, identity);
  };

  app.get('/auth/session', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const credentials = credentialsOf(request);
    const identity = credentials && (await identifier.identify(credentials));
    if (identity) noteIdentity(request, identity);
    else if (credentials?.kind === 'KEY') throw unknownAsker();
    else if (credentials) clearSessionCookie(request, reply);
    return answer(request, identity);
  });

  app.post('/auth/sign-in', { ...limitedAttempts, onRequest: fromOwnPages }, async (request, reply) => {
    const { username, password } = readTexts(request.body, ['username', 'password']);
    return beginSession(request, reply, await signIn.signIn(username, password, originOf(request)));
  });

  app.post('/auth/demo', { ...limitedAttempts, onRequest: fromOwnPages }, async (request, reply) => {
    const { username } = readTexts(request.body, ['username']);
    if (!allowsDemo(request)) {
      throw new AppError('NOT_FOUND', { resource: 'demo account', key: `"${username}"` });
    }
    return beginSession(request, reply, await signIn.signInToDemo(username, originOf(request)));
  });

  app.post('/auth/sign-out', { onRequest: fromOwnPages }, async (request, reply) => {
    const token = sessionCookieOf(request);
    if (token !== undefined) await signIn.signOut(token);
    clearSessionCookie(request, reply);
    return answer(request, null);
  });

  app.post('/auth/password', { ...limitedAttempts, onRequest: fromOwnPages }, async (request) => {
    const token = sessionCookieOf(request);
    if (token === undefined) throw nobodyAsks();
    const credentials = { kind: 'SESSION' as const, secret: token };
    const identity = await identifier.identify(credentials);
    if (!identity) throw unknownAsker();
    noteIdentity(request, identity);
    const { current, new: wanted } = readTexts(request.body, ['current', 'new']);
    await signIn.changePassword({ ...identity, requestId: request.id }, current, wanted);
    return answer(request, await identifier.identify(credentials));
  });
}

function originOf({ ip, headers }: FastifyRequest): SessionOrigin {
  return { address: ip, userAgent: headers['user-agent'] ?? null };
}

/** The fields of a body that must be text. Longer ones than any name or password are not looked at. */
function readTexts<Field extends string>(body: unknown, fields: readonly Field[]): Record<Field, string> {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const problems: Record<string, string> = {};
  for (const field of fields) {
    const value = given[field];
    if (typeof value !== 'string') problems[field] = 'must be text';
    else if (value.length > 1000) problems[field] = 'must be at most 1000 characters long';
  }
  if (Object.keys(problems).length > 0) throw invalidInput(problems);
  return given as Record<Field, string>;
}
