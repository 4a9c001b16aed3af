import { AnalyticsDimension } from '../../schema/analytics/analytics-query.inputs';
import { PeriodAggregation, UnitAggregation } from '../../schema/indicator/aggregation.enum';
import { AppError } from '../errors';
import { monthsOf, type Span } from '../period/period';
import type { OperandReference } from './expand-formula';
import type { NamedIndicator } from './look-up-names';
import type { AnalyticsRequest } from './parse-query';
import { reachedSpan } from './reach';

/** Refuses NONE where units or periods would have to be taken together. */
export function checkAggregation(
  asked: NamedIndicator,
  operand: OperandReference,
  request: AnalyticsRequest,
  spans: Span[],
): void {
  const { indicator, isYearToDate } = operand;
  const { unitAggregation, periodAggregation, periodType } = indicator;
  const through = indicator.code === asked.code ? '' : ` (through ${indicator.code})`;
  if (unitAggregation === UnitAggregation.NONE && !request.groupBy.has(AnalyticsDimension.UNIT)) {
    throw new AppError('AGGREGATION_NOT_ALLOWED', {
      indicator: asked.code,
      problem: `has no meaning over several units${through}: its unit aggregation is NONE`,
      allowed: 'Put UNIT into groupBy and ask for units that report it themselves.',
    });
  }
  if (periodAggregation === PeriodAggregation.NONE && periodType) {
    const reached = spans.map((span) => reachedSpan(span, operand, request.window));
    if (reached.some(({ months }) => months !== monthsOf[periodType])) {
      throw new AppError('AGGREGATION_NOT_ALLOWED', {
        indicator: asked.code,
        problem: `has no meaning over several periods${through}: its period aggregation is NONE`,
        allowed: isYearToDate
          ? `Take ${indicator.code} without ytd in the formula.`
          : `Ask for granularity ${periodType}, with PERIOD in groupBy.`,
      });
    }
  }
}
