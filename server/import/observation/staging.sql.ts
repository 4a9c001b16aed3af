/** A value stands here as it was written and in both of its readings; which one holds is known at the end of the file. */
export const createStaging = `
  create temporary table staged_observation (
    row integer not null,
    unit text not null,
    indicator text not null,
    period text not null,
    period_type text,
    period_start date,
    member text,
    value text,
    as_vi numeric,
    as_en numeric,
    note text,
    source text
  ) on commit drop;
  set local work_mem = '64MB'`;
