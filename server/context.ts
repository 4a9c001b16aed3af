import type { FastifyBaseLogger } from 'fastify';
import type { ContainerType } from 'type-graphql';
import type { DataSource } from 'typeorm';
import type { Caller } from './access/caller';
import type { RequestTrace } from './http/request-trace';
import type { Loaders } from './loaders';

/** What resolvers get with each request. */
export interface RequestContext extends Caller {
  dataSource: DataSource;
  /** Made anew for each request, and for each mutation of one, so that nothing stale is answered. */
  loaders: Loaders;
  /** The resolvers with their services, made for this request; see container.ts. */
  container: ContainerType;
  /** The session that asks; null when it is a key or a command. */
  sessionId: number | null;
  /** What the query costs and what it may, once that is known; told in the extensions of the answer. */
  cost?: { points: number; budget: number };
  log: FastifyBaseLogger;
  /** What the log will say about this request. */
  trace: RequestTrace;
}
