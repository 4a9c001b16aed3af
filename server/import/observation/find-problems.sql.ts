import type { SqlStatement } from '../../sql-statement';

/**
 * Every rule that a staged row breaks, with what the message needs to know. The rules are those of the database's own
 * trigger, which stops at the first row; names of rules are made here and messages in TypeScript, since building the
 * texts in SQL took longer than all the rest.
 */
export function findProblems(column: 'as_vi' | 'as_en', limit: number): SqlStatement {
  return {
    text: `
      with repeated as (
        select unit, indicator, period, member, min(row) as first_row
        from staged_observation
        group by unit, indicator, period, member
        having count(*) > 1
      ), checked as (
        select staged.*, party_unit.opened_on, party_unit.closed_on, indicator.id as indicator_id,
          indicator.period_type as expected_type, indicator.dimension_id, indicator.minimum, indicator.maximum,
          case when staged.unit <> '' and party_unit.id is null then 'UNKNOWN_UNIT'
            when staged.unit = '' then 'UNIT_EMPTY'
          end as unit_rule,
          case when staged.indicator = '' then 'INDICATOR_EMPTY'
            when indicator.id is null then 'UNKNOWN_INDICATOR'
            when indicator.formula is not null then 'INDICATOR_COMPUTED'
          end as indicator_rule,
          case when staged.period_type <> indicator.period_type then 'PERIOD_TYPE_MISMATCH'
            when not daterange(party_unit.opened_on, party_unit.closed_on)
              && daterange(staged.period_start, period_end(staged.period_type, staged.period_start))
              then 'UNIT_NOT_OPEN'
          end as period_rule,
          case when indicator.formula is not null or indicator.id is null then null
            when indicator.dimension_id is null and staged.member is not null then 'MEMBER_NOT_ALLOWED'
            when indicator.dimension_id is not null and staged.member is null then 'MEMBER_REQUIRED'
            when indicator.dimension_id is not null and member.id is null then 'UNKNOWN_MEMBER'
          end as member_rule,
          case when abs(staged.${column}) >= 1e15 or scale(staged.${column}) > 12 then 'VALUE_TOO_LONG'
            when staged.${column} < indicator.minimum or staged.${column} > indicator.maximum
              then 'VALUE_OUT_OF_RANGE'
          end as value_rule,
          case when length(staged.note) > 4000 then 'NOTE_TOO_LONG' end as note_rule,
          case when length(staged.source) > 500 then 'SOURCE_TOO_LONG' end as source_rule
        from staged_observation staged
        left join party_unit on party_unit.code = staged.unit
        left join indicator on indicator.code = staged.indicator
        left join dimension_member member
          on member.dimension_id = indicator.dimension_id and member.code = staged.member
      ), broken as (
        select checked.*, rule
        from checked
        cross join lateral unnest(array[unit_rule, indicator_rule, period_rule, member_rule, value_rule, note_rule,
          source_rule]) as rule
        where num_nonnulls(unit_rule, indicator_rule, period_rule, member_rule, value_rule, note_rule, source_rule) > 0
          and rule is not null
      ), found as (
        select row, rule, unit, indicator, period, member, value, period_type, expected_type, opened_on, closed_on,
          dimension_id, minimum, maximum, null::integer as first_row
        from broken
        union all
        select row, 'REPEATED', unit, indicator, period, staged.member, null, null, null, null, null, null, null, null,
          first_row
        from repeated
        join staged_observation staged using (unit, indicator, period)
        where staged.member is not distinct from repeated.member and row > first_row
      )
      select found.*, count(*) over ()::int as total,
        (select code from dimension where id = dimension_id) as dimension,
        (select string_agg(code, ', ' order by sort_order, code) from dimension_member
          where dimension_member.dimension_id = found.dimension_id) as members
      from found
      order by row, rule
      limit $1::integer`,
    values: [limit],
  };
}
