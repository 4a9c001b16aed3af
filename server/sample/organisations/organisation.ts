import type { CellName } from './cell-names';

/** A committee division (đảng bộ bộ phận) with the subordinate cells below it. */
export interface Division {
  name: string;
  nameEn: string;
  cells: CellName[];
}

/** An organisation directly below the bloc, as it was when it opened; what became of it is in `history.ts`. */
export interface Organisation {
  code: string;
  /** The agency's name, without "Đảng bộ" or "Chi bộ" before it. */
  name: string;
  nameEn: string;
  kind: 'grassroots_committee' | 'grassroots_cell';
  /** Roughly how many members it had in 2022; the reported numbers are apportioned by it. */
  size: number;
  /** Subordinate cells directly below it. */
  cells: CellName[];
  divisions: Division[];
  /** Its first day; that of the bloc when it says nothing. */
  openedOn?: string;
  /** The first day of the cells below, when it is later than the organisation's. */
  cellsOpenedOn?: string;
}

type Extra = Partial<Pick<Organisation, 'cells' | 'divisions' | 'openedOn' | 'cellsOpenedOn'>>;

export function committee(
  code: string,
  name: string,
  nameEn: string,
  size: number,
  cells: CellName[],
  extra: Extra = {},
): Organisation {
  return { code, name, nameEn, kind: 'grassroots_committee', size, cells, divisions: [], ...extra };
}

export function cell(
  code: string,
  name: string,
  nameEn: string,
  size: number,
  extra: Extra = {},
): Organisation {
  return { code, name, nameEn, kind: 'grassroots_cell', size, cells: [], divisions: [], ...extra };
}
