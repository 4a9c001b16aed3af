/** An edit as a correction makes it. */
export const editFigure = `
  update observation set value = value + $4::numeric, version = version + 1
  where indicator_id = $1::integer and unit_id = $2::integer and period_start = $3::date`;

/** Takes edits back, all at once. */
export const takeBack = `
  update observation set value = observation.value - edit.change
  from unnest($1::integer[], $2::integer[], $3::date[], $4::numeric[])
    as edit (indicator_id, unit_id, period_start, change)
  where observation.indicator_id = edit.indicator_id and observation.unit_id = edit.unit_id
    and observation.period_start = edit.period_start`;
