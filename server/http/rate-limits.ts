import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { AppError } from '../errors';

const MINUTE = 60_000;

/** Attempts to get in that one address has in a minute; an office may share one. */
const attemptsPerMinute = 30;

/** Of a route by which one gets in. */
export const limitedAttempts = { config: { rateLimit: { max: attemptsPerMinute, timeWindow: MINUTE } } };

/** Comes before all routes that are limited. */
export async function registerRateLimits(app: FastifyInstance): Promise<void> {
  await app.register(fastifyRateLimit, {
    global: false,
    errorResponseBuilder: (_request, { max, ttl }) => rateLimited(max, Math.ceil(ttl / 1000)),
  });
}

/** So many credentials that nobody has may one address try in a minute; an office may share one. */
const failuresPerMinute = 60;

/**
 * Lets a request pass whose sender is known and has not sent too many: each person and each key has a minute's worth of its own.
 * Addresses are counted only for credentials that are wrong, and only these are refused: who has good ones shares an address with many.
 * What is counted is kept by this process alone.
 */
export function limitRates(
  app: FastifyInstance,
  letIn: onRequestAsyncHookHandler,
  requestsPerMinute: number,
): onRequestAsyncHookHandler {
  const failures = app.createRateLimit({ max: failuresPerMinute, timeWindow: MINUTE });
  const requests = app.createRateLimit({
    max: requestsPerMinute,
    timeWindow: MINUTE,
    keyGenerator: ({ identity, ip }: FastifyRequest) =>
      identity ? `${identity.user.id} ${identity.keyId ?? ''}` : ip,
  });
  return async function limit(this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) {
    try {
      await letIn.call(this, request, reply);
    } catch (error) {
      refuseMore(await failures(request));
      throw error;
    }
    refuseMore(await requests(request));
  };
}

type Counted = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;

function refuseMore(counted: Counted): void {
  if (counted.isAllowed || !counted.isExceeded) return;
  throw rateLimited(counted.max, counted.ttlInSeconds);
}

function rateLimited(max: number, seconds: number): AppError {
  const retryAfter = Math.max(1, seconds);
  return new AppError('RATE_LIMITED', { max, seconds: retryAfter }, { retryAfter });
}
