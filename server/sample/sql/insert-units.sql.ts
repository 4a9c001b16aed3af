import type { SampleChange, SampleUnit } from '../unit';

interface Statement {
  text: string;
  values: unknown[];
}

/** Units first without successors, which may stand further down. */
export function insertUnits(units: SampleUnit[]): Statement {
  return {
    text: `
      insert into party_unit (code, opened_on, closed_on)
      select row ->> 'code', (row ->> 'openedOn')::date, (row ->> 'closedOn')::date
      from jsonb_array_elements($1::jsonb) with ordinality as listed (row, place)
      order by place`,
    values: [JSON.stringify(units)],
  };
}

export function setSuccessors(units: SampleUnit[]): Statement {
  return {
    text: `
      update party_unit
      set successor_id = successor.id
      from jsonb_array_elements($1::jsonb) as listed (row)
      join party_unit successor on successor.code = row ->> 'successor'
      where party_unit.code = row ->> 'code'`,
    values: [JSON.stringify(units.filter((unit) => unit.successor))],
  };
}

export function insertPlacements(units: SampleUnit[]): Statement {
  return {
    text: `
      insert into unit_placement (unit_id, effective_on, ended_on, name, name_en, parent_id, kind_id, sector_id)
      select party_unit.id, (placement ->> 'effectiveOn')::date, (placement ->> 'endedOn')::date,
        placement ->> 'name', placement ->> 'nameEn', parent.id, unit_kind.id, sector.id
      from jsonb_array_elements($1::jsonb) with ordinality as listed (row, place)
      cross join jsonb_array_elements(row -> 'placements') as dated (placement)
      join party_unit on party_unit.code = row ->> 'code'
      left join party_unit parent on parent.code = placement ->> 'parent'
      join unit_kind on unit_kind.code = placement ->> 'kind'
      left join sector on sector.code = placement ->> 'sector'
      order by place, placement ->> 'effectiveOn'`,
    values: [JSON.stringify(units)],
  };
}

/** The acts as if recorded on the morning of their day, so that the sample is the same whenever it is loaded. */
export function insertChanges(changes: SampleChange[]): Statement {
  return {
    text: `
      with act as (
        select row, place, nextval(pg_get_serial_sequence('unit_change', 'id')) as id
        from jsonb_array_elements($1::jsonb) with ordinality as listed (row, place)
      ), inserted as (
        insert into unit_change (id, type, effective_on, document_number, note, recorded_at)
        overriding system value
        select id, row ->> 'type', (row ->> 'effectiveOn')::date, row ->> 'documentNumber', row ->> 'note',
          ((row ->> 'effectiveOn')::date + time '09:00') at time zone 'Asia/Ho_Chi_Minh'
        from act
        order by place
      )
      insert into unit_change_unit (change_id, unit_id)
      select act.id, party_unit.id
      from act
      cross join jsonb_array_elements_text(row -> 'units') as named (unit)
      join party_unit on party_unit.code = named.unit`,
    values: [JSON.stringify(changes)],
  };
}
