import { addTypenameToDocument } from '@apollo/client/utilities';
import { type DocumentNode, print } from 'graphql';
import { documentIdOf } from './dataProvider/documentId';
import { documents } from './dataProvider/documents';

/** All other operations of the admin stand in files of this name; a test sees to that. */
const pages = import.meta.glob<Record<string, unknown>>('./**/*.queries.ts', { eager: true });

const isDocument = (value: unknown): value is DocumentNode =>
  typeof value === 'object' && value !== null && (value as DocumentNode).kind === 'Document';

const all = [...Object.values(documents), ...Object.values(pages)]
  .flatMap((named) => Object.values(named) as unknown[])
  .filter(isDocument)
  // As the client sends them.
  .map((document) => print(addTypenameToDocument(document)));

/** Every document that the admin can send, by its id. The build writes them beside the server. */
export const trustedDocuments: Record<string, string> = Object.fromEntries(
  all.map((text) => [documentIdOf(text), text]),
);
