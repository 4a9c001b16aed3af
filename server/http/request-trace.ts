import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../context';
import { isInternal } from './format-error';

/** What the log says about a request besides its path and status: never its body, its variables or its URL's query. */
export interface RequestTrace {
  /** Who asked, by user name; with a key its id. */
  user?: string;
  key?: number;
  operation?: string;
  errors?: string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    trace: RequestTrace;
  }
}

/** One line for each answer. Fastify's own two lines hold the URL, and with it the query and variables of a GET. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    request.trace = {};
    request.identity = null;
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        path: request.url.split('?', 1)[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...request.trace,
      },
      'request',
    );
  });
}

/** An error as it is logged: an SQL error carries its parameters, which are what users sent. */
export const errorSerializer = (error: Error) => {
  const { name, message, stack, code, constraint, query } = error as Error &
    Record<string, string | undefined>;
  return { type: name, message, stack: stack ?? '', code, constraint, query };
};

/** Nothing of ours logs headers; should a library do so, these stay out. */
export const secretHeaders: string[] = ['authorization', 'cookie', 'set-cookie', 'x-api-key'].flatMap(
  (name) => ['headers', '*.headers', '*.*.headers'].map((path) => `${path}["${name}"]`),
);

type LoggerOptions = Exclude<NonNullable<FastifyServerOptions['logger']>, boolean>;

/** Compression takes it for an error when the client leaves before the end, which nobody here can put right. */
export const logHooks: NonNullable<LoggerOptions['hooks']> = {
  logMethod(args, log) {
    const [error] = args as unknown[];
    if (error instanceof Error && error.message === 'premature close') {
      this.info('the client left before the end of the answer');
    } else {
      log.apply(this, args);
    }
  },
};

/** Notes what was asked and what went wrong, and puts the request id into every error. */
export const requestTracePlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart({ contextValue }) {
    const { trace, log, requestId } = contextValue;
    return {
      async didResolveOperation({ operationName }) {
        if (operationName) trace.operation = operationName.slice(0, 100);
      },
      async didEncounterErrors({ errors }) {
        for (const error of errors) {
          if (isInternal(error))
            log.error({ err: error.originalError ?? error, path: error.path }, 'internal error');
        }
      },
      async willSendResponse({ response }) {
        if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
        const errors: GraphQLFormattedError[] = response.body.singleResult.errors.map((error) => ({
          ...error,
          extensions: { ...error.extensions, requestId },
        }));
        response.body.singleResult.errors = errors;
        trace.errors = [...new Set(errors.map(({ extensions }) => String(extensions?.code)))];
      },
    };
  },
};
