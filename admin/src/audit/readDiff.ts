/** A field that changed: as it was and as it is. Numbers are kept as text, since a decimal here is exact. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

type Fields = Record<string, unknown>;

/** Newer browsers hand the text of a number to the reviver; others read it as a double, as they would anyway. */
const keepNumbers = (_: string, value: unknown, context?: { source?: string }) =>
  typeof value === 'number' ? (context?.source ?? String(value)) : value;

const read = (json: string | null): Fields =>
  json ? (JSON.parse(json, keepNumbers as Parameters<typeof JSON.parse>[1]) as Fields) : {};

/** What the record is found by and how often it changed tell a person nothing. */
const untold = new Set(['id', 'version']);

const isNothing = (value: unknown) => value === null || value === undefined || value === '';

/** Field by field. Of what is new or gone, only the fields that had a value. */
export function readDiff({ before, after }: { before: string | null; after: string | null }): FieldChange[] {
  const [was, is] = [read(before), read(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return fields
    .filter((field) => !untold.has(field))
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }))
    .filter((change) => !isNothing(change.before) || !isNothing(change.after));
}
