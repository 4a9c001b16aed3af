import { parse } from 'graphql';

const fields = 'items { code name nameEn level parent { code } ancestors { code name nameEn } } total';

/** The units directly below one; those of the first level without one. */
export const unitBranch = parse(
  `query UnitBranch($filter: PartyUnitFilter!) {
    partyUnits(filter: $filter, page: 1, perPage: 300) { ${fields} }
  }`,
  { noLocation: true },
);

/** Units found by words, wherever they stand. */
export const unitsFound = parse(
  `query UnitsFound($q: String!) {
    partyUnits(filter: { q: $q }, page: 1, perPage: 30) { ${fields} }
  }`,
  { noLocation: true },
);

export interface TreeUnit {
  code: string;
  name: string;
  nameEn: string | null;
  level: number;
  parent: { code: string } | null;
  ancestors: { code: string; name: string; nameEn: string | null }[];
}

export interface UnitsOfTree {
  partyUnits: { items: TreeUnit[]; total: number };
}
