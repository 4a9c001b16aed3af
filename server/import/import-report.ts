/** What is wrong with one cell, or with the file as a whole when it has no row. */
export interface Problem {
  /** As a spreadsheet counts: the header is row 1. */
  row: number | null;
  column: string | null;
  value: string | null;
  reason: string;
}

/** What an import did to the rows of its file. */
export interface Counts {
  inserted: number;
  updated: number;
  unchanged: number;
  deleted: number;
}

export interface ImportReport extends Counts {
  /** Rows with something in them, below the header. */
  rows: number;
  /** Rows passed over because their value was empty, as the option said. */
  skipped: number;
  dryRun: boolean;
  /** Whether the database was changed: with a single problem, or in a dry run, it was not. */
  written: boolean;
  /** How all numbers of the file were read; null when it holds none that could be read in two ways. */
  numberFormat: string | null;
  /** The first ones, by row. */
  problems: Problem[];
  /** All of them. */
  problemCount: number;
}

/** Counts every problem and keeps the first ones, so that a file of a million bad rows fits into memory. */
export class ProblemList {
  private kept: Problem[] = [];
  count = 0;

  constructor(readonly limit: number) {}

  add(problem: Problem): void {
    this.count += 1;
    if (this.kept.length < this.limit) this.kept.push(problem);
  }

  /** Takes problems of which only the first ones were fetched. */
  addAll(problems: readonly Problem[], count: number): void {
    this.count += count;
    this.kept.push(...problems);
  }

  get first(): Problem[] {
    return [...this.kept].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)).slice(0, this.limit);
  }
}
