import { AnalyticsDimension } from '../../schema/analytics/analytics-query.inputs';
import { Fill, PeriodAggregation, UnitAggregation } from '../../schema/indicator/aggregation.enum';
import { monthsOf } from '../period/period';
import type { Operand, QueryPlan, Shape } from './query-plan';
import { spansOfShape } from './render-periods';

/**
 * Whether a shape is answered from the roll-ups that the database keeps (docs/adr/0007). Those hold sums and numbers of
 * reports: what needs the units one by one, such as extremes, averages over time and units counted once over several
 * periods or members, is computed from the reports; so is what was known at some moment, since only the latest is kept.
 */
export function isKept(plan: QueryPlan, shape: Shape, wantsReportedUnits: boolean): boolean {
  if (plan.knownAt !== null) return false;
  const { unitAggregation, periodAggregation } = shape;
  const isAverage = unitAggregation === UnitAggregation.AVERAGE;
  if (unitAggregation !== UnitAggregation.SUM && !isAverage) return false;
  switch (periodAggregation) {
    case PeriodAggregation.SUM:
      break;
    case PeriodAggregation.LAST:
      if (!shape.isOwnFill) return false;
      if (shape.fill === Fill.NONE && !areBasePeriods(plan, shape)) return false;
      break;
    default:
      return false;
  }
  if (wantsReportedUnits && usesSeveralOperands(plan, shape)) return false;
  return !(isAverage || wantsReportedUnits) || hasOneReportAUnit(plan, shape);
}

function usesSeveralOperands({ indicators }: QueryPlan, { operands }: Shape): boolean {
  return indicators.some(
    ({ operandNos }) => operandNos.length > 1 && operands.some(({ no }) => operandNos.includes(no)),
  );
}

/** Whether the number of reports in a row is that of the units. */
function hasOneReportAUnit(plan: QueryPlan, shape: Shape): boolean {
  const isOnePeriod = shape.periodAggregation === PeriodAggregation.LAST || areBasePeriods(plan, shape);
  const isOneMember = ({ isBrokenDown }: Operand) =>
    !isBrokenDown || plan.groupBy.has(AnalyticsDimension.MEMBER) || plan.where.memberIds?.length === 1;
  return isOnePeriod && shape.operands.every(isOneMember);
}

/** Whether each row's time is a single base period. */
export function areBasePeriods(plan: QueryPlan, shape: Shape): boolean {
  return spansOfShape(plan, shape).every(({ span }) => span.months === monthsOf[shape.periodType]);
}
