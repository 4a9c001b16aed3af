import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { selectFigures } from './figures.sql';
import { FIRST_YEAR, type Indicator, indicators, LAST_YEAR } from './world';

/** The same figures twice: as lines for COPY by ids, and in a CSV file as people write it. */
export interface ImportFile {
  rows: number;
  csvPath: string;
  copyLines: string[];
}

/** Figures for all cells of a tree, which are not in the database yet. */
export async function writeImportFile(client: Client, seed: number, csvPath: string): Promise<ImportFile> {
  const csv = createWriteStream(csvPath);
  csv.write('unit,indicator,period,value\n');
  const copyLines: string[] = [];
  let rows = 0;
  for (const indicator of indicators) {
    const { text, values } = selectFigures(indicator, FIRST_YEAR, LAST_YEAR, seed);
    const found = await client.query<Figure>(
      `select figure.*, unit.code from (${text}) as figure join party_unit unit on unit.id = figure.unit_id`,
      values,
    );
    rows += found.rows.length;
    copyLines.push(found.rows.map(copyLine).join(''));
    csv.write(found.rows.map((figure) => csvLine(indicator, figure)).join(''));
  }
  csv.end();
  await finished(csv);
  return { rows, csvPath, copyLines };
}

interface Figure {
  indicator_id: number;
  unit_id: number;
  period_start: string;
  value: string;
  code: string;
}

function copyLine({ indicator_id: indicator, unit_id: unit, period_start: start, value }: Figure): string {
  return `${indicator}\t${unit}\t${start}\t${value}\n`;
}

function csvLine(indicator: Indicator, { code, period_start: start, value }: Figure): string {
  return `${code},${indicator.code},${periodCode(indicator.periodType, start)},${value}\n`;
}

function periodCode(type: Indicator['periodType'], start: string): string {
  const [year, month] = start.split('-');
  if (type === 'YEAR') return `${year}`;
  if (type === 'QUARTER') return `${year}-Q${(Number(month) + 2) / 3}`;
  return `${year}-${month}`;
}
