export const createStaging = `
  create temporary table staged_unit (
    row integer not null,
    code text,
    name text,
    name_en text,
    kind text,
    sector text,
    parent text,
    opened_on date,
    closed_on date
  ) on commit drop`;
