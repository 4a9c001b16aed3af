import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller';
import { requireFigure } from '../access/coverage';
import type { Right } from '../access/rights';
import { AppError } from '../errors';
import { idsOfCodes } from '../list/codes';
import type { NamedResource } from '../list/filter-fields';
import { named } from './named-resources';

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
  caller: Caller,
): Promise<Ids<References>> {
  const ids: Record<string, number | null | undefined> = {};
  const unknown: Record<string, AppError> = {};
  for (const [field, { names, code }] of Object.entries(references)) {
    ids[field] = code === null || code === undefined ? code : await idOf(manager, names, code, caller);
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
  names: NamedResource,
  code: string,
  caller: Caller,
): Promise<number | undefined> {
  return (await idsOfCodes(manager, names, [code], caller)).get(code);
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
  caller: Caller,
): Promise<number> {
  const ids = await lookUpIds(manager, { [field]: { names, code } }, caller);
  return ids[field] as number;
}

/** The unit and the indicator that an input about a figure names. */
export async function lookUpFigure(
  manager: EntityManager,
  { unit, indicator }: { unit: string; indicator: string },
  caller: Caller,
): Promise<{ unitId: number; indicatorId: number }> {
  const ids = await lookUpIds(
    manager,
    { unit: { names: named.unit, code: unit }, indicator: { names: named.indicator, code: indicator } },
    caller,
  );
  return { unitId: ids.unit as number, indicatorId: ids.indicator as number };
}

/** Refuses an input about a figure that the right does not cover, before anything is said about that figure. */
export async function refuseForbiddenFigure(
  manager: EntityManager,
  caller: Caller,
  right: Right,
  input: { unit: string; indicator: string },
): Promise<void> {
  if (caller.access.scopeOf(right).isEverything) return;
  await requireFigure(manager, caller, right, await lookUpFigure(manager, input, caller));
}
