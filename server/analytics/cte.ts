import type { SqlParameters } from '../sql-statement';

/** A named part of a statement. */
export interface Cte {
  name: string;
  body: string;
}

/** A column of values: as a list, or as an array in PostgreSQL's own text form. */
export type Column = [name: string, type: string, values: readonly unknown[] | string | null];

/** Values as a table of that name, so that the rest of the statement can join them. Each column is one parameter. */
export function tableOf(name: string, columns: Column[], parameters: SqlParameters): Cte {
  const arrays = columns.map(([, type, values]) => parameters.add(values, `${type}[]`));
  return {
    name,
    body: `
  select *
  from unnest(${arrays.join(', ')}) as ${name} (${columns.map(([column]) => column).join(', ')})`,
  };
}
