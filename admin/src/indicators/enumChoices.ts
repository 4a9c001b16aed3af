const choicesOf = (name: string, values: string[]) =>
  values.map((id) => ({ id, name: `khoi.enum.${name}.${id}` }));

/** The values of the API's enums; their words are messages. */
export const periodTypes = choicesOf('PeriodType', ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR']);
export const unitAggregations = choicesOf('UnitAggregation', ['SUM', 'AVERAGE', 'MIN', 'MAX', 'NONE']);
export const periodAggregations = choicesOf('PeriodAggregation', [
  'SUM',
  'LAST',
  'AVERAGE',
  'MIN',
  'MAX',
  'NONE',
]);
export const directions = choicesOf('Direction', ['HIGHER_IS_BETTER', 'LOWER_IS_BETTER']);
export const fills = choicesOf('Fill', ['CARRY_FORWARD', 'NONE']);
