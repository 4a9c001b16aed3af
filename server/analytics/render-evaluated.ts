import { PeriodAggregation, UnitAggregation } from '../../schema/indicator/aggregation.enum';
import type { SqlParameters } from '../sql-statement';
import { type Cte, tableOf } from './cte';
import type { PlannedIndicator, QueryPlan, Shape } from './query-plan';
import { rowKeys } from './render-contributions';
import { FormulaRenderer, quotient } from './render-formula';

const keys = rowKeys.join(', ');

/** Which operands make which indicator, and whether their reports count for it. */
export function renderUses(plan: QueryPlan, parameters: SqlParameters): Cte {
  const uses = plan.indicators.flatMap(({ no, operandNos, countedOperandNos }) =>
    operandNos.map((operandNo) => ({ no, operandNo, isCounted: countedOperandNos.includes(operandNo) })),
  );
  return tableOf(
    'operand_use',
    [
      ['indicator_no', 'integer', uses.map(({ no }) => no)],
      ['operand_no', 'integer', uses.map(({ operandNo }) => operandNo)],
      ['is_counted', 'boolean', uses.map(({ isCounted }) => isCounted)],
    ],
    parameters,
  );
}

/** How many reports, of how many different units, count in each row. From roll-ups, units are counted only where each has one report. */
export function renderCounted(plan: QueryPlan): Cte {
  if (isCountedAsKept(plan)) {
    const kept = plan.shapes.map((_, index) => `select * from kept_${index} where reports > 0`);
    return {
      name: 'counted',
      body: `
  select operand_use.indicator_no, ${keys}, reports, reports as reported_units
  from (
    ${kept.join('\n    union all ')}
  ) as kept
  join operand_use on operand_use.operand_no = kept.operand_no`,
    };
  }
  const contributions = plan.shapes.map(({ isKept }, index) =>
    isKept
      ? `select operand_no, ${keys}, null::integer as unit_id, reports from kept_${index} where reports > 0`
      : `select operand_no, ${keys}, unit_id, reports from contribution_${index}`,
  );
  return {
    name: 'counted',
    body: `
  select operand_use.indicator_no, ${keys},
    coalesce(sum(contribution.reports) filter (where operand_use.is_counted), 0)::integer as reports,
    coalesce(nullif(count(distinct contribution.unit_id), 0),
      sum(contribution.reports) filter (where operand_use.is_counted), 0)::integer as reported_units
  from (
    ${contributions.join('\n    union all ')}
  ) as contribution
  join operand_use on operand_use.operand_no = contribution.operand_no
  group by operand_use.indicator_no, ${keys}`,
  };
}

/** Whether there is nothing to add up: each indicator is one operand, and each row of that has its number of reports. */
function isCountedAsKept({ indicators, shapes }: QueryPlan): boolean {
  return (
    shapes.every(({ isKept }) => isKept) &&
    indicators.every(
      ({ operandNos, countedOperandNos }) => operandNos.length === 1 && countedOperandNos.length === 1,
    )
  );
}

/** The value of each indicator in each row: of a formula, computed on the rolled-up operands. */
export function renderEvaluated(plan: QueryPlan, parameters: SqlParameters): Cte[] {
  const rolledUp: Cte = {
    name: 'rolled_up',
    body: `
  ${plan.shapes.map((_, index) => `select * from rolled_up_${index}`).join('\n  union all ')}`,
  };
  const divided = plan.shapes.filter(isAverage).flatMap(({ operands }) => operands.map(({ no }) => no));
  const dividedNos = new Set(divided);
  const body = plan.indicators
    .map((indicator) => renderIndicator(indicator, dividedNos, parameters))
    .join('\n  union all');
  return [rolledUp, { name: 'evaluated', body }];
}

function isAverage({ unitAggregation, periodAggregation }: Shape): boolean {
  return unitAggregation === UnitAggregation.AVERAGE || periodAggregation === PeriodAggregation.AVERAGE;
}

function renderIndicator(
  indicator: PlannedIndicator,
  dividedNos: ReadonlySet<number>,
  parameters: SqlParameters,
): string {
  const { no, expression, ratio, operandNos } = indicator;
  const formula = new FormulaRenderer(parameters, dividedNos);
  const value = quotient(formula.render(expression));
  const numerator = ratio ? quotient(formula.render(ratio.numerator)) : 'null::numeric';
  const denominator = ratio ? quotient(formula.render(ratio.denominator)) : 'null::numeric';
  const columns = operandNos.flatMap((operandNo) => [
    `max(numerator) filter (where operand_no = ${operandNo}) as n${operandNo}`,
    `max(denominator) filter (where operand_no = ${operandNo}) as d${operandNo}`,
  ]);
  const operands = parameters.add(operandNos, 'integer[]');
  const [single, ...others] = operandNos;
  const isSingle = others.length === 0;
  return `
  select ${no} as indicator_no, ${rowKeys.map((key) => `operand.${key}`).join(', ')}, ${value} as value,
    ${numerator} as formula_numerator, ${denominator} as formula_denominator, operand.is_rolled_up
  from (${
    isSingle
      ? `
    select ${keys}, is_rolled_up, numerator as n${single}, denominator as d${single}
    from rolled_up
    where operand_no = any(${operands})`
      : `
    select ${keys}, bool_or(is_rolled_up) as is_rolled_up${columns.map((column) => `,\n      ${column}`).join('')}
    from rolled_up
    where operand_no = any(${operands})
    group by ${keys}`
  }
  ) as operand
  ${formula.steps.join('\n  ')}`;
}
