import type { AnswerTimes } from './answers';
import type { ImportTimes } from './imports';
import type { RequestRates } from './requests';
import type { WriteRates } from './writes';

export interface SizeResults {
  size: string;
  observations: number;
  answers: AnswerTimes[];
  writes: WriteRates[];
  requests: RequestRates;
  /** Bytes of each table with its indexes. */
  bytes: Record<string, number>;
  serverMemory: number | null;
}

export interface Results {
  machine: string;
  sizes: SizeResults[];
  import: ImportTimes & { shape: string };
}

const ms = (value: number) => value.toFixed(1);
const verdict = (isMet: boolean) => (isMet ? 'met' : 'MISSED');

/** The results as tables of Markdown, each goal with whether it is met. */
export function describe({ machine, sizes, import: imported }: Results): string {
  const lines = [machine];
  for (const result of sizes) lines.push('', ...describeSize(result));
  lines.push('', ...describeGrowth(sizes));
  const times = imported.seconds / imported.plainSeconds;
  lines.push(
    '',
    `Import of ${imported.rows} rows (${imported.shape}): ${imported.seconds.toFixed(1)} s, without roll-ups ${imported.plainSeconds.toFixed(1)} s: ${times.toFixed(2)} times, goal 3: ${verdict(times <= 3)}`,
  );
  return lines.join('\n');
}

function describeSize({
  size,
  observations,
  answers,
  writes,
  requests,
  bytes,
  serverMemory,
}: SizeResults): string[] {
  const total = Object.values(bytes).reduce((sum, count) => sum + count, 0);
  const isLarge = observations >= 9_000_000;
  return [
    `## ${size}: ${observations.toLocaleString('en')} observations`,
    '',
    '| | question | rows | HTTP p50 | p95 | bare pg p50 | p95 | times | GROUP BY p50 | times | goal |',
    '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|---|',
    ...answers.map((answer) => describeAnswer(answer, isLarge)),
    '',
    '| 8 writers | edits/s a transaction of | with roll-ups | without | ratio | deadlocks | goal 0.6 |',
    '|---|---|--:|--:|--:|--:|---|',
    ...writes.map(({ indicator, edits, withRollUps, without, deadlocks }) => {
      const ratio = withRollUps / without;
      return `| ${indicator} | ${edits} | ${withRollUps.toFixed(0)} | ${without.toFixed(0)} | ${ratio.toFixed(2)} | ${deadlocks} | ${verdict(ratio >= 0.6 && deadlocks === 0)} |`;
    }),
    '',
    `Bytes per observation: ${(total / observations).toFixed(0)} (${Object.entries(bytes)
      .map(([table, count]) => `${table} ${(count / observations).toFixed(0)}`)
      .join(', ')})${isLarge ? `, goal 220: ${verdict(total / observations < 220)}` : ''}`,
    `50-row list at 16 connections: ${requests.list.toFixed(0)} requests/s, by hand ${requests.bareList.toFixed(0)}: ${(requests.list / requests.bareList).toFixed(2)}, goal 0.5: ${verdict(requests.list >= requests.bareList / 2)}`,
    `Q2 at 16 connections: ${requests.q2.toFixed(0)} requests/s; memory of the server at the end: ${serverMemory?.toFixed(0) ?? 'unknown'} MB`,
  ];
}

function describeAnswer({ name, about, rows, http, bare, byHand }: AnswerTimes, isLarge: boolean): string {
  const overhead = http.p50 / bare.p50;
  const faster = byHand ? byHand.p50 / http.p50 : null;
  const goals = [
    ...(['Q1', 'Q2', 'Q4', 'Q5'].includes(name) ? [`< 3 times bare: ${verdict(overhead < 3)}`] : []),
    ...(name === 'Q3' ? [`< 50 ms: ${verdict(http.p50 < 50)}`] : []),
    ...(isLarge && name === 'Q5' && faster !== null
      ? [`100 times the GROUP BY: ${verdict(faster >= 100)}`]
      : []),
  ];
  const hand = byHand && faster !== null ? `${ms(byHand.p50)} | ${faster.toFixed(1)}` : '- | -';
  return `| ${name} | ${about} | ${rows} | ${ms(http.p50)} | ${ms(http.p95)} | ${ms(bare.p50)} | ${ms(bare.p95)} | ${overhead.toFixed(2)} | ${hand} | ${goals.join('; ')} |`;
}

function describeGrowth(sizes: SizeResults[]): string[] {
  const [first] = sizes;
  const last = sizes.at(-1);
  if (!first || !last || first === last) return [];
  return [
    `Growth of the p50 from ${first.size} to ${last.size}, goal below 1.3 from 1M to 10M:`,
    ...first.answers.map(({ name, http }) => {
      const grown = last.answers.find((answer) => answer.name === name)?.http.p50 ?? 0;
      return `- ${name}: ${(grown / http.p50).toFixed(2)}, ${verdict(grown / http.p50 < 1.3)}`;
    }),
  ];
}
