import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import type { DataSource } from 'typeorm';
import { type Clock, todayIn } from './clock';
import type { Config } from './config';
import { createContainer } from './container';
import type { RequestContext } from './context';
import { serveAdmin } from './http/admin-files';
import { serveAuth } from './http/auth-routes';
import { answerError, answerErrorsAsJson } from './http/error-body';
import { serveGraphql } from './http/graphql-route';
import { serveHealth } from './http/health';
import { limitRates, registerRateLimits } from './http/rate-limits';
import { readDocumentId, type TrustedDocuments } from './http/read-document';
import { errorSerializer, logHooks, logRequests, secretHeaders } from './http/request-trace';
import { sendSecurityHeaders } from './http/security-headers';
import { createLoaders } from './loaders';
import { findProjectRoot } from './project-root';
import { Identifier } from './sign-in/identify';
import { requireIdentity } from './sign-in/require-identity';
import { nobodyAsks } from './sign-in/unauthenticated';

export interface AppOptions {
  dataSource: DataSource;
  config: Pick<Config, 'timeZone' | 'logLevel' | 'requestsPerMinute'> &
    Partial<Pick<Config, 'publicUrl' | 'demoAccounts' | 'oidc' | 'onlyTrustedDocuments'>>;
  clock: Clock;
  /** The documents of the built client; none unless given. */
  trustedDocuments?: TrustedDocuments;
  /** Where the built client lies; the project's own build unless a test says otherwise. */
  adminFolder?: string;
  /** Takes the log line by line; standard output when left out. */
  logStream?: { write(line: string): void };
}

/** Everything that is served on the one port, ready to listen or to be asked with `inject`. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { dataSource, config, clock, logStream } = options;
  const app = Fastify({
    logger: {
      level: config.logLevel,
      serializers: { err: errorSerializer },
      hooks: logHooks,
      redact: secretHeaders,
      ...(logStream && { stream: logStream }),
    },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    // Whoever sends a body byte by byte does not keep a connection for long.
    requestTimeout: 30_000,
    http: { connectionsCheckingInterval: 2_000 },
    frameworkErrors: answerError,
  });

  logRequests(app);
  sendSecurityHeaders(app);
  answerErrorsAsJson(app);
  await app.register(fastifyCompress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // The default, 11, is made for files that are packed once: it would take longer than the query.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    customTypes:
      /^(text\/|image\/svg|font\/ttf|application\/(json|graphql-response\+json|javascript|manifest\+json))/,
  });

  serveHealth(app, dataSource);
  const { publicUrl, oidc, demoAccounts = 'NOBODY' } = config;
  const identifier = new Identifier(dataSource, clock, demoAccounts !== 'NOBODY');
  app.decorate('isPublishedOverHttps', publicUrl?.protocol === 'https:');
  await app.register(fastifyCookie);
  await registerRateLimits(app);
  const demoIsPublic = demoAccounts === 'EVERYONE';
  await serveAuth(app, { dataSource, clock, identifier, publicUrl, oidc, demoIsPublic });

  const contextOf = ({ id: requestId, identity, log, trace }: FastifyRequest): RequestContext => {
    // The route lets nobody in who is not known; were that forgotten, nothing would be answered.
    if (!identity) throw nobodyAsks();
    const { access, sessionId } = identity;
    const caller = { access, today: todayIn(config.timeZone, clock), requestId };
    return {
      ...caller,
      dataSource,
      loaders: createLoaders(dataSource, caller),
      container: createContainer(dataSource, caller, clock),
      sessionId,
      log,
      trace,
    };
  };
  const letIn = limitRates(app, requireIdentity(identifier, publicUrl), config.requestsPerMinute);
  const documents = options.trustedDocuments ?? new Map();
  const readDocument = readDocumentId(documents, config.onlyTrustedDocuments ?? false);
  await serveGraphql(app, letIn, readDocument, contextOf);
  await serveAdmin(app, options.adminFolder ?? join(findProjectRoot(), 'dist', 'admin'));
  return app;
}
