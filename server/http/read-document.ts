import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors';
import { findProjectRoot } from '../project-root';
import { queryLimits } from './query-limits';

/** The documents of the admin by their ids. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Those that the build has written; none before there was one. */
export function loadTrustedDocuments(): TrustedDocuments {
  const file = join(findProjectRoot(), 'dist', 'trusted-documents.json');
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
}

/**
 * Puts a document in the place of its id. Where the operator wants it, people who are not analysts anywhere send nothing but ids:
 * what they can ask is then what the admin asks.
 */
export function readDocumentId(documents: TrustedDocuments, onlyTrusted: boolean) {
  return async (request: FastifyRequest): Promise<void> => {
    const id = idIn(request.body);
    if (id === undefined) {
      refuseLong(request.body);
      if (onlyTrusted && isViewer(request))
        throw new AppError('FORBIDDEN', { action: 'send queries of your own' });
      return;
    }
    const query = documents.get(id);
    if (query === undefined) throw new AppError('DOCUMENT_UNKNOWN', { id: id.slice(0, 200) });
    const { documentId: _, ...rest } = request.body as Record<string, unknown>;
    request.body = { ...rest, query };
  };
}

/** Before it is read: the parser would go through all of it up to the last token allowed. */
function refuseLong(body: unknown): void {
  const query = typeof body === 'object' && body !== null ? (body as { query?: unknown }).query : undefined;
  if (typeof query !== 'string' || query.length <= queryLimits.characters) return;
  const problem = `it has more than ${queryLimits.characters} characters; long lists of codes go into variables`;
  throw new AppError('QUERY_TOO_COMPLEX', { problem });
}

function idIn(body: unknown): string | undefined {
  const id =
    typeof body === 'object' && body !== null ? (body as { documentId?: unknown }).documentId : undefined;
  return typeof id === 'string' ? id : undefined;
}

function isViewer({ identity }: FastifyRequest): boolean {
  return identity !== null && identity.keyId === null && !identity.access.may('MAKE_KEYS');
}
