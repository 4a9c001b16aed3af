/**
 * Writing what acts did. Each statement takes its rows as JSON, so that an act costs the same number of statements
 * whether it concerns two units or two hundred.
 */

/**
 * The first statement of an act. It touches no row, but fires the triggers that count the change and queue up changes of
 * the tree (see the first migration): what the act reads after it, no other act changes before it ends.
 */
export const beginStructureChange = 'update party_unit set version = version where false';

/** The deferred checks of the tree, made before the act is measured and answered, in the words of the database. */
export const checkStructure = 'set constraints all immediate';

export const reserveUnitIds = `
  select nextval(pg_get_serial_sequence('party_unit', 'id'))::integer as id
  from generate_series(1, $1::integer)`;

export const insertUnits = `
  insert into party_unit (id, code, opened_on)
  overriding system value
  select id, code, (life ->> 'openedOn')::date
  from jsonb_to_recordset($1::jsonb) as given (id integer, code text, life jsonb)`;

/** A unit whose state did not change is left alone, so its version tells of changes only. */
export const updateLives = `
  update party_unit
  set opened_on = (life ->> 'openedOn')::date,
    closed_on = (life ->> 'closedOn')::date,
    successor_id = (life ->> 'successorId')::integer,
    version = version + 1
  from jsonb_to_recordset($1::jsonb) as given (id integer, life jsonb)
  where party_unit.id = given.id`;

export const deletePlacements = `
  delete from unit_placement
  where unit_id in (select id from jsonb_to_recordset($1::jsonb) as given (id integer))`;

export const insertPlacements = `
  insert into unit_placement (unit_id, effective_on, ended_on, name, name_en, parent_id, kind_id, sector_id)
  select given.id, state."from", state."to", state.name, state."nameEn", state."parentId", state."kindId",
    state."sectorId"
  from jsonb_to_recordset($1::jsonb) as given (id integer, life jsonb)
  cross join jsonb_to_recordset(life -> 'states') as state ("from" date, "to" date, name text, "nameEn" text,
    "parentId" integer, "kindId" integer, "sectorId" integer)
  order by given.id, state."from"`;

export const insertChange = `
  insert into unit_change (type, effective_on, document_number, note)
  values ($1::text, $2::date, $3::text, $4::text)
  returning id, recorded_at as "recordedAt"`;

export const insertConcerned = `
  insert into unit_change_unit (change_id, unit_id, before, after, sets)
  select $1::integer, id, before, after, sets
  from jsonb_to_recordset($2::jsonb) as given (id integer, before jsonb, after jsonb, sets text[])`;
