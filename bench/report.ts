import { describeWrites, type Goal } from './goals';
import type { Results } from './results';
import { formatTable } from './table';

/** All results as tables for people. */
export function describeResults(results: Results): string {
  const { machine, postgres, worlds, shape, seed } = results;
  return [
    `${machine.cpus} × ${machine.cpu}, ${machine.memoryGb} GB, Node ${machine.node}, PostgreSQL ${postgres.version} (${Object.entries(
      postgres.settings,
    )
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')})`,
    ...worlds.map(({ size, cells, generatedInSeconds: seconds }) => {
      const made = seconds === null ? 'taken up' : `made in ${Math.round(seconds)} s`;
      return `${size}: ${cells.toLocaleString('en')} cells, shape ${shape}, seed ${seed}, ${made}`;
    }),
    ...[questionTable, spaceTable, writeTable, loadTable, hostileTable, importTable].map((table) =>
      table(results),
    ),
    memoryLines(results),
    goalTable(results.goals),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function questionTable({ questions }: Results): string {
  if (questions.length === 0) return '';
  return titled(
    'Questions, in milliseconds: through HTTP and GraphQL, the same statements by bare pg, a GROUP BY by hand',
    formatTable(
      ['size', '', 'question', 'rows', 'http p50', 'p95', 'pg p50', 'p95', '× pg', 'by hand', '× faster'],
      questions.map(({ size, question, title, rows, http, bare, byHand }) => [
        size,
        question,
        title,
        String(rows),
        fixed(http.p50, 2),
        fixed(http.p95, 2),
        fixed(bare.p50, 2),
        fixed(bare.p95, 2),
        fixed(http.p50 / bare.p50, 2),
        fixed(byHand.p50, 1),
        fixed(byHand.p50 / http.p50, 1),
      ]),
      3,
    ),
  );
}

function spaceTable({ space }: Results): string {
  if (space.length === 0) return '';
  const names = [...new Set(space.flatMap(({ tables }) => Object.keys(tables)))];
  return titled(
    'Space, in bytes for each figure; the sum is of observation, rollup and rollup_delta',
    formatTable(
      ['size', 'figures', ...names, 'sum'],
      space.map(({ size, figures, tables, bytesPerFigure }) => [
        size,
        figures.toLocaleString('en'),
        ...names.map((name) => fixed((tables[name] ?? 0) / figures, 1)),
        fixed(bytesPerFigure, 1),
      ]),
      1,
    ),
  );
}

function writeTable({ writes }: Results): string {
  if (writes.length === 0) return '';
  return titled(
    'Eight writers, in transactions a second, with roll-ups and without',
    formatTable(
      ['size', 'writes', 'with', 'without', 'ratio', 'deadlocks', 'without', 'not folded yet', 'folded in s'],
      writes.map((result) => [
        result.size,
        describeWrites(result),
        fixed(result.rate, 0),
        result.rateWithout === null ? '–' : fixed(result.rateWithout, 0),
        result.rateWithout === null ? '–' : fixed(result.rate / result.rateWithout, 2),
        String(result.deadlocks),
        String(result.deadlocksWithout ?? '–'),
        String(result.unfolded),
        fixed(result.foldSeconds, 1),
      ]),
      2,
    ),
  );
}

function hostileTable({ hostile }: Results): string {
  if (hostile.length === 0) return '';
  return titled(
    'A usual question beside requests made to keep the server busy, in milliseconds',
    formatTable(
      ['size', 'question', 'alone p50', 'p95', 'beside p50', 'p95', 'hostile requests', 'answered'],
      hostile.map(({ size, question, alone, beside, sent, statuses }) => [
        size,
        question,
        fixed(alone.p50, 1),
        fixed(alone.p95, 1),
        fixed(beside.p50, 1),
        fixed(beside.p95, 1),
        String(sent),
        Object.entries(statuses)
          .map(([status, count]) => `${status}: ${count}`)
          .join(', '),
      ]),
      2,
    ),
  );
}

function loadTable({ load }: Results): string {
  if (load.length === 0) return '';
  return titled(
    'Sixteen connections, in answers a second, beside a server of node:http and pg',
    formatTable(
      ['size', 'question', 'answers', 'bare', 'ratio'],
      load.map(({ size, what, rate, bareRate }) => [
        size,
        what,
        fixed(rate, 1),
        bareRate === null ? '–' : fixed(bareRate, 1),
        bareRate === null ? '–' : fixed(rate / bareRate, 2),
      ]),
      2,
    ),
  );
}

function importTable({ imports }: Results): string {
  if (imports.length === 0) return '';
  return titled(
    'Imports, in seconds, with roll-ups and without',
    formatTable(
      ['shape', 'by', 'rows', 'with', 'without', 'ratio'],
      imports.flatMap(({ shape, rows, copy, insert, importer }) => [
        [shape, 'copy into a staging table', rows.toLocaleString('en'), fixed(copy, 1), '', ''],
        ...[
          { by: 'insert … select from it', ...insert },
          { by: 'khoi import of a CSV file', ...importer },
        ].map(({ by, seconds, secondsWithout: without }) => [
          shape,
          by,
          rows.toLocaleString('en'),
          fixed(seconds, 1),
          without === null ? '–' : fixed(without, 1),
          without === null ? '–' : fixed(seconds / without, 2),
        ]),
      ]),
      2,
    ),
  );
}

function memoryLines({ memory }: Results): string {
  return memory
    .map(
      ({ size, nowMb, peakMb }) =>
        `Memory of the server of ${size} at the end: ${Math.round(nowMb)} MB, at most ${Math.round(peakMb)} MB`,
    )
    .join('\n');
}

function goalTable(goals: readonly Goal[]): string {
  const met = goals.filter((goal) => goal.met).length;
  return titled(
    `Goals: ${met} met, ${goals.length - met} missed`,
    formatTable(
      ['', 'of', 'goal', 'measured', '', ''],
      goals.map(({ met: isMet, size, what, measured, is, limit, unit }) => [
        isMet ? 'met' : 'MISSED',
        size,
        what,
        fixed(measured, unit === '' ? 0 : 2),
        is,
        `${limit} ${unit}`.trim(),
      ]),
      3,
    ),
  );
}

function titled(title: string, table: string): string {
  return `${title}\n\n${table}`;
}

function fixed(number: number, places: number): string {
  return number.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places });
}
