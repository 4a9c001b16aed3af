import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { importFile } from '../../../server/import/import-file';
import type { ImportedResource, ImportOptions } from '../../../server/import/import-options';
import type { ImportReport } from '../../../server/import/import-report';

/** Imports a text as if it were a file. */
export function importCsv(
  dataSource: DataSource,
  resource: ImportedResource,
  csv: string | Buffer,
  options: Partial<ImportOptions> = {},
): Promise<ImportReport> {
  return importFile(dataSource, resource, Readable.from([Buffer.from(csv)]), options);
}

/** The problems of a report as they are printed, in short. */
export function problemsOf({ problems }: ImportReport): string[] {
  return problems.map(({ row, column, value, reason }) =>
    [row === null ? 'file' : `row ${row}`, column, value, reason].filter((part) => part !== null).join(' | '),
  );
}

export const counts = ({ inserted, updated, unchanged, deleted }: ImportReport) => ({
  inserted,
  updated,
  unchanged,
  deleted,
});
