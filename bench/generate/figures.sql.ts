import type { SqlStatement } from '../../server/sql-statement';
import type { Indicator } from './world';

const lengths = { MONTH: '1 month', QUARTER: '3 months', HALF_YEAR: '6 months', YEAR: '1 year' };

/**
 * The figures of an indicator from the first to the last year, of all cells, in the order in which they would come in. A value is
 * the hash of its key and the seed: the same on every machine and in every order.
 */
export function selectFigures(
  indicator: Indicator,
  firstYear: number,
  lastYear: number,
  seed: number,
): SqlStatement {
  return {
    text: `
      select indicator.id as indicator_id, cell.id as unit_id, period.starts_on::date as period_start,
        ${indicator.decimals === 2 ? 'round((hashed.number & 65535) / 100.0, 2)' : '(hashed.number & 1023)::numeric'} as value
      from indicator
      cross join generate_series($2::date, $3::date, $4::interval) as period (starts_on)
      cross join party_unit cell
      cross join lateral hashint8extended(
        (cell.id::bigint << 32) | (indicator.id << 16) | (period.starts_on::date - date '2000-01-01'), $5::bigint
      ) as hashed (number)
      where indicator.code = $1::text and cell.code like 'CELL-%'
      order by period_start, unit_id`,
    values: [indicator.code, `${firstYear}-01-01`, `${lastYear}-12-31`, lengths[indicator.periodType], seed],
  };
}

/** The same as rows of the table of observations. */
export function insertFigures(
  indicator: Indicator,
  firstYear: number,
  lastYear: number,
  seed: number,
): SqlStatement {
  const { text, values } = selectFigures(indicator, firstYear, lastYear, seed);
  return {
    text: `insert into observation (indicator_id, unit_id, period_start, value)${text}`,
    values,
  };
}
