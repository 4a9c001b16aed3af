import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors';
import { findProjectRoot } from '../project-root';
import { refuseLong } from './query-limits';

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
    const id = textIn(request.body, 'documentId');
    if (id === undefined) {
      refuseLong(textIn(request.body, 'query') ?? '');
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

function textIn(body: unknown, field: 'documentId' | 'query'): string | undefined {
  const text =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[field] : undefined;
  return typeof text === 'string' ? text : undefined;
}

function isViewer({ identity }: FastifyRequest): boolean {
  return identity !== null && identity.keyId === null && !identity.access.may('MAKE_KEYS');
}
