import { AnalyticsDimension } from '../../schema/analytics/analytics-query.inputs';
import { PeriodAggregation, UnitAggregation } from '../../schema/indicator/aggregation.enum';
import { AppError } from '../errors';
import { monthsOf, type Span } from '../period/period';
import type { OperandReference } from './expand-formula';
import type { NamedIndicator } from './look-up-names';
import type { AnalyticsRequest } from './parse-query';

/** Refuses NONE where units or periods would have to be taken together. */
export function checkAggregation(
  asked: NamedIndicator,
  { indicator }: OperandReference,
  request: AnalyticsRequest,
  spans: Span[],
): void {
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
    if (spans.some(({ months }) => months !== monthsOf[periodType])) {
      throw new AppError('AGGREGATION_NOT_ALLOWED', {
        indicator: asked.code,
        problem: `has no meaning over several periods${through}: its period aggregation is NONE`,
        allowed: `Ask for granularity ${periodType}, with PERIOD in groupBy.`,
      });
    }
  }
}
