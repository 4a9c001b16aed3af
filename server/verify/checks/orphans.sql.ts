/** All foreign keys of our tables, from the catalogue, so that one made later is not forgotten. */
export const foreignKeys = `
  select format('%I', referencing.relname) as "table",
    format('%I', referenced.relname) as "referencedTable",
    (select string_agg(format('%I', attname), ', ' order by place)
      from unnest(key.conkey) with ordinality as named (number, place)
      join pg_attribute on attrelid = key.conrelid and attnum = named.number) as columns,
    (select string_agg(format('%I', attname), ', ' order by place)
      from unnest(key.confkey) with ordinality as named (number, place)
      join pg_attribute on attrelid = key.confrelid and attnum = named.number) as "referencedColumns"
  from pg_constraint key
  join pg_class referencing on referencing.oid = key.conrelid
  join pg_class referenced on referenced.oid = key.confrelid
  where key.contype = 'f' and key.connamespace = 'public'::regnamespace
  order by 1, 3`;

export interface ForeignKey {
  table: string;
  referencedTable: string;
  columns: string;
  referencedColumns: string;
}

/** The names come quoted from the catalogue, never from input. */
export function orphansOf({ table, referencedTable, columns, referencedColumns }: ForeignKey): string {
  return `
    select format('Rows of ${table} name ${referencedTable} %s, which does not exist: %s.', key, times)
      as difference
    from (
      select row(${columns})::text as key, count(*) as times
      from ${table}
      where num_nulls(${columns}) = 0
        and (${columns}) not in (select ${referencedColumns} from ${referencedTable})
      group by 1
    ) as orphaned`;
}
