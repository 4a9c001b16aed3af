/** Codes of a table that has only code and name. */
export const insertCodes = (table: 'unit_kind' | 'sector') => `
  insert into ${table} (code, name)
  select code, code
  from unnest($1::text[]) with ordinality as given (code, no)
  order by no`;

/** In the order given, so that ids are the same wherever a world is made. */
export const insertUnits = `
  insert into party_unit (code, opened_on)
  select code, '2010-01-01'
  from unnest($1::text[]) with ordinality as given (code, no)
  order by no`;

export const insertPlacements = `
  insert into unit_placement (unit_id, effective_on, name, parent_id, kind_id, sector_id)
  select unit.id, unit.opened_on, given.name, parent.id, unit_kind.id, sector.id
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
    with ordinality as given (code, name, parent, kind, sector, no)
  join party_unit unit on unit.code = given.code
  join unit_kind on unit_kind.code = given.kind
  left join party_unit parent on parent.code = given.parent
  left join sector on sector.code = given.sector
  order by no`;

export const insertOpenings = `
  with opened as materialized (
    select id as unit_id, opened_on, nextval(pg_get_serial_sequence('unit_change', 'id')) as change_id
    from party_unit
    order by id
  ), acts as (
    insert into unit_change (id, type, effective_on)
    overriding system value
    select change_id, 'OPEN', opened_on
    from opened
  )
  insert into unit_change_unit (change_id, unit_id)
  select change_id, unit_id
  from opened`;

export const insertIndicators = `
  insert into indicator (code, name, decimals, period_type, unit_aggregation, period_aggregation)
  select code, code, decimals, period_type, 'SUM', period_aggregation
  from unnest($1::text[], $2::smallint[], $3::text[], $4::text[])
    with ordinality as given (code, decimals, period_type, period_aggregation, no)
  order by no`;
