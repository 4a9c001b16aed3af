import type { SqlStatement } from '../../sql-statement';

/**
 * Writes what is new or different, and deletes where the value is empty. Rows go in by key, so that two imports at once
 * wait for each other instead of locking each other out.
 */
export function mergeObservations(column: 'as_vi' | 'as_en', present: ReadonlySet<string>): SqlStatement {
  // A column that the file does not have keeps what was there.
  const kept = (name: 'note' | 'source') => (present.has(name) ? `excluded.${name}` : `observation.${name}`);
  return {
    text: `
      with placed as materialized (
        select indicator.id as indicator_id, party_unit.id as unit_id, staged.period_start, member.id as member_id,
          staged.${column} as value, staged.note, staged.source
        from staged_observation staged
        join party_unit on party_unit.code = staged.unit
        join indicator on indicator.code = staged.indicator
        left join dimension_member member
          on member.dimension_id = indicator.dimension_id and member.code = staged.member
      ), removed as (
        delete from observation
        using placed
        where placed.value is null
          and observation.indicator_id = placed.indicator_id
          and observation.unit_id = placed.unit_id
          and observation.period_start = placed.period_start
          and observation.member_id is not distinct from placed.member_id
        returning 1
      ), written as (
        insert into observation (indicator_id, unit_id, period_start, member_id, value, note, source)
        select indicator_id, unit_id, period_start, member_id, value, note, source
        from placed
        where value is not null
        order by indicator_id, unit_id, period_start, member_id
        on conflict on constraint observation_key do update
          set value = excluded.value, note = ${kept('note')}, source = ${kept('source')},
            version = observation.version + 1
          where (observation.value, observation.note, observation.source)
            is distinct from (excluded.value, ${kept('note')}, ${kept('source')})
        returning xmax = 0 as is_new
      ), counted as (
        select count(*) filter (where is_new)::int as inserted, count(*) filter (where not is_new)::int as updated
        from written
      )
      select inserted, updated,
        (select count(*) from placed where value is not null)::int - inserted - updated as unchanged,
        (select count(*) from removed)::int as deleted
      from counted`,
    values: [],
  };
}
