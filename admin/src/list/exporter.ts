import { downloadCSV } from 'react-admin';
import type { AdminRecord } from '../dataProvider/records';

/** A file column and where its value is in a record, such as ['name_en', 'nameEn']. */
export type ExportColumn = [header: string, field: string];

const quoted = (value: unknown) => {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const toCsv = (records: Record<string, unknown>[], columns: ExportColumn[]) =>
  [
    columns.map(([header]) => header),
    ...records.map((record) => columns.map(([, field]) => quoted(record[field]))),
  ]
    .map((cells) => cells.join(','))
    .join('\r\n');

/** Exports the columns that an import of the same resource reads. The mark at the start makes Excel read UTF-8. */
export const csvExporter =
  (columns: ExportColumn[]) => (records: AdminRecord[], _: unknown, __: unknown, resource?: string) =>
    downloadCSV(`\uFEFF${toCsv(records, columns)}`, resource ?? 'khoi');
