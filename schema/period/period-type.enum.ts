import { registerEnumType } from 'type-graphql';

/** The four lengths of a period; YEAR contains HALF_YEAR contains QUARTER contains MONTH. */
export enum PeriodType {
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  HALF_YEAR = 'HALF_YEAR',
  YEAR = 'YEAR',
}

registerEnumType(PeriodType, {
  name: 'PeriodType',
  description: 'The length of a period. A year contains half-years, these quarters, these months.',
  valuesConfig: {
    MONTH: { description: 'A calendar month, written 2022-08.' },
    QUARTER: { description: 'Three months, written 2022-Q3.' },
    HALF_YEAR: { description: 'Six months, written 2022-H2.' },
    YEAR: { description: 'A calendar year, written 2022.' },
  },
});
