import { PeriodAggregation, UnitAggregation } from '../../schema/indicator/aggregation.enum';
import type { Cte } from './cte';
import type { Shape } from './query-plan';
import { rowKeys } from './render-contributions';

/** The contributions of a shape rolled up over units: one fraction for each operand and row. */
export function renderRollUp(shape: Shape, index: number): Cte {
  const keys = `operand_no, ${rowKeys.join(', ')}`;
  const { numerator, denominator } =
    shape.periodAggregation === PeriodAggregation.AVERAGE
      ? weighted(shape.unitAggregation)
      : plain(shape.unitAggregation);
  const isRolledUp =
    shape.unitAggregation === UnitAggregation.NONE ? 'bool_or(unit_id <> row_unit_id)' : 'false';
  return {
    name: `rolled_up_${index}`,
    body: `
  select ${keys}, ${numerator} as numerator, ${denominator} as denominator, ${isRolledUp} as is_rolled_up
  from contribution_${index}
  group by ${keys}`,
  };
}

function plain(aggregation: UnitAggregation): { numerator: string; denominator: string } {
  switch (aggregation) {
    case UnitAggregation.SUM:
      return { numerator: 'sum(numerator)', denominator: '1::numeric' };
    case UnitAggregation.AVERAGE:
      return { numerator: 'sum(numerator)', denominator: 'count(*)::numeric' };
    case UnitAggregation.MIN:
      return { numerator: 'min(numerator)', denominator: '1::numeric' };
    case UnitAggregation.MAX:
    case UnitAggregation.NONE:
      return { numerator: 'max(numerator)', denominator: '1::numeric' };
  }
}

const open = 'upper(open_periods) - lower(open_periods)';
/** The base periods in which any contributor of the row was open. */
const covered =
  '(select sum(upper(covered) - lower(covered)) from unnest(range_agg(open_periods)) as covered)';

/**
 * Averages over time, each counting with the share of the row's time in which its unit was open. Where no unit was open
 * at the end of any base period there is no share to take, and all count whole.
 */
function weighted(aggregation: UnitAggregation): { numerator: string; denominator: string } {
  const total = (weight: string) => `sum_fraction(numerator * (${weight}), denominator)`;
  const choose = (whenOpen: string, otherwise: string) =>
    `case when bool_or(not isempty(open_periods)) then ${whenOpen} else ${otherwise} end`;
  const openOrNone = `coalesce(${open}, 0)`;
  switch (aggregation) {
    case UnitAggregation.SUM:
      return {
        numerator: choose(`(${total(openOrNone)})[1]`, `(${total('1')})[1]`),
        denominator: choose(`(${total(openOrNone)})[2] * ${covered}`, `(${total('1')})[2]`),
      };
    case UnitAggregation.AVERAGE:
      return {
        numerator: choose(`(${total(openOrNone)})[1]`, `(${total('1')})[1]`),
        denominator: choose(
          `(${total(openOrNone)})[2] * sum(${openOrNone})`,
          `(${total('1')})[2] * count(*)`,
        ),
      };
    case UnitAggregation.MIN:
      return extreme('min');
    case UnitAggregation.MAX:
    case UnitAggregation.NONE:
      return extreme('max');
  }
}

/** The smallest or largest fraction: compared by 30 places, far finer than two different averages can lie together. */
function extreme(aggregate: 'min' | 'max'): { numerator: string; denominator: string } {
  const chosen = `${aggregate}(array[div(numerator * 1e30, denominator), numerator, denominator])`;
  return { numerator: `(${chosen})[2]`, denominator: `(${chosen})[3]` };
}
