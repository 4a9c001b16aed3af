const planUnits = `
  create temporary table planned_unit on commit drop as
  select staged.row, staged.code, staged.name, staged.name_en, staged.parent, staged.opened_on, staged.closed_on,
    unit_kind.id as kind_id, sector.id as sector_id, party_unit.id as unit_id, null::integer as parent_id,
    party_unit.id is null as is_new
  from staged_unit staged
  left join unit_kind on unit_kind.code = staged.kind
  left join sector on sector.code = staged.sector
  left join party_unit on party_unit.code = staged.code`;

const insertUnits = `
  insert into party_unit (code, opened_on, closed_on)
  select code, opened_on, closed_on
  from planned_unit
  where is_new
  order by row`;

/** Only now has every parent an id, wherever in the file it stands. */
const resolveUnits = `
  update planned_unit
  set unit_id = party_unit.id,
    parent_id = (select id from party_unit parent where parent.code = planned_unit.parent)
  from party_unit
  where party_unit.code = planned_unit.code`;

const insertPlacements = `
  insert into unit_placement (unit_id, effective_on, ended_on, name, name_en, parent_id, kind_id, sector_id)
  select unit_id, opened_on, closed_on, name, name_en, parent_id, kind_id, sector_id
  from planned_unit
  where is_new
  order by row`;

/** Each opening is an act of its own, so that correcting one leaves the others alone. */
const writeOpenings = `
  with opened as materialized (
    select unit_id, opened_on, nextval(pg_get_serial_sequence('unit_change', 'id')) as change_id
    from planned_unit
    where is_new
  ), acts as (
    insert into unit_change (id, type, effective_on)
    overriding system value
    select change_id, 'OPEN', opened_on
    from opened
  )
  insert into unit_change_unit (change_id, unit_id)
  select change_id, unit_id
  from opened`;

const findCorrections = `
  create temporary table corrected_unit on commit drop as
  select planned.*, first.id as first_placement_id, latest.id as latest_placement_id,
    planned.opened_on <> party_unit.opened_on as opens_anew
  from planned_unit planned
  join party_unit on party_unit.id = planned.unit_id
  join lateral (
    select * from unit_placement where unit_id = party_unit.id order by effective_on limit 1
  ) as first on true
  join lateral (
    select * from unit_placement where unit_id = party_unit.id order by effective_on desc limit 1
  ) as latest on true
  where not planned.is_new
    and (latest.name, latest.name_en, latest.parent_id, latest.kind_id, latest.sector_id,
        party_unit.opened_on, party_unit.closed_on)
      is distinct from (planned.name, planned.name_en, planned.parent_id, planned.kind_id, planned.sector_id,
        planned.opened_on, planned.closed_on)`;

const correctUnits = `
  update party_unit
  set opened_on = corrected.opened_on, closed_on = corrected.closed_on, version = version + 1
  from corrected_unit corrected
  where party_unit.id = corrected.unit_id`;

const correctLatestPlacements = `
  update unit_placement
  set name = corrected.name, name_en = corrected.name_en, parent_id = corrected.parent_id,
    kind_id = corrected.kind_id, sector_id = corrected.sector_id, ended_on = corrected.closed_on,
    effective_on = case when first_placement_id = latest_placement_id then corrected.opened_on else effective_on end
  from corrected_unit corrected
  where unit_placement.id = corrected.latest_placement_id`;

const correctFirstPlacements = `
  update unit_placement
  set effective_on = corrected.opened_on
  from corrected_unit corrected
  where unit_placement.id = corrected.first_placement_id
    and first_placement_id <> latest_placement_id
    and opens_anew`;

/** An act that opened other units too keeps its date for them: the corrected one gets a copy of its own. */
const correctOpenings = `
  with opening as materialized (
    select corrected.unit_id, corrected.opened_on, change.id as old_id, change.document_number, change.note,
      nextval(pg_get_serial_sequence('unit_change', 'id')) as new_id
    from corrected_unit corrected
    join unit_change_unit on unit_change_unit.unit_id = corrected.unit_id
    join unit_change change on change.id = unit_change_unit.change_id and change.type = 'OPEN'
    where corrected.opens_anew
  ), acts as (
    insert into unit_change (id, type, effective_on, document_number, note)
    overriding system value
    select new_id, 'OPEN', opened_on, document_number, note
    from opening
  ), links as (
    update unit_change_unit
    set change_id = opening.new_id
    from opening
    where unit_change_unit.unit_id = opening.unit_id and unit_change_unit.change_id = opening.old_id
    returning opening.old_id
  )
  delete from unit_change
  where id in (select old_id from links)
    and not exists (
      select from unit_change_unit link
      where link.change_id = unit_change.id
        and (link.unit_id, link.change_id) not in (select unit_id, old_id from opening))`;

/** The deferred checks look at each unit by index; planned for the tables as they were before, they would scan them. */
const refreshStatistics = `select refresh_statistics('party_unit'), refresh_statistics('unit_placement')`;

/** The statements that write staged units, in their order, and the one that counts what they did. */
export const mergeUnits = {
  steps: [
    planUnits,
    insertUnits,
    resolveUnits,
    insertPlacements,
    writeOpenings,
    findCorrections,
    correctUnits,
    correctLatestPlacements,
    correctFirstPlacements,
    correctOpenings,
    refreshStatistics,
  ],
  count: `
    select count(*) filter (where is_new)::int as inserted,
      (select count(*) from corrected_unit)::int as updated,
      count(*) filter (where not is_new)::int - (select count(*) from corrected_unit)::int as unchanged,
      0 as deleted
    from planned_unit`,
};
