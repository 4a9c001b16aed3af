import type { Problem } from '../import-report';

/** What the header row of a file must and may name, in any order. */
export interface Columns {
  required: readonly string[];
  optional: readonly string[];
}

/** Everything that is wrong with a header, so that it is corrected at once. */
export function checkHeader(header: readonly string[], columns: Columns): Problem[] {
  const known = [...columns.required, ...columns.optional];
  const problem = (column: string, reason: string): Problem => ({ row: 1, column, value: null, reason });
  const missing = columns.required.filter((column) => !header.includes(column));
  if (missing.length === columns.required.length) {
    return [
      problem(header.join(','), `This is not the header row: it must name ${columns.required.join(', ')}.`),
    ];
  }
  return [
    ...missing.map((column) => problem(column, `Column "${column}" is missing.`)),
    ...header
      .filter((column) => !known.includes(column))
      .map((column) => problem(column, `Unknown column "${column}": there are ${known.join(', ')}.`)),
    ...header
      .filter((column, index) => known.includes(column) && header.indexOf(column) < index)
      .map((column) => problem(column, `Column "${column}" comes twice.`)),
  ];
}

const delimiters = [',', ';', '\t'];

/**
 * The delimiter by which the header falls into the most known columns, or else into the most cells: Excel writes ";"
 * where "," is decimal.
 */
export function detectDelimiter(headerLine: string, columns: Columns): string {
  const known = new Set([...columns.required, ...columns.optional]);
  const score = (delimiter: string) => {
    const names = headerLine.split(delimiter).map(normaliseName);
    return names.filter((name) => known.has(name)).length * 1_000 + names.length;
  };
  return delimiters.reduce((best, delimiter) => (score(delimiter) > score(best) ? delimiter : best));
}

/** ` "Unit" ` names the column unit. */
export function normaliseName(cell: string): string {
  return cell.trim().replace(/^"|"$/g, '').trim().toLowerCase();
}
