import type { QueryRunner } from 'typeorm';
import type { CopiedCell } from './copy-rows';
import type { Columns } from './file/columns';
import type { Row } from './file/read-table';
import type { Counts, ProblemList } from './import-report';

/**
 * How the rows of one resource get in: read cell by cell into a temporary table, checked there as a set, and merged by
 * a few statements. So a million rows need no more memory than ten.
 */
export interface RowImport {
  /** The temporary table that rows are copied into. */
  readonly table: string;
  /** Makes it, and what else the import needs for its transaction. */
  prepare(queryRunner: QueryRunner): Promise<void>;
  /** The cells to copy; null for a row that is passed over. What can be seen to be wrong goes to the problems. */
  stage(row: Row): CopiedCell[] | null;
  /** Looks for problems that only the database can tell. */
  check(queryRunner: QueryRunner): Promise<void>;
  /** Writes all rows. There are no problems. */
  merge(queryRunner: QueryRunner): Promise<Counts>;
  readonly skipped: number;
  readonly numberFormat: string | null;
}

/** What an import is made with, once the header was read. */
export interface ImportContext {
  present: ReadonlySet<string>;
  problems: ProblemList;
}

export interface RowImportType<Settings> {
  readonly columns: Columns;
  new (context: ImportContext, settings: Settings): RowImport;
}
