import { AppError } from '../errors';
import { parsePeriod, type Span } from './period';

/** Reads a period that the field `period` of an input names. */
export function parsePeriodField(code: string): Span {
  try {
    return parsePeriod(code);
  } catch (error) {
    throw error instanceof AppError ? error.at('period') : error;
  }
}
