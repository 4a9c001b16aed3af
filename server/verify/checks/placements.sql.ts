/** The rules of `check_unit_lifetime` and `check_placement` in the first migration, for all units at once. */
export const brokenPlacements = `
  with recursive dated as (
    select party_unit.code, party_unit.opened_on, party_unit.closed_on, placement.effective_on, placement.ended_on,
      row_number() over by_date = 1 as is_first,
      lead(placement.effective_on) over by_date as next_on
    from party_unit
    join unit_placement placement on placement.unit_id = party_unit.id
    window by_date as (partition by party_unit.id order by placement.effective_on)
  ), above as (
    select unit_id, parent_id as ancestor_id, daterange(effective_on, ended_on) as during
    from unit_placement
    where parent_id is not null
    union
    select above.unit_id, placement.parent_id, above.during * daterange(placement.effective_on, placement.ended_on)
    from above
    join unit_placement placement on placement.unit_id = above.ancestor_id
      and daterange(placement.effective_on, placement.ended_on) && above.during
    where placement.parent_id is not null and above.ancestor_id <> above.unit_id
  )
  select format('Unit %s has no placement.', code) as difference
  from party_unit
  where not exists (select from unit_placement where unit_id = party_unit.id)
  union all
  select format('Unit %s opens on %s, its first placement on %s.', code, opened_on, effective_on)
  from dated
  where is_first and effective_on <> opened_on
  union all
  select format('Unit %s has a gap or an overlap between placements: one ends on %s, the next begins on %s.',
    code, coalesce(ended_on::text, 'no day'), next_on)
  from dated
  where next_on is not null and ended_on is distinct from next_on
  union all
  select format('Unit %s closes on %s, its last placement ends on %s.',
    code, coalesce(closed_on::text, 'no day'), coalesce(ended_on::text, 'no day'))
  from dated
  where next_on is null and ended_on is distinct from closed_on
  union all
  select format('Unit %s stands under %s from %s, outside the time that one is open.',
    child.code, parent.code, placement.effective_on)
  from unit_placement placement
  join party_unit child on child.id = placement.unit_id
  join party_unit parent on parent.id = placement.parent_id
  where not daterange(parent.opened_on, parent.closed_on) @> daterange(placement.effective_on, placement.ended_on)
  union all
  select format('Unit %s stands below itself from %s.', party_unit.code, min(lower(above.during)))
  from above
  join party_unit on party_unit.id = above.unit_id
  where above.unit_id = above.ancestor_id
  group by party_unit.code
  union all
  select format('Unit %s was merged on %s into %s, which is not open that day.',
    merged.code, merged.closed_on, successor.code)
  from party_unit merged
  join party_unit successor on successor.id = merged.successor_id
  where not daterange(successor.opened_on, successor.closed_on) @> merged.closed_on`;
