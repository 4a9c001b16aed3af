import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { Problem } from '../import-report';
import { type Columns, checkHeader, detectDelimiter, normaliseName } from './columns';
import { decodeText } from './decode-text';
import { FileError } from './file-error';

/** A row of the file, its cells trimmed and named by the header. */
export interface Row {
  number: number;
  cells: Record<string, string>;
}

export interface Table {
  /** Which of the optional columns the file has. */
  present: ReadonlySet<string>;
  headerProblems: Problem[];
  /** Rows with something in them; or what is wrong with the shape of one. To be gone through once. */
  rows: AsyncIterable<Row | Problem>;
}

/** Reads CSV as it comes, holding no more than a few chunks of it. */
export async function readTable(bytes: AsyncIterable<Uint8Array>, columns: Columns): Promise<Table> {
  const records = readRecords(bytes, columns)[Symbol.asyncIterator]();
  const first = await records.next();
  if (first.done) throw new FileError('The file is empty.');
  const header = first.value.map(normaliseName);
  while (header.at(-1) === '') header.pop();
  const headerProblems = checkHeader(header, columns);
  if (headerProblems.length > 0) await records.return?.(undefined);
  return {
    present: new Set(header),
    headerProblems,
    rows: nameCells({ [Symbol.asyncIterator]: () => records }, header),
  };
}

async function* nameCells(
  records: AsyncIterable<string[]>,
  header: readonly string[],
): AsyncGenerator<Row | Problem> {
  let number = 1;
  for await (const record of records) {
    number += 1;
    const values = record.map((cell) => cell.trim());
    if (values.every((value) => value === '')) continue;
    if (values.length < header.length || values.slice(header.length).some((value) => value !== '')) {
      yield {
        row: number,
        column: null,
        value: null,
        reason: `The row has ${values.length} cells, the header ${header.length}.`,
      };
    } else {
      yield { number, cells: Object.fromEntries(header.map((name, index) => [name, values[index] ?? ''])) };
    }
  }
}

async function* readRecords(bytes: AsyncIterable<Uint8Array>, columns: Columns): AsyncGenerator<string[]> {
  const { head, all } = await peekLine(decodeText(bytes));
  // Empty lines are kept, so that rows count as they do in a spreadsheet.
  const parser = parse({ delimiter: detectDelimiter(head, columns), relax_column_count: true });
  // Its failure comes out of the parser as well, and is met there.
  pipeline(Readable.from(all), parser).catch(() => {});
  try {
    yield* parser as AsyncIterable<string[]>;
  } catch (error) {
    if (error instanceof CsvError) throw new FileError(explain(error), Number(error.records ?? 0) + 1);
    throw error;
  }
}

/** The first line, and the whole text with it once more. */
async function peekLine(
  text: AsyncGenerator<string>,
): Promise<{ head: string; all: AsyncGenerator<string> }> {
  let read = '';
  while (!/[\r\n]/.test(read)) {
    const chunk = await text.next();
    if (chunk.done) break;
    read += chunk.value;
  }
  async function* all() {
    yield read;
    yield* text;
  }
  return { head: read.split(/[\r\n]/, 1)[0] ?? '', all: all() };
}

function explain(error: CsvError): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'A quotation mark is opened and never closed.';
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'A quotation mark stands inside a cell: put the cell in quotation marks and double those inside.';
    default:
      return `The file cannot be read as CSV: ${error.message}`;
  }
}
