import type { EnumFilter } from '../../schema/list/enum-filter';
import type {
  CodeFilter,
  DateFilter,
  DateTimeFilter,
  DecimalFilter,
  IntFilter,
  StringFilter,
} from '../../schema/list/filters.inputs';
import { invalidInput } from '../validate-input';

/** Adds a value to the parameters of a query and returns the placeholder to write for it. */
export type Bind = (value: unknown) => string;

/** How a field of a filter becomes SQL: conditions that must all hold. */
export interface FilterField<Filter> {
  conditions(filter: Filter, bind: Bind): string[];
  /** The records that the filter names by code: codes that none of them has are refused, not answered with nothing. */
  names?: NamedResource;
}

/** A table whose records are named by code, and what one of them is called in a message. */
export interface NamedResource {
  resource: string;
  table: string;
}

type Operators = Partial<Record<'eq' | 'ne' | 'in' | 'gte' | 'lte' | 'contains' | 'isNull', unknown>>;

const operatorSql: Record<keyof Operators, (column: string, value: unknown, bind: Bind) => string> = {
  eq: (column, value, bind) => `${column} = ${bind(value)}`,
  // A person who asks for "not X" expects what has no value too, where SQL's <> would hide it.
  ne: (column, value, bind) => `${column} is distinct from ${bind(value)}`,
  in: (column, value, bind) => `${column} = any(${bind(value)})`,
  gte: (column, value, bind) => `${column} >= ${bind(value)}`,
  lte: (column, value, bind) => `${column} <= ${bind(value)}`,
  contains: (column, value, bind) => containsFolded(`fold_text(${column})`, String(value), bind),
  isNull: (column, value) => `${column} is ${value ? '' : 'not '}null`,
};

function operators<Filter extends object>(column: string): FilterField<Filter> {
  return {
    conditions: (filter, bind) =>
      Object.entries(filter).map(([operator, value]) => {
        if (value === null) {
          throw invalidInput({ [operator]: 'cannot be null; leave it out, or ask with isNull' });
        }
        return operatorSql[operator as keyof Operators](column, value, bind);
      }),
  };
}

/** Whether folded text has these words in it, whatever their case and diacritics. % and _ stand for themselves. */
export function containsFolded(foldedColumn: string, words: string, bind: Bind): string {
  const pattern = words.replace(/[\\%_]/g, '\\$&');
  return `${foldedColumn} like '%' || fold_text(${bind(pattern)}) || '%'`;
}

export const text = (column: string): FilterField<StringFilter> => operators(column);
export const ownCode = (column: string): FilterField<CodeFilter> => operators(column);
export const integer = (column: string): FilterField<IntFilter> => operators(column);
export const decimal = (column: string): FilterField<DecimalFilter> => operators(column);
export const day = (column: string): FilterField<DateFilter> => operators(column);
export const moment = (column: string): FilterField<DateTimeFilter> => operators(column);
export const oneOf = <Value>(column: string): FilterField<EnumFilter<Value>> => operators(column);

/** The code of another record that this one names; `column` holds its id. */
export const codeOf = (names: NamedResource, column: string): FilterField<CodeFilter> => ({
  names,
  conditions: ({ isNull, ne, ...filter }, bind) => {
    const { conditions } = ownCode('named.code');
    const having = (having: string[]) =>
      `(select named.id from ${names.table} named where ${having.join(' and ')})`;
    const found = conditions(filter, bind);
    const excluded = ne === undefined ? [] : conditions({ eq: ne }, bind);
    return [
      ...(found.length > 0 ? [`${column} in ${having(found)}`] : []),
      ...(excluded.length > 0 ? [`(${column} is null or ${column} not in ${having(excluded)})`] : []),
      ...(isNull === undefined ? [] : operators<CodeFilter>(column).conditions({ isNull }, bind)),
    ];
  },
});
