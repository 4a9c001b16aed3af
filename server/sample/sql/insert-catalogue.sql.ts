import { dimensions, kinds, sectors } from '../catalogue';

interface Statement {
  text: string;
  values: unknown[];
}

/** Kinds and sectors, in the order of their lists. */
export function insertKinds(): Statement {
  return insertOrdered('unit_kind', kinds);
}

export function insertSectors(): Statement {
  return insertOrdered('sector', sectors);
}

function insertOrdered(table: 'unit_kind' | 'sector', rows: unknown[]): Statement {
  return {
    text: `
      insert into ${table} (code, name, name_en, sort_order)
      select row ->> 'code', row ->> 'name', row ->> 'nameEn', place
      from jsonb_array_elements($1::jsonb) with ordinality as listed (row, place)
      order by place`,
    values: [JSON.stringify(rows)],
  };
}

export function insertDimensions(): Statement {
  return {
    text: `
      with inserted as (
        insert into dimension (code, name, name_en)
        select row ->> 'code', row ->> 'name', row ->> 'nameEn'
        from jsonb_array_elements($1::jsonb) with ordinality as listed (row, place)
        order by place
        returning id, code
      )
      insert into dimension_member (dimension_id, code, name, name_en, sort_order)
      select inserted.id, member ->> 'code', member ->> 'name', member ->> 'nameEn', place
      from jsonb_array_elements($1::jsonb) as listed (row)
      join inserted on inserted.code = row ->> 'code'
      cross join jsonb_array_elements(row -> 'members') with ordinality as part (member, place)
      order by inserted.id, place`,
    values: [JSON.stringify(dimensions)],
  };
}
