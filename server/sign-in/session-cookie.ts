import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionHours } from '../session/sessions';

/** Browsers take a cookie with this prefix only over https, for this host alone. */
const SECURE_PREFIX = '__Host-';
const NAME = 'khoi_session';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether people reach the server over https, be it through a proxy. */
    isPublishedOverHttps: boolean;
  }
}

export function sessionCookieOf(request: FastifyRequest): string | undefined {
  return request.cookies[nameFor(request)];
}

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(nameFor(request), token, { ...optionsFor(request), maxAge: sessionHours.longest * 3600 });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(nameFor(request), optionsFor(request));
}

function nameFor(request: FastifyRequest): string {
  return isSecure(request) ? SECURE_PREFIX + NAME : NAME;
}

function optionsFor(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(request) } as const;
}

function isSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https' || request.server.isPublishedOverHttps;
}
