import type { EntityManager } from 'typeorm';
import { AppError } from '../errors';
import type { NamedResource } from '../list/filter-fields';

/** A record that a field of an input names by code; null names none, undefined says nothing. */
export interface Reference {
  names: NamedResource;
  code: string | null | undefined;
}

type Ids<References> = { [Field in keyof References]: number | null | undefined };

/** The ids of the records that an input names. All unknown codes are refused at once, each at its field. */
export async function lookUpIds<References extends Record<string, Reference>>(
  manager: EntityManager,
  references: References,
): Promise<Ids<References>> {
  const ids: Record<string, number | null | undefined> = {};
  const unknown: Record<string, AppError> = {};
  for (const [field, { names, code }] of Object.entries(references)) {
    ids[field] = code === null || code === undefined ? code : await idOf(manager, names, code);
    if (typeof code === 'string' && ids[field] === undefined) {
      unknown[field] = new AppError('UNKNOWN_CODE', { resource: names.resource, code: `"${code}"` });
    }
  }
  const [first] = Object.values(unknown);
  if (first) {
    first.extensions.fields = Object.fromEntries(
      Object.entries(unknown).map(([field, { message }]) => [field, message]),
    );
    throw first;
  }
  return ids as Ids<References>;
}

async function idOf(
  manager: EntityManager,
  { table }: NamedResource,
  code: string,
): Promise<number | undefined> {
  const [found]: { id: number }[] = await manager.query(`select id from ${table} where code = $1`, [code]);
  return found?.id;
}

/** The code of the record with that id, for showing a record in the words of an input. */
export async function codeOfId(
  manager: EntityManager,
  { table }: NamedResource,
  id: number | null,
): Promise<string | null> {
  if (id === null) return null;
  const [found]: { code: string }[] = await manager.query(`select code from ${table} where id = $1`, [id]);
  return found?.code ?? null;
}

/** The id of the one record that a field of an input must name. */
export async function lookUpId(
  manager: EntityManager,
  names: NamedResource,
  code: string,
  field: string,
): Promise<number> {
  const ids = await lookUpIds(manager, { [field]: { names, code } });
  return ids[field] as number;
}
