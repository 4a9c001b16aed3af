import type { SqlStatement } from '../server/sql-statement';

/**
 * What one would write who has a closure table and no roll-ups: every statement groups the reports themselves. Ids are at hand, so
 * that PostgreSQL knows from its statistics how many rows they have. That a stock is reported in every period is taken for
 * granted, which makes it an equality.
 */
export const createClosure = `
  drop table if exists bench_closure;
  create table bench_closure (above integer not null, below integer not null);
  with recursive walk as (
    select unit_id as above, unit_id as below from unit_placement
    union all
    select placement.parent_id, walk.below
    from walk
    join unit_placement placement on placement.unit_id = walk.above
    where placement.parent_id is not null
  )
  insert into bench_closure select above, below from walk order by above, below;
  alter table bench_closure add primary key (above, below);
  create index on bench_closure (below, above);
  analyze bench_closure;`;

export const findIds = `
  select 'UNIT' as of, code, id from party_unit
  union all
  select 'INDICATOR', code, id from indicator
  union all
  select 'KIND', code, id from unit_kind`;

/** The base periods that count: all from the first day to the last, or some of them by their first days. */
export type Periods = { from: string; to: string } | { starts: string[] };

/** Each child of a unit in each year. */
export function childrenByYear(parentId: number, indicatorId: number, periods: Periods): SqlStatement {
  return grouped(
    indicatorId,
    periods,
    `select child.code || ' ' || extract(year from period_start) as key, sum(value) as value
     from unit_placement placement
     join party_unit child on child.id = placement.unit_id
     join bench_closure closure on closure.above = child.id
     join observation on observation.unit_id = closure.below
     where placement.parent_id = $1`,
    'group by child.code, extract(year from period_start)',
    parentId,
  );
}

/** The ten largest units of a kind. */
export function largestOfKind(kindId: number, indicatorId: number, periods: Periods): SqlStatement {
  return grouped(
    indicatorId,
    periods,
    `select unit.code as key, sum(value) as value
     from unit_placement placement
     join party_unit unit on unit.id = placement.unit_id
     join bench_closure closure on closure.above = unit.id
     join observation on observation.unit_id = closure.below
     where placement.kind_id = $1`,
    'group by unit.code order by value desc limit 10',
    kindId,
  );
}

/** All below a unit by the sector of who reports, in each year. */
export function sectorsByYear(unitId: number, indicatorId: number, periods: Periods): SqlStatement {
  return grouped(
    indicatorId,
    periods,
    `select sector.code || ' ' || extract(year from period_start) as key, sum(value) as value
     from bench_closure closure
     join observation on observation.unit_id = closure.below
     join unit_placement placement on placement.unit_id = closure.below
     join sector on sector.id = placement.sector_id
     where closure.above = $1`,
    'group by sector.code, extract(year from period_start)',
    unitId,
  );
}

/** A unit month by month. */
export function monthsOfUnit(unitId: number, indicatorId: number, periods: Periods): SqlStatement {
  return grouped(
    indicatorId,
    periods,
    `select to_char(period_start, 'YYYY-MM') as key, sum(value) as value
     from bench_closure closure
     join observation on observation.unit_id = closure.below
     where closure.above = $1`,
    'group by period_start',
    unitId,
  );
}

/** All indicators of a unit in one year: flows added up, of stocks the last report. */
export function indicatorsOfUnit(unitId: number, year: number): SqlStatement {
  return {
    text: `
     select indicator.code as key, sum(value) as value
     from bench_closure closure
     join observation on observation.unit_id = closure.below
     join indicator on indicator.id = observation.indicator_id
     where closure.above = $1 and period_start between $2 and $3
       and (indicator.period_aggregation = 'SUM' or extract(month from period_start)
         = case indicator.period_type when 'MONTH' then 12 when 'QUARTER' then 10 else 1 end)
     group by indicator.code`,
    values: [unitId, `${year}-01-01`, `${year}-12-31`],
  };
}

function grouped(
  indicatorId: number,
  periods: Periods,
  select: string,
  group: string,
  key: number,
): SqlStatement {
  const [inPeriods, days] =
    'starts' in periods
      ? ['period_start = any ($3::date[])', [periods.starts]]
      : ['period_start between $3 and $4', [periods.from, periods.to]];
  return {
    text: `${select} and observation.indicator_id = $2 and ${inPeriods} ${group}`,
    values: [key, indicatorId, ...days],
  };
}
