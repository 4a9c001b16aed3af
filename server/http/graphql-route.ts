import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { RequestContext } from '../context';
import { buildSchema } from '../graphql';
import { errorBody } from './error-body';
import { formatError } from './format-error';
import { queryLimits, queryLimitsPlugin } from './query-limits';
import { requestTracePlugin } from './request-trace';

/** GraphQL over HTTP at /graphql, by the letter of https://graphql.github.io/graphql-over-http/draft/. */
export async function serveGraphql(
  app: FastifyInstance,
  letIn: onRequestAsyncHookHandler,
  readDocument: (request: FastifyRequest) => Promise<void>,
  contextOf: (request: FastifyRequest) => RequestContext,
): Promise<void> {
  const server = new ApolloServer<RequestContext>({
    schema: buildSchema(),
    formatError,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: queryLimits.tokens },
    logger: app.log,
    plugins: [
      ApolloServerPluginLandingPageDisabled(), // it would load from a CDN
      ApolloServerPluginCacheControlDisabled(), // it would wrap every field
      fastifyApolloDrainPlugin(app),
      queryLimitsPlugin,
      requestTracePlugin,
      legacyStatusPlugin,
    ],
  });
  await server.start();

  app.route({
    // Apollo answers the methods that GraphQL does not know with 405.
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    onRequest: letIn,
    preHandler: readDocument,
    handler: fastifyApolloHandler(server, { context: async (request) => contextOf(request) }),
    onSend: async (request, reply, payload) => {
      // What Apollo refuses before there is an operation has no context yet, and so no request id.
      const isBareError = reply.statusCode >= 400 && !request.trace.errors && typeof payload === 'string';
      return isBareError ? withRequestId(request, payload) : payload;
    },
  });
}

/**
 * A client that takes only application/json expects 200 with `errors` in it, as before the specification; one that
 * takes application/graphql-response+json gets the status that fits. No GraphQL request at all is 400 for both.
 */
const legacyStatusPlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, errors }) {
        const accept = request.http?.headers.get('accept') ?? '';
        const isRequest = !errors?.some(({ extensions }) => extensions.code === 'BAD_REQUEST');
        if (
          response.http.status === 400 &&
          isRequest &&
          !accept.includes('application/graphql-response+json')
        ) {
          response.http.status = 200;
        }
      },
    };
  },
};

function withRequestId(request: FastifyRequest, payload: string): string {
  const { errors } = JSON.parse(payload) as { errors?: { message: string; extensions?: object }[] };
  return errors ? errorBody(request, errors) : payload;
}
