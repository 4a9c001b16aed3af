import type { EntityManager } from 'typeorm';
import { AppError } from '../errors';
import type { NamedResource } from './filter-fields';

/** Refuses a condition such as `{ eq: "X" }` that names a record which does not exist. */
export async function refuseUnknownCodes(
  manager: EntityManager,
  { resource, table }: NamedResource,
  field: string,
  condition: unknown,
): Promise<void> {
  const codes = namedCodes(condition);
  if (codes.length === 0) return;
  const known: { code: string }[] = await manager.query(
    `select code from ${table} where code = any($1::text[])`,
    [codes],
  );
  const unknown = codes.filter((code) => !known.some((found) => found.code === code));
  if (unknown.length > 0) throw unknownCode(resource, unknown, field);
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
