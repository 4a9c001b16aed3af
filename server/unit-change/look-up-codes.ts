import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller';
import { AppError } from '../errors';
import { idsOfCodes } from '../list/codes';
import { named } from '../resource/named-resources';

type Named = keyof Pick<typeof named, 'unit' | 'kind' | 'sector'>;

/** A code in an input: the field that holds it and what it names. */
export interface CodeReference {
  field: string;
  names: Named;
  code: string;
}

/** The ids behind the codes of an input. */
export class CodeIds {
  constructor(private readonly ids: Map<string, number>) {}

  /** Null stays null, and what was left out stays left out. */
  of<Code extends string | null | undefined>(names: Named, code: Code): number | Exclude<Code, string> {
    if (typeof code !== 'string') return code as Exclude<Code, string>;
    const id = this.ids.get(keyOf(names, code));
    if (id === undefined) throw new Error(`${names} ${code} was not looked up.`);
    return id;
  }
}

/**
 * Looks up all codes that an act names. Unknown ones are refused, each at its field; so are the codes of
 * new units that are taken.
 */
export async function lookUpCodes(
  manager: EntityManager,
  caller: Caller,
  references: readonly CodeReference[],
  newUnits: readonly { field: string; code: string }[] = [],
): Promise<CodeIds> {
  const codesOf = (names: Named) =>
    references.filter((reference) => reference.names === names).map(({ code }) => code);
  const ids = new Map<string, number>();
  for (const names of ['unit', 'kind', 'sector'] as const) {
    for (const [code, id] of await idsOfCodes(manager, named[names], codesOf(names), caller)) {
      ids.set(keyOf(names, code), id);
    }
  }
  // A code is taken by any unit, also by one that the caller may not see.
  const taken: { code: string }[] = await manager.query(
    'select code from party_unit where code = any($1::text[])',
    [newUnits.map(({ code }) => code)],
  );

  refuse(
    references
      .filter(({ names, code }) => !ids.has(keyOf(names, code)))
      .map(({ field, names, code }) => [
        field,
        new AppError('UNKNOWN_CODE', { resource: named[names].resource, code: JSON.stringify(code) }),
      ]),
  );
  refuse(
    newUnits
      .filter(({ code }, index) => {
        return (
          taken.some((unit) => unit.code === code) || newUnits.findIndex((unit) => unit.code === code) < index
        );
      })
      .map(({ field, code }) => [field, new AppError('CODE_TAKEN', { resource: 'unit', code })]),
  );
  return new CodeIds(ids);
}

/** The first of several errors, with the messages of all at their fields. */
function refuse(errors: [field: string, error: AppError][]): void {
  const [first] = errors;
  if (!first) return;
  first[1].extensions.fields = Object.fromEntries(errors.map(([field, { message }]) => [field, message]));
  throw first[1];
}

function keyOf(names: Named, code: string): string {
  return `${names} ${code}`;
}

/** References of optional fields: those that name nothing are left out. */
export function referencesOf(
  prefix: string,
  { kind, sector, parent }: Partial<Record<'kind' | 'sector' | 'parent', string | null | undefined>>,
): CodeReference[] {
  const all: [string, Named, string | null | undefined][] = [
    ['kind', 'kind', kind],
    ['sector', 'sector', sector],
    ['parent', 'unit', parent],
  ];
  return all.flatMap(([field, names, code]) =>
    typeof code === 'string' ? [{ field: `${prefix}${field}`, names, code }] : [],
  );
}
