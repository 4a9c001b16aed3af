import { registerEnumType } from 'type-graphql';

/** How the values of several units become one. */
export enum UnitAggregation {
  SUM = 'SUM',
  AVERAGE = 'AVERAGE',
  MIN = 'MIN',
  MAX = 'MAX',
  NONE = 'NONE',
}

/** How one unit's values of several base periods become one, before units are rolled up. */
export enum PeriodAggregation {
  SUM = 'SUM',
  LAST = 'LAST',
  AVERAGE = 'AVERAGE',
  MIN = 'MIN',
  MAX = 'MAX',
  NONE = 'NONE',
}

/** Which way is better; it decides when a target is reached. */
export enum Direction {
  HIGHER_IS_BETTER = 'HIGHER_IS_BETTER',
  LOWER_IS_BETTER = 'LOWER_IS_BETTER',
}

/** How long a reported stock stands when nothing newer was reported. */
export enum Fill {
  CARRY_FORWARD = 'CARRY_FORWARD',
  NONE = 'NONE',
}

registerEnumType(UnitAggregation, {
  name: 'UnitAggregation',
  description: 'How the values of several units become one.',
  valuesConfig: {
    SUM: { description: 'The sum over all reporting units of the subtree, the unit itself included.' },
    AVERAGE: {
      description: 'The sum over the reporting units divided by their number; never an average of averages.',
    },
    MIN: { description: "The smallest reporting unit's value." },
    MAX: { description: "The largest reporting unit's value." },
    NONE: { description: 'Values of several units have no meaning together: such a question is refused.' },
  },
});
registerEnumType(PeriodAggregation, {
  name: 'PeriodAggregation',
  description:
    "How one unit's values of several base periods become one. It is applied before units are rolled up.",
  valuesConfig: {
    SUM: { description: 'A flow, such as classes held: the sum over the base periods.' },
    LAST: { description: 'A stock, such as members: the last report at or before the end of the period.' },
    AVERAGE: { description: 'The average over the base periods reported.' },
    MIN: { description: 'The smallest of the base periods.' },
    MAX: { description: 'The largest of the base periods.' },
    NONE: { description: 'Only the base period itself can be asked for.' },
  },
});
registerEnumType(Direction, {
  name: 'Direction',
  description: 'Which way is better; it decides when a target is reached.',
  valuesConfig: {
    HIGHER_IS_BETTER: { description: 'A target is reached at its value or above.' },
    LOWER_IS_BETTER: { description: 'A target is reached at its value or below.' },
  },
});
registerEnumType(Fill, {
  name: 'Fill',
  description: 'How long a reported stock (period aggregation LAST) stands. Other indicators know no fill.',
  valuesConfig: {
    CARRY_FORWARD: { description: 'Until a newer report, and until the unit closes; not a day longer.' },
    NONE: { description: 'Only reports inside the period count, of units still open at its end.' },
  },
});
