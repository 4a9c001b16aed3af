import type { PeriodType } from '../../schema/period/period-type.enum';

/** How many figures are generated, about: cells are whole. */
export const sizes = { '100k': 100_000, '1M': 1_000_000, '10M': 10_000_000 } as const;
export type Size = keyof typeof sizes;

export const FIRST_YEAR = 2015;
export const LAST_YEAR = 2024;

export const ROOT = 'ROOT';
export const COMMUNE_LEVEL = 4;

const PROVINCES = 63;
const DISTRICTS = 700;
const COMMUNES = 11_000;
const SECTORS = 5;
const CELL_KINDS = 3;

export interface Indicator {
  code: string;
  periodType: `${PeriodType}`;
  /** What a unit reports adds up over time, or the last report stands. */
  kept: 'FLOW' | 'STOCK';
  decimals: 0 | 2;
}

const perYear = { MONTH: 12, QUARTER: 4, HALF_YEAR: 2, YEAR: 1 };

/** Twenty indicators: 4 by month, 4 by quarter, 12 by year, some with decimals. */
export const indicators: readonly Indicator[] = [
  ...series('MONTH', 'FLOW', 2),
  ...series('MONTH', 'STOCK', 2),
  ...series('QUARTER', 'FLOW', 2),
  ...series('QUARTER', 'STOCK', 2),
  ...series('YEAR', 'FLOW', 8),
  ...series('YEAR', 'STOCK', 4),
];

function series(periodType: Indicator['periodType'], kept: Indicator['kept'], count: number): Indicator[] {
  return Array.from({ length: count }, (_, no) => ({
    code: `${periodType}-${kept}-${no + 1}`,
    periodType,
    kept,
    decimals: no % 2 === 0 ? 0 : 2,
  }));
}

/** What a cell reports in ten years. */
export const FIGURES_PER_CELL = indicators.reduce(
  (sum, { periodType }) => sum + perYear[periodType] * (LAST_YEAR - FIRST_YEAR + 1),
  0,
);

/**
 * How many cells a commune has that has any: at 10M each of the 11,000 has 1.2 in the national shape. Fewer cells stand under
 * fewer communes, spread over the whole country.
 */
export const shapes = {
  national: cellsOf(sizes['10M']) / COMMUNES,
  'five-cells': 5,
} as const;
export type Shape = keyof typeof shapes;

export function cellsOf(figures: number): number {
  return Math.round(figures / FIGURES_PER_CELL);
}

export interface Unit {
  code: string;
  name: string;
  parent: string | null;
  kind: string;
  sector: string | null;
}

export const sectors = numbered('SECTOR', SECTORS);
export const kinds = ['COUNTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE', ...numbered('CELL-KIND', CELL_KINDS)];

export const provinceCode = (no: number) => `PROVINCE-${no + 1}`;
export const cellCode = (no: number) => `CELL-${no + 1}`;
const districtCode = (no: number) => `DISTRICT-${no + 1}`;
const communeCode = (no: number) => `COMMUNE-${no + 1}`;

/** The tree, parents first: always the same down to the communes, and below them as many cells as the figures need. */
export function planTree(cells: number, shape: Shape): Unit[] {
  return [
    { code: ROOT, name: 'Toàn quốc', parent: null, kind: 'COUNTRY', sector: null },
    ...level(PROVINCES, (no) => place(provinceCode(no), `Tỉnh ${no + 1}`, ROOT, 'PROVINCE')),
    ...level(DISTRICTS, (no) =>
      place(districtCode(no), `Huyện ${no + 1}`, provinceCode(spread(no, DISTRICTS, PROVINCES)), 'DISTRICT'),
    ),
    ...level(COMMUNES, (no) =>
      place(communeCode(no), `Xã ${no + 1}`, districtCode(spread(no, COMMUNES, DISTRICTS)), 'COMMUNE'),
    ),
    ...level(cells, (no) => ({
      ...place(cellCode(no), `Chi bộ ${no + 1}`, communeCode(communeOf(no, cells, shape)), cellKind(no)),
      sector: sectors[(no * 7) % SECTORS] ?? null,
    })),
  ];
}

function level(count: number, unit: (no: number) => Unit): Unit[] {
  return Array.from({ length: count }, (_, no) => unit(no));
}

function place(code: string, name: string, parent: string, kind: string): Unit {
  return { code, name, parent, kind, sector: null };
}

function communeOf(cell: number, cells: number, shape: Shape): number {
  const reporting = Math.min(COMMUNES, Math.ceil(cells / shapes[shape]));
  return spread(spread(cell, cells, reporting), reporting, COMMUNES);
}

/** Where the `no`-th of `count` falls when they are dealt out evenly, in order, to so many places. */
function spread(no: number, count: number, places: number): number {
  return Math.floor((no * places) / count);
}

function cellKind(no: number): string {
  return `CELL-KIND-${((no * 13) % CELL_KINDS) + 1}`;
}

function numbered(word: string, count: number): string[] {
  return Array.from({ length: count }, (_, no) => `${word}-${no + 1}`);
}
