import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Page } from '../../schema/list/page-type';
import type { Sort } from '../../schema/list/sort-input';
import { SortOrder } from '../../schema/list/sort-order.enum';
import type { Caller } from '../access/caller';
import { refuseUnknownCodes } from './codes';
import type { Bind, FilterField } from './filter-fields';

/** What a list can be filtered and sorted by, and the SQL of it. The compiler sees to it that no field is forgotten. */
export interface ListDefinition<Filter, SortField extends string> {
  ids(ids: string[], bind: Bind): string;
  /** Whether a word of `q` is found in a record. */
  search?(word: string, bind: Bind): string;
  filters: { [Name in Exclude<keyof Filter, 'ids' | 'q'>]-?: FilterField<NonNullable<Filter[Name]>> };
  sorts: Record<SortField, string[]>;
  /** The order when no sort is given, ascending. */
  defaultSort: string[];
  /** What breaks ties, so that pages neither repeat nor skip. */
  key: string[];
}

export interface ListArgs<Filter, SortField extends string> {
  filter?: Filter | null;
  sort?: Sort<SortField>[] | null;
  page: number | null;
  perPage: number | null;
}

export type CommonFilter = { ids?: string[] | null; q?: string | null };

/** One page of what the query selects, in two statements: the page and the total. Its joins must not multiply rows. */
export async function listPage<
  Entity extends ObjectLiteral,
  Filter extends CommonFilter,
  SortField extends string,
>(
  definition: ListDefinition<Filter, SortField>,
  query: SelectQueryBuilder<Entity>,
  args: ListArgs<Filter, SortField>,
  caller: Caller,
): Promise<Page<Entity>> {
  await addFilter(definition, query, args.filter, caller);
  const count = query.clone().select('count(*)::integer', 'total');
  addSort(definition, query, args.sort);
  const perPage = args.perPage ?? 25;
  query.limit(perPage).offset(((args.page ?? 1) - 1) * perPage);
  const [items, counted] = await Promise.all([query.getMany(), count.getRawOne<{ total: number }>()]);
  return { items, total: counted?.total ?? 0 };
}

async function addFilter<Entity extends ObjectLiteral, Filter extends CommonFilter, SortField extends string>(
  definition: ListDefinition<Filter, SortField>,
  query: SelectQueryBuilder<Entity>,
  filter: Filter | null | undefined,
  caller: Caller,
): Promise<void> {
  if (!filter) return;
  const bind = binderOf(query);
  const { ids, q, ...fields } = filter;
  if (ids) query.andWhere(definition.ids(ids, bind));
  for (const word of q?.split(/\s+/).filter(Boolean) ?? []) {
    query.andWhere(definition.search?.(word, bind) ?? 'true');
  }
  for (const [name, condition] of Object.entries(fields)) {
    if (condition === null || condition === undefined) continue;
    const field = definition.filters[name as keyof typeof definition.filters] as FilterField<unknown>;
    if (field.names) await refuseUnknownCodes(query.connection.manager, field.names, name, condition, caller);
    for (const sql of field.conditions(condition, bind)) query.andWhere(sql);
  }
}

/** Parameters get numbers, so that no two filters can take each other's name. */
export function binderOf(query: SelectQueryBuilder<ObjectLiteral>): Bind {
  return (value) => {
    const name = `filter${Object.keys(query.getParameters()).length}`;
    query.setParameter(name, value);
    return `:${name}`;
  };
}

function addSort<Filter, SortField extends string>(
  { sorts, defaultSort, key }: ListDefinition<Filter, SortField>,
  query: SelectQueryBuilder<ObjectLiteral>,
  sort: Sort<SortField>[] | null | undefined,
): void {
  const asked = sort?.flatMap(({ field, order }) => sorts[field].map((column) => ({ column, order })));
  const order = asked?.length ? asked : defaultSort.map((column) => ({ column, order: SortOrder.ASC }));
  const ties = key.map((column) => ({ column, order: SortOrder.ASC }));
  const sorted = new Set<string>();
  for (const { column, order: direction } of [...order, ...ties]) {
    if (!sorted.has(column)) query.addOrderBy(column, direction, 'NULLS LAST');
    sorted.add(column);
  }
}
