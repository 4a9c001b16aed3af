import type { FastifyBaseLogger } from 'fastify';
import type { ContainerType } from 'type-graphql';
import type { DataSource } from 'typeorm';
import type { RequestTrace } from './http/request-trace';
import type { Loaders } from './loaders';

/** What resolvers get with each request. */
export interface RequestContext {
  dataSource: DataSource;
  /** The calendar day in the configured time zone; one request never sees two. */
  today: string;
  /** Made anew for each request, and for each mutation of one, so that nothing stale is answered. */
  loaders: Loaders;
  /** The resolvers with their services; see container.ts. */
  container: ContainerType;
  requestId: string;
  log: FastifyBaseLogger;
  /** What the log will say about this request. */
  trace: RequestTrace;
}
