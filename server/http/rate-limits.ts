import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { AppError } from '../errors';

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
  const minute = 60_000;
  const failures = app.createRateLimit({ max: failuresPerMinute, timeWindow: minute });
  const requests = app.createRateLimit({
    max: requestsPerMinute,
    timeWindow: minute,
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
  const seconds = Math.max(1, counted.ttlInSeconds);
  throw new AppError('RATE_LIMITED', { max: counted.max, seconds }, { retryAfter: seconds });
}
