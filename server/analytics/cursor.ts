import { createHash } from 'node:crypto';
import type { AnalyticsQuery } from '../../schema/analytics/analytics-query.inputs';
import { AppError } from '../errors';

/** Where the next page begins, in which state of the data, of which query. */
interface Cursor {
  offset: number;
  dataVersion: string;
  query: string;
}

function fingerprint(query: AnalyticsQuery): string {
  return createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 16);
}

/** The cursor after the first `offset` rows of the answer. */
export function writeCursor(query: AnalyticsQuery, offset: number, dataVersion: string): string {
  const cursor: Cursor = { offset, dataVersion, query: fingerprint(query) };
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Reads a cursor back; one of another query, or not ours at all, is CURSOR_INVALID. */
export function readCursor(query: AnalyticsQuery, text: string): Cursor {
  try {
    const cursor = JSON.parse(Buffer.from(text, 'base64url').toString()) as Partial<Cursor>;
    const { offset, dataVersion } = cursor;
    if (
      cursor.query === fingerprint(query) &&
      Number.isSafeInteger(offset) &&
      typeof dataVersion === 'string'
    ) {
      return { offset: Number(offset), dataVersion, query: cursor.query };
    }
  } catch {
    // Not base64 of JSON: refused below, as a cursor of another query is.
  }
  throw new AppError('CURSOR_INVALID', {});
}
