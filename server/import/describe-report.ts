import type { ImportReport, Problem } from './import-report';

/** A report as lines for a terminal: what was done, or what is wrong and that nothing was changed. */
export function describeReport(report: ImportReport): string {
  const { problems, problemCount, rows, dryRun } = report;
  if (problemCount === 0) {
    return `${counted(rows, 'row')}: ${describeCounts(report)}.${dryRun ? ' A dry run: nothing was changed.' : ''}`;
  }
  const left = problemCount - problems.length;
  return [
    ...problems.map(describeProblem),
    ...(left > 0 ? [`… and ${counted(left, 'more problem')}; --problems lists more of them.`] : []),
    `${counted(problemCount, 'problem')} in ${counted(rows, 'row')}: nothing was imported.`,
  ].join('\n');
}

function describeCounts({
  inserted,
  updated,
  unchanged,
  deleted,
  skipped,
  numberFormat,
}: ImportReport): string {
  const parts = [`${inserted} new`, `${updated} changed`, `${unchanged} as they were`];
  if (deleted > 0) parts.push(`${deleted} deleted`);
  if (skipped > 0) parts.push(`${skipped} without a value skipped`);
  return parts.join(', ') + (numberFormat ? `; numbers read as ${numberFormat}` : '');
}

function describeProblem({ row, column, value, reason }: Problem): string {
  const place = [row === null ? 'The file' : `Row ${row}`, column === null ? null : `column ${column}`];
  const said = value === null || value === '' ? '' : ` "${shorten(value)}"`;
  return `${place.filter(Boolean).join(', ')}${said}: ${reason}`;
}

function shorten(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79)}…` : value;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
