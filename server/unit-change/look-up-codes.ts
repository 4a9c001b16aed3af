import type { EntityManager } from 'typeorm';
import { AppError } from '../errors';
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
 * Looks up all codes that an act names in one statement. Unknown ones are refused, each at its field; so are the codes of
 * new units that are taken.
 */
export async function lookUpCodes(
  manager: EntityManager,
  references: readonly CodeReference[],
  newUnits: readonly { field: string; code: string }[] = [],
): Promise<CodeIds> {
  const codesOf = (names: Named) =>
    references.filter((reference) => reference.names === names).map(({ code }) => code);
  const found: { names: Named; code: string; id: number }[] = await manager.query(
    `select 'unit' as names, code, id from party_unit where code = any($1::text[])
     union all select 'kind', code, id from unit_kind where code = any($2::text[])
     union all select 'sector', code, id from sector where code = any($3::text[])`,
    [[...codesOf('unit'), ...newUnits.map(({ code }) => code)], codesOf('kind'), codesOf('sector')],
  );
  const ids = new Map(found.map(({ names, code, id }) => [keyOf(names, code), id]));

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
        return ids.has(keyOf('unit', code)) || newUnits.findIndex((unit) => unit.code === code) < index;
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
