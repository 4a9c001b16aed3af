import { parse } from 'graphql';
import type { ApiRecord } from './records';

/** What is told of a unit that stands above, or stood around, what the grants of the person cover. */
export const unitName = parse(
  `query UnitName($code: String!) {
    partyUnit(code: $code) {
      id code name nameEn level parent { code name nameEn } ancestors { id code name nameEn }
    }
  }`,
  { noLocation: true },
);

export interface UnitName {
  partyUnit: ApiRecord | null;
}
