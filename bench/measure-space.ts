import type { Client } from 'pg';

const tables = ['observation', 'rollup', 'rollup_delta', 'unit_closure'];

export interface SpaceResult {
  size: string;
  figures: number;
  /** Bytes of a table with its indexes, by its name. */
  tables: Record<string, number>;
  /** Reports and all that is kept to answer from them, for each report; what the tree takes is not in it. */
  bytesPerFigure: number;
}

/** What the tables take, when everything is folded and cleaned up. */
export async function measureSpace(client: Client, size: string): Promise<SpaceResult> {
  const { rows } = await client.query<{ name: string; bytes: string }>(
    `select name, pg_total_relation_size(to_regclass(name)) as bytes
     from unnest($1::text[]) as name
     where to_regclass(name) is not null`,
    [tables],
  );
  const counted = await client.query<{ figures: string }>('select count(*) as figures from observation');
  const figures = Number(counted.rows[0]?.figures);
  const sizes = Object.fromEntries(rows.map(({ name, bytes }) => [name, Number(bytes)]));
  const { observation = 0, rollup = 0, rollup_delta: delta = 0 } = sizes;
  return { size, figures, tables: sizes, bytesPerFigure: (observation + rollup + delta) / figures };
}
