import { AppError } from '../errors';
import type { Bind, FilterField } from '../list/filter-fields';
import { invalidInput } from '../validate-input';

/** The condition for the filter `ids` of a list; `column` holds the numeric key. */
export const hasId = (column: string) => (ids: string[], bind: Bind) =>
  `${column} = any(${bind(ids.map((id) => parseId(id, 'ids')))})`;

/** A filter on the numeric key of another record, which has no code to be named by. */
export const isAmongIds = (column: string, field: string): FilterField<string[]> => ({
  conditions: (ids, bind) => [`${column} = any(${bind(ids.map((id) => parseId(id, field)))})`],
});

const largest = 2 ** 31 - 1;

/** The integer key that an id of the API stands for; `field` is the argument that carried it. */
export function parseId(id: string, field = 'id'): number {
  const key = /^\d{1,10}$/.test(id) ? Number(id) : Number.NaN;
  if (!(key <= largest)) throw invalidInput({ [field]: `has "${id}", which is not an id` });
  return key;
}

/** Looks up by what was given, and refuses to guess when that is both or none. */
export function byIdOrCode<Found>(
  id: string | null | undefined,
  code: string | null | undefined,
  look: { byId(id: string): Promise<Found>; byCode(code: string): Promise<Found> },
): Promise<Found> {
  if (typeof id === 'string' && typeof code !== 'string') return look.byId(id);
  if (typeof code === 'string' && typeof id !== 'string') return look.byCode(code);
  throw new AppError('QUERY_INVALID', {
    problem: 'A record is named by its id or by its code',
    allowed: 'Give exactly one of id and code.',
  });
}
