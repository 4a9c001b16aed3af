import type { ResourceSchema } from './resources';

type Values = Record<string, unknown>;

const operatorSuffix = /^(.+)_(contains|gte|lte|ne|in|isNull)$/;

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

/**
 * From the values of a filter form to a filter of the API and the further arguments of the list:
 * `{ kind: 'CB', period_gte: '2020', q: 'dang bo' }` becomes
 * `{ kind: { eq: 'CB' }, period: { gte: '2020' }, q: 'dang bo' }`.
 */
export function toFilter(values: Values, schema: ResourceSchema): { filter: Values; listArguments: Values } {
  const filter: Record<string, unknown> = {};
  const listArguments: Values = {};
  const plain = new Set(['q', 'ids', ...(schema.plainFilters ?? [])]);

  for (const [name, value] of Object.entries(values)) {
    if (isEmpty(value)) continue;
    const [, field = name, operator] = operatorSuffix.exec(name) ?? [];
    if (schema.listArguments && name in schema.listArguments) listArguments[name] = value;
    else if (plain.has(name)) filter[name] = value;
    else {
      const condition = { [operator ?? (Array.isArray(value) ? 'in' : 'eq')]: value };
      filter[field] = { ...(filter[field] as Values | undefined), ...condition };
    }
  }
  return { filter, listArguments };
}
