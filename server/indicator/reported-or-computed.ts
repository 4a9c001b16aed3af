import type { Indicator } from '../../schema/indicator/indicator.entity';
import { invalidInput } from '../validate-input';

const neededWhenReported = ['periodType', 'unitAggregation', 'periodAggregation'] as const;

/** These fields of the input, with the property of the indicator that each sets. */
const senselessWhenComputed = {
  periodType: 'periodType',
  unitAggregation: 'unitAggregation',
  periodAggregation: 'periodAggregation',
  dimension: 'dimensionId',
  minimum: 'minimum',
  maximum: 'maximum',
} as const;

/** An indicator is reported, and says how it adds up, or is computed, and leaves that to its operands. */
export function refuseHalfComputed(indicator: Partial<Indicator>): void {
  const isComputed = typeof indicator.formula === 'string';
  const wrong = isComputed
    ? Object.entries(senselessWhenComputed)
        .filter(([, property]) => isGiven(indicator[property]))
        .map(([field]) => [field, 'must be left out or null: an indicator with a formula is computed'])
    : neededWhenReported
        .filter((field) => !isGiven(indicator[field]))
        .map((field) => [field, 'is required: an indicator without a formula is reported']);
  if (wrong.length > 0) throw invalidInput(Object.fromEntries(wrong));
}

const isGiven = (value: unknown) => value !== undefined && value !== null;
