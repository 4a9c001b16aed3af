import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller';
import { AppError } from '../errors';
import { named } from '../resource/named-resources';
import type { NamedResource } from './filter-fields';

/** Refuses a condition such as `{ eq: "X" }` that names a record which does not exist. */
export async function refuseUnknownCodes(
  manager: EntityManager,
  names: NamedResource,
  field: string,
  condition: unknown,
  caller: Caller,
): Promise<void> {
  const codes = namedCodes(condition);
  if (codes.length === 0) return;
  const known = await idsOfCodes(manager, names, codes, caller);
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0) throw unknownCode(names.resource, unknown, field);
}

/** The ids behind codes. A unit that the caller may not even name is as one that there is not. */
export async function idsOfCodes(
  manager: EntityManager,
  { table }: NamedResource,
  codes: readonly string[],
  { access, today }: Caller,
): Promise<Map<string, number>> {
  const values: unknown[] = [codes];
  const isNamed =
    table === named.unit.table
      ? access.scopeOf('READ').namesUnit('named.id', today, (value) => `$${values.push(value)}`)
      : 'true';
  const found: { id: number; code: string }[] = await manager.query(
    `select named.id, named.code from ${table} named where named.code = any($1::text[]) and ${isNamed}`,
    values,
  );
  return new Map(found.map(({ id, code }) => [code, id]));
}

/** The error for codes that no record has; `field` is the input field that named them. */
export function unknownCode(resource: string, codes: string[], field: string): AppError {
  const quoted = codes.map((code) => `"${code}"`).join(', ');
  return new AppError('UNKNOWN_CODE', { resource, code: quoted }).at(field);
}

function namedCodes(condition: unknown): string[] {
  if (typeof condition === 'string') return [condition];
  const { eq, ne, in: oneOf } = condition as { eq?: string; ne?: string; in?: string[] };
  return [eq, ne, ...(oneOf ?? [])].filter((code) => code !== undefined && code !== null);
}
