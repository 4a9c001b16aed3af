import type { FastifyReply, FastifyRequest } from 'fastify';
import { credentialsOf } from './credentials';
import type { Identifier, Identity } from './identify';
import { isSameOrigin } from './same-origin';
import { fromAnotherSite, mustChangePassword, nobodyAsks, unknownAsker } from './unauthenticated';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null where nobody need be known. */
    identity: Identity | null;
  }
}

/** Lets a request pass whose sender is known, before its body is read; all others are refused alike, whatever they ask for. */
export function requireIdentity(identifier: Identifier, publicUrl: URL | undefined) {
  return async (request: FastifyRequest, _reply: FastifyReply): Promise<void> => {
    const credentials = credentialsOf(request);
    if (!credentials) throw nobodyAsks();
    // A tool sends a key on purpose; a cookie comes along with whatever a page of anyone sends.
    if (credentials.kind === 'SESSION' && request.method !== 'GET' && !isSameOrigin(request, publicUrl)) {
      throw fromAnotherSite();
    }
    const identity = await identifier.identify(credentials);
    if (!identity) throw unknownAsker();
    noteIdentity(request, identity);
    if (identity.mustChangePassword) throw mustChangePassword();
  };
}

/** For what serves the request, and for its line in the log. */
export function noteIdentity(request: FastifyRequest, identity: Identity): void {
  request.identity = identity;
  request.trace.user = identity.user.username;
  if (identity.keyId !== null) request.trace.key = identity.keyId;
}
