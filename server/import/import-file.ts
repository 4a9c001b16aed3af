import type { DataSource, QueryRunner } from 'typeorm';
import { beginWriteTransaction } from '../database/write-transaction';
import { translateDatabaseError } from '../database-errors';
import { type CopiedCell, copyRows } from './copy-rows';
import { FileError } from './file/file-error';
import { type Row, readTable, type Table } from './file/read-table';
import { defaultOptions, type ImportedResource, type ImportOptions } from './import-options';
import { type Counts, type ImportReport, type Problem, ProblemList } from './import-report';
import { IndicatorImport } from './indicator/indicator-import';
import { ObservationImport } from './observation/observation-import';
import type { RowImport, RowImportType } from './row-import';
import { UnitImport } from './unit/unit-import';

const imports: Record<ImportedResource, RowImportType<ImportOptions>> = {
  units: UnitImport,
  indicators: IndicatorImport,
  observations: ObservationImport,
};

const nothing: Counts = { inserted: 0, updated: 0, unchanged: 0, deleted: 0 };

/**
 * Imports a CSV file, all of it or nothing, and reports what was done, or everything that is wrong with it. Only what
 * is not the file's fault is thrown.
 *
 * @example await importFile(dataSource, 'units', createReadStream('units.csv'), { dryRun: true })
 */
export async function importFile(
  dataSource: DataSource,
  resource: ImportedResource,
  bytes: AsyncIterable<Uint8Array>,
  given: Partial<ImportOptions> = {},
): Promise<ImportReport> {
  const options = { ...defaultOptions, ...given };
  const problems = new ProblemList(options.problemLimit);
  const run = new ImportRun(options, problems);
  const queryRunner = dataSource.createQueryRunner();
  try {
    const table = await readTable(bytes, imports[resource].columns);
    problems.addAll(table.headerProblems, table.headerProblems.length);
    if (problems.count === 0) {
      await beginWriteTransaction(queryRunner, options.author);
      await run.importTable(
        queryRunner,
        table,
        new imports[resource]({ present: table.present, problems }, options),
      );
    }
  } catch (error) {
    problems.add(asProblem(error));
  } finally {
    if (queryRunner.isTransactionActive) await queryRunner.rollbackTransaction();
    await queryRunner.release();
  }
  return run.report();
}

/** One pass of a file through the database, and what came of it. */
class ImportRun {
  private rows = 0;
  private counts = nothing;
  private written = false;
  private rowImport: RowImport | undefined;

  constructor(
    private readonly options: ImportOptions,
    private readonly problems: ProblemList,
  ) {}

  async importTable(queryRunner: QueryRunner, table: Table, rowImport: RowImport): Promise<void> {
    this.rowImport = rowImport;
    await rowImport.prepare(queryRunner);
    await copyRows(queryRunner, rowImport.table, this.stage(table.rows, rowImport));
    this.progress('checking');
    await rowImport.check(queryRunner);
    if (this.problems.count > 0) return;
    this.progress('writing');
    const counts = await rowImport.merge(queryRunner);
    // What the database checks last of all it must check in a dry run too.
    await queryRunner.query('set constraints all immediate');
    this.counts = counts;
    if (this.options.dryRun) return;
    await queryRunner.commitTransaction();
    this.written = true;
  }

  report(): ImportReport {
    return {
      ...this.counts,
      rows: this.rows,
      skipped: this.rowImport?.skipped ?? 0,
      dryRun: this.options.dryRun,
      written: this.written,
      numberFormat: this.rowImport?.numberFormat ?? null,
      problems: this.problems.first,
      problemCount: this.problems.count,
    };
  }

  private async *stage(rows: Table['rows'], rowImport: RowImport): AsyncGenerator<CopiedCell[]> {
    for await (const row of rows) {
      this.rows += 1;
      if (this.rows % 1_000 === 0) this.progress('reading');
      const cells = this.read(row, rowImport);
      if (cells) yield cells;
    }
  }

  private read(row: Row | Problem, rowImport: RowImport): CopiedCell[] | null {
    if ('cells' in row) {
      const broken = Object.keys(row.cells).find((column) => row.cells[column]?.includes('\0'));
      if (broken === undefined) return rowImport.stage(row);
      this.problems.add({
        row: row.number,
        column: broken,
        value: null,
        reason: 'The cell holds a null character, which cannot be kept.',
      });
    } else {
      this.problems.add(row);
    }
    return null;
  }

  private progress(phase: 'reading' | 'checking' | 'writing'): void {
    this.options.onProgress({ phase, rows: this.rows });
  }
}

/** The file's own faults, and what the database refused in the end, belong into the report. */
function asProblem(error: unknown): Problem {
  if (error instanceof FileError) {
    return { row: error.row, column: null, value: null, reason: error.reason };
  }
  const translated = translateDatabaseError(error);
  if (!translated) throw error;
  return { row: null, column: null, value: null, reason: translated.message };
}
