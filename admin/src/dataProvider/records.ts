import type { RaRecord } from 'react-admin';
import type { ResourceSchema } from './resources';

/** A record as the API answers it. */
export type ApiRecord = Record<string, unknown> & { id: string; code?: string };

/** A record as the pages use it. */
export type AdminRecord = RaRecord<string> & {
  apiId: string;
  version: number;
  related: Record<string, ApiRecord | null>;
};

/** Relations become keys, as forms and filters use them; what is shown of them stays in `related`. */
export function fromApi(answer: ApiRecord, schema: ResourceSchema): AdminRecord {
  const related: AdminRecord['related'] = {};
  const record: Record<string, unknown> = { ...answer };
  for (const [name, key] of Object.entries(schema.relations)) {
    const other = (answer[name] ?? null) as ApiRecord | null;
    related[name] = other;
    record[name] = other?.[key] ?? null;
  }
  const id = schema.coded ? String(answer.code) : answer.id;
  return { ...record, id, apiId: answer.id, related } as AdminRecord;
}

/** Text fields left empty mean "none", not an empty text. */
const emptyToNull = (value: unknown) => (value === '' || value === undefined ? null : value);

export function toCreateInput(
  form: Record<string, unknown>,
  schema: ResourceSchema,
): Record<string, unknown> {
  const filled = schema.createFields.filter((field) => emptyToNull(form[field]) !== null);
  return Object.fromEntries(filled.map((field) => [field, form[field]]));
}

/** Only what was changed is sent, so that a conflict names what really differs. */
export function toUpdateInput(
  form: Record<string, unknown>,
  before: Record<string, unknown> | undefined,
  schema: ResourceSchema,
): Record<string, unknown> {
  const changed = schema.updateFields.filter(
    (field) => field in form && emptyToNull(form[field]) !== emptyToNull(before?.[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, emptyToNull(form[field])]));
}
