import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CsvError, type CsvErrorCode, type Options, parse } from 'csv-parse';
import { parse as parseText } from 'csv-parse/sync';
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

/** Without a limit, a quotation mark that is never closed would take the whole file into memory. */
const LONGEST_ROW = 1_000_000;

/** Reads CSV as it comes, holding no more than a few chunks of it. */
export async function readTable(bytes: AsyncIterable<Uint8Array>, columns: Columns): Promise<Table> {
  const text = decodeText(bytes);
  const { line, all } = await peekLine(text);
  if (line.trim() === '') {
    throw new FileError('The file is empty, or its first row is: it must be the header.');
  }
  const options = {
    delimiter: detectDelimiter(line, columns),
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  };
  const cells = readHeader(line, options);
  const header = dropEmptyEnd(cells);
  const headerProblems = checkHeader(header, columns);
  if (headerProblems.length > 0) await text.return(undefined);
  return {
    present: new Set(header),
    headerProblems,
    rows: nameCells(readRecords(all, options), header, cells.length),
  };
}

function readHeader(line: string, options: Options): string[] {
  try {
    const [names = []] = parseText(line, options) as string[][];
    return names.map(normaliseName);
  } catch (error) {
    throw asFileError(error, 1);
  }
}

/** Delimiters at the end of every row, as some programs write them, are no columns. */
function dropEmptyEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

async function* nameCells(
  records: AsyncIterable<string[]>,
  header: readonly string[],
  width: number,
): AsyncGenerator<Row | Problem> {
  let number = 1;
  for await (const record of records) {
    number += 1;
    const values = record.map((cell) => cell.trim());
    if (values.every((value) => value === '')) continue;
    if (values.length !== width) {
      yield {
        row: number,
        column: null,
        value: null,
        reason: `The row has ${values.length} cells, the header ${width}.`,
      };
    } else {
      yield { number, cells: Object.fromEntries(header.map((name, index) => [name, values[index] ?? ''])) };
    }
  }
}

/** The records below the header. Empty lines are kept, so that rows count as they do in a spreadsheet. */
async function* readRecords(text: AsyncIterable<string>, options: Options): AsyncGenerator<string[]> {
  const parser = parse({ ...options, from: 2 });
  // Its failure comes out of the parser as well, and is met there.
  pipeline(Readable.from(text), parser).catch(() => {});
  try {
    yield* parser as AsyncIterable<string[]>;
  } catch (error) {
    throw asFileError(error, Number((error as CsvError).records ?? 0) + 1);
  }
}

/** The first line, and the whole text with it once more. */
async function peekLine(
  text: AsyncGenerator<string>,
): Promise<{ line: string; all: AsyncGenerator<string> }> {
  let read = '';
  while (!/[\r\n]/.test(read) && read.length < LONGEST_ROW) {
    const chunk = await text.next();
    if (chunk.done) break;
    read += chunk.value;
  }
  async function* all() {
    yield read;
    yield* text;
  }
  return { line: read.split(/[\r\n]/, 1)[0] ?? '', all: all() };
}

/** Known by its code: the two parsers of the package throw errors of different classes. */
function asFileError(error: unknown, row: number): unknown {
  const { code, message } = error as Partial<CsvError>;
  return /^(CSV|INVALID_OPENING)_/.test(code ?? '') ? new FileError(explain(code, message), row) : error;
}

function explain(code: CsvErrorCode | undefined, message = ''): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'A quotation mark is opened and never closed.';
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'A quotation mark stands inside a cell: put the cell in quotation marks and double those inside.';
    case 'CSV_MAX_RECORD_SIZE':
      return 'A row is longer than a million characters: a quotation mark may be opened and never closed.';
    default:
      return `The file cannot be read as CSV: ${message}`;
  }
}
