/** The rules of `check_observations` in the first migration. Sentences are made for what is broken only: most is not. */
export const brokenObservations = `
  select format('Figure of unit %s for %s on %s: %s', unit, indicator, period_start, problem) as difference
  from (
    select party_unit.code as unit, indicator.code as indicator, observation.period_start,
      case
        when indicator.formula is not null then 'the indicator is computed.'
        when not is_period_start(indicator.period_type, observation.period_start)
          then 'no period of type ' || indicator.period_type || ' starts that day.'
        when not daterange(party_unit.opened_on, party_unit.closed_on)
            && daterange(observation.period_start, period_end(indicator.period_type, observation.period_start))
          then 'the unit is not open then.'
        when indicator.dimension_id is not null and observation.member_id is null
          then 'it has no member, though the indicator is broken down.'
        when observation.member_id is not null and member.dimension_id is distinct from indicator.dimension_id
          then 'member ' || coalesce(member.code, observation.member_id::text) || ' is not of its dimension.'
        when observation.value < indicator.minimum or observation.value > indicator.maximum
          then observation.value || ' is outside what the indicator allows.'
      end as problem
    from observation
    join indicator on indicator.id = observation.indicator_id
    join party_unit on party_unit.id = observation.unit_id
    left join dimension_member member on member.id = observation.member_id
  ) as judged
  where problem is not null`;
