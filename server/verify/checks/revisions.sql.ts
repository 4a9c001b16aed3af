/**
 * Where the versions of a figure do not follow one another. What was replaced is followed at once by what the same change set made;
 * nothing follows a deletion before its time; and the figure itself is the last.
 */
export const brokenRevisions = `
  with chained as (
    select version.*,
      lead(recorded_at) over later as next_at, lead(change_set_id) over later as next_change_set_id,
      lead(version) over later as next_version
    from observation_version version
    where exists (
      select from observation_revision revision
      where revision.indicator_id = version.indicator_id and revision.unit_id = version.unit_id
        and revision.period_start = version.period_start and revision.member_id is not distinct from version.member_id)
    window later as (
      partition by indicator_id, unit_id, period_start, member_id
      order by recorded_at, replaced_at, replaced_by nulls last, version)
  ),
  judged as (
    select chained.*, case
      when next_at < replaced_at then 'the next version counts from before it was replaced.'
      when is_deleted or replaced_by is null then null
      when next_version is null then 'it was replaced, but what replaced it is not there.'
      when next_at > replaced_at or next_change_set_id is distinct from replaced_by
        then 'the next version is not the one that replaced it.'
      end as problem
    from chained
  )
  select format('Figure of unit %s for %s on %s, version %s: %s', coalesce(party_unit.code, unit_id::text),
    coalesce(indicator.code, indicator_id::text), period_start, judged.version, problem) as difference
  from judged
  left join party_unit on party_unit.id = unit_id
  left join indicator on indicator.id = indicator_id
  where problem is not null`;

/** What names a change set that does not exist. */
export const strayChanges = `
  select format('%s %s of the trace name the change set %s, which does not exist.', times, kind, change_set_id) as difference
  from (
    select 'entries' as kind, change_set_id, count(*) as times from audit_entry group by change_set_id
    union all
    select 'figures', change_set_id, count(*) from observation where change_set_id is not null group by change_set_id
    union all
    select 'replaced figures', replaced_by, count(*) from observation_revision group by replaced_by
  ) as named
  where change_set_id not in (select id from change_set)`;
