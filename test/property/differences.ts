/** In what an answer of the engine differs from the reference's, a line each; none when they agree. */

import { answer } from '../reference/answer';
import type { IsoDate } from '../reference/calendar';
import { type AnalyticsQuery, Refusal, type Row } from '../reference/query';
import { compare, decimal } from '../reference/rational';
import type { World } from '../reference/world';
import type { EngineAnswer, EngineRow } from './engine';

/**
 * What the engine may say when the reference refuses. Where a query is wrong in two ways, each may name either, so that
 * one of these codes is asked for, not the same one: which rule has which code is tested rule by rule elsewhere.
 */
const REFUSALS = [
  'AGGREGATION_NOT_ALLOWED',
  'MEMBER_NOT_ALLOWED',
  'PERIOD_MALFORMED',
  'PERIOD_RANGE_INVALID',
  'PERIOD_TYPE_MISMATCH',
  'QUERY_INVALID',
  'UNIT_MERGED',
  'UNKNOWN_CODE',
];

type Values = Readonly<Record<string, string | null>>;

export function differencesOf(
  world: World,
  query: AnalyticsQuery,
  today: IsoDate,
  actual: EngineAnswer,
): string[] {
  const expected = answerOrRefusal(world, query, today);
  if ('refusal' in actual) {
    if ('refusal' in expected && REFUSALS.includes(actual.refusal)) return [];
    return [`refused with ${actual.refusal} what is ${said(expected)}`];
  }
  if ('refusal' in expected) return [`answered ${actual.rows.length} rows to what is ${said(expected)}`];
  const theirs = byKeys(actual.rows.map((row) => [keysOfEngine(query, row), valuesOfEngine(row)]));
  const ours = byKeys(expected.rows.map((row) => [keysOf(row), valuesOf(row)]));
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((keys) =>
    differencesOfRow(keys, ours.get(keys), theirs.get(keys)),
  );
}

/** The first values by order, null last; equal values have no order among their rows. */
export function differencesInOrder(
  world: World,
  query: AnalyticsQuery,
  today: IsoDate,
  direction: 'ASC' | 'DESC',
  limit: number,
  actual: EngineAnswer,
): string[] {
  const expected = answerOrRefusal(world, query, today);
  if ('refusal' in expected || 'refusal' in actual) {
    return 'refusal' in expected === 'refusal' in actual
      ? []
      : [`only one of two refuses: ${said(expected)}`];
  }
  const values = expected.rows.map(({ value }) => value);
  const reported = values
    .filter((value) => value !== null)
    .sort((a, b) => compare(decimal(a), decimal(b)) * (direction === 'ASC' ? 1 : -1));
  const ours = [...reported, ...values.filter((value) => value === null)].slice(0, limit).join(', ');
  const theirs = actual.rows.map(({ exactValue }) => plain(exactValue)).join(', ');
  return ours === theirs ? [] : [`${direction} the first ${limit} are ${theirs} instead of ${ours}`];
}

function answerOrRefusal(
  world: World,
  query: AnalyticsQuery,
  today: IsoDate,
): { rows: Row[] } | { refusal: Refusal } {
  try {
    return { rows: answer(world, query, today) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}

function said(expected: { rows: Row[] } | { refusal: Refusal }): string {
  if ('rows' in expected) return `answered with ${expected.rows.length} rows`;
  return `refused with ${expected.refusal.code} (${expected.refusal.message})`;
}

function byKeys(rows: readonly (readonly [string, Values])[]): Map<string, Values> {
  const known = new Map<string, Values>();
  for (const [keys, values] of rows) {
    known.set(known.has(keys) ? `${keys} again` : keys, values);
  }
  return known;
}

function differencesOfRow(keys: string, ours: Values | undefined, theirs: Values | undefined): string[] {
  if (ours === undefined) return [`${keys}: a row too many, ${JSON.stringify(theirs)}`];
  if (theirs === undefined) return [`${keys}: a row is missing, ${JSON.stringify(ours)}`];
  return Object.keys(ours)
    .filter((name) => name in theirs && !isSame(name, ours[name] ?? null, theirs[name] ?? null))
    .map((name) => `${keys}: ${name} is ${theirs[name]} instead of ${ours[name]}`);
}

/** GraphQL's Float carries share and percent, so they agree when they are the same JSON number but for its last digits. */
function isSame(name: string, ours: string | null, theirs: string | null): boolean {
  if (ours === null || theirs === null || !['share', 'changePercent'].includes(name)) return ours === theirs;
  return Math.abs(Number(ours) - Number(theirs)) <= 1e-11 * Math.max(1, Math.abs(Number(ours)));
}

function keysOf({ indicator, unit, period, kind, sector, member }: Row): string {
  return JSON.stringify({ indicator, unit, period, kind, sector, member });
}

/** A key that is not grouped by is left out, however the engine fills it. */
function keysOfEngine({ groupBy }: AnalyticsQuery, row: EngineRow): string {
  const grouped = groupBy ?? ['INDICATOR', 'UNIT', 'PERIOD'];
  return JSON.stringify({
    indicator: row.indicator.code,
    ...(grouped.includes('UNIT') && { unit: row.unit?.code ?? null }),
    ...(grouped.includes('PERIOD') && { period: row.period?.code ?? null }),
    ...(grouped.includes('KIND') && { kind: row.kind?.code ?? null }),
    ...(grouped.includes('SECTOR') && { sector: row.sector?.code ?? null }),
    ...(grouped.includes('MEMBER') && { member: row.member?.code ?? null }),
  });
}

function valuesOf(row: Row): Values {
  return {
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    reports: String(row.reports),
    reportedUnits: String(row.reportedUnits),
    share: row.share,
    rank: row.unit === undefined || row.rank === null ? null : String(row.rank),
    compared: row.comparison?.value ?? null,
    change: row.comparison?.change ?? null,
    changePercent: row.comparison?.changePercent ?? null,
  };
}

function valuesOfEngine(row: EngineRow): Values {
  return {
    value: plain(row.exactValue),
    numerator: plain(row.numerator),
    denominator: plain(row.denominator),
    reports: String(row.reports),
    ...(row.reportedUnits !== undefined && { reportedUnits: String(row.reportedUnits) }),
    share: row.share === null ? null : String(row.share),
    rank: row.unit === null || row.rank === null ? null : String(row.rank),
    compared: plain(row.comparison?.exactValue ?? null),
    change: plain(row.comparison?.exactChange ?? null),
    changePercent: row.comparison?.changePercent == null ? null : String(row.comparison.changePercent),
  };
}

/** `2.50` and `2.5` are the same number. */
function plain(value: string | null): string | null {
  return value?.includes('.') ? value.replace(/\.?0+$/, '') : value;
}
