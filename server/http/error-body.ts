import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, type ErrorCode } from '../errors';

interface ShownError {
  message: string;
  extensions?: object;
}

/** The same shape for every error of the server, GraphQL or not. */
export function errorBody(request: FastifyRequest, errors: readonly ShownError[]): string {
  request.trace.errors = errors.map(({ extensions }) => String((extensions as { code?: unknown })?.code));
  return JSON.stringify({
    errors: errors.map(({ message, extensions }) => ({
      message,
      extensions: { ...extensions, requestId: request.id },
    })),
  });
}

interface HttpError extends Error {
  code?: string;
  statusCode?: number;
}

/** Errors outside GraphQL: a body that is too large or no JSON, and what we did wrong ourselves. */
export function answerErrorsAsJson(app: FastifyInstance): void {
  app.setErrorHandler(answerError);
}

/** For an address that cannot be read there is no route, and so none of our hooks has run. */
export function answerError(error: HttpError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.trace ??= {};
  if (error instanceof AppError) return refuse(error, request, reply);
  const status = error.statusCode ?? 500;
  if (status >= 500) request.log.error({ err: error }, 'internal error');
  return reply
    .code(status)
    .header('x-request-id', request.id)
    .type('application/json; charset=utf-8')
    .send(errorBody(request, [shownError(error, status)]));
}

/** What routes beside GraphQL refuse: the status follows from the code. */
function refuse(error: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { retryAfter } = error.extensions;
  if (typeof retryAfter === 'number') reply.header('retry-after', retryAfter);
  // Not Basic: browsers would ask for a password in a window of their own.
  else if (error.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer realm="khoi"');
  return reply
    .code(retryAfter === undefined ? (statusOf[error.code] ?? 400) : 429)
    .type('application/json; charset=utf-8')
    .send(errorBody(request, [error]));
}

const statusOf: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  DOCUMENT_UNKNOWN: 404,
};

function shownError({ code, message }: Error & { code?: string }, status: number): AppError {
  if (status >= 500) return new AppError('INTERNAL_SERVER_ERROR', {});
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new AppError('BODY_TOO_LARGE', { limit: '1 MB' });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new AppError('BAD_REQUEST', { problem: 'The content-type of the body must be application/json.' });
  }
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return new AppError('BAD_REQUEST', { problem: 'The body is empty.' });
  if (code === 'FST_ERR_BAD_URL') return new AppError('BAD_REQUEST', { problem: message });
  if (status === 400)
    return new AppError('BAD_REQUEST', { problem: `The body is not valid JSON: ${message}.` });
  return new AppError('BAD_REQUEST', { problem: message });
}
