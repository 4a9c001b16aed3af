import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type DocumentNode, print, validate } from 'graphql';
import { documents } from '../../../admin/src/dataProvider/documents';

const root = join(__dirname, '../../..');
const schema = buildSchema(readFileSync(join(root, 'schema/schema.graphql'), 'utf8'));

const isDocument = (value: unknown): value is DocumentNode =>
  typeof value === 'object' && value !== null && (value as DocumentNode).kind === 'Document';

const resourceOperations = Object.entries(documents).flatMap(([resource, operations]) =>
  Object.entries(operations).map(
    ([name, document]) => [`${resource} ${name}`, document as DocumentNode] as const,
  ),
);

/** All other operations stand in files named *.queries.ts. */
const sources = readdirSync(join(root, 'admin/src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);
const pageOperations = sources
  .filter((file) => file.endsWith('.queries.ts'))
  .flatMap((file) => Object.entries(jest.requireActual(join(root, 'admin/src', file)) as object))
  .filter((entry): entry is [string, DocumentNode] => isDocument(entry[1]));

describe('the operations that the admin sends', () => {
  it.each([...resourceOperations, ...pageOperations])('%s is valid', (_, document) => {
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  });

  it('stand nowhere else', () => {
    const elsewhere = sources.filter(
      (file) =>
        !file.endsWith('.queries.ts') &&
        file !== join('dataProvider', 'documents.ts') &&
        /\b(query|mutation) \w+\(?/.test(readFileSync(join(root, 'admin/src', file), 'utf8')) &&
        /\bparse\(|gql`/.test(readFileSync(join(root, 'admin/src', file), 'utf8')),
    );
    expect(elsewhere).toEqual([]);
  });

  it('have names, so that logs can tell them apart', () => {
    const nameless = [...resourceOperations, ...pageOperations].filter(
      ([, document]) => !/^(query|mutation) \w+/.test(print(document)),
    );
    expect(nameless).toEqual([]);
  });
});
