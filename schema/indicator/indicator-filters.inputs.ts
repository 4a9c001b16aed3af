import { enumFilter } from '../list/enum-filter';
import { PeriodType } from '../period/period-type.enum';
import { PeriodAggregation, UnitAggregation } from './aggregation.enum';

export const PeriodTypeFilter = enumFilter('PeriodTypeFilter', PeriodType);
export const UnitAggregationFilter = enumFilter('UnitAggregationFilter', UnitAggregation);
export const PeriodAggregationFilter = enumFilter('PeriodAggregationFilter', PeriodAggregation);
