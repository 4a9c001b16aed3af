/** The question, with the API's own names, and the ways in which it is refused (rule 11). */

import type { IsoDate, PeriodType } from './calendar';
import type { Fill } from './world';

export type Grouping = 'INDICATOR' | 'UNIT' | 'PERIOD' | 'KIND' | 'SECTOR' | 'MEMBER';

export interface Narrowing {
  readonly kinds?: readonly string[];
  readonly sectors?: readonly string[];
}

export type UnitSelection = Narrowing &
  (
    | { readonly codes: readonly string[] }
    | { readonly under: string; readonly relation: 'SELF' | 'CHILDREN' | 'DESCENDANTS' }
    | { readonly under: string; readonly relation: 'LEVEL'; readonly level: number }
  );

export type PeriodSelection =
  | { readonly codes: readonly string[] }
  | { readonly from: string; readonly to: string }
  | { readonly relative: string; readonly on: IsoDate };

export type ComparisonWith =
  | { readonly with: 'PREVIOUS_PERIOD' | 'SAME_PERIOD_LAST_YEAR' | 'TARGET' }
  | { readonly with: 'BASELINE'; readonly period: string };

export interface AnalyticsQuery {
  readonly indicators: readonly string[];
  readonly units: UnitSelection;
  readonly periods: PeriodSelection;
  readonly granularity?: PeriodType;
  /** widens what each row counts; its end stays */
  readonly window?: { readonly rolling: number } | { readonly yearToDate: true };
  /** only rows whose value is at least or at most this much */
  readonly having?: { readonly gte?: string; readonly lte?: string; readonly isNull?: boolean };
  readonly groupBy?: readonly Grouping[];
  readonly breakdown?: string;
  readonly where?: Narrowing & { readonly members?: readonly string[] };
  readonly structure?: 'CURRENT' | 'AS_REPORTED' | 'AS_OF';
  readonly structureDate?: IsoDate;
  readonly fill?: Fill;
  readonly compareTo?: ComparisonWith;
  readonly includeEmpty?: boolean;
}

export interface Comparison {
  readonly value: string | null;
  readonly change: string | null;
  readonly changePercent: string | null;
}

export interface Row {
  readonly indicator: string;
  readonly unit?: string;
  readonly period?: string;
  readonly kind?: string | null;
  readonly sector?: string | null;
  readonly member?: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly reports: number;
  readonly reportedUnits: number;
  readonly share: string | null;
  readonly rank: number | null;
  readonly comparison?: Comparison;
}

export type RefusalCode =
  | 'UNKNOWN_CODE'
  | 'UNIT_MERGED'
  | 'AGGREGATION_NOT_ALLOWED'
  | 'INDICATOR_NOT_GROUPED'
  | 'BREAKDOWN_NOT_ALLOWED'
  | 'TARGET_NOT_ALLOWED'
  | 'PERIOD_MALFORMED'
  | 'PERIOD_TOO_FINE'
  | 'PERIOD_RANGE';

/** Rule 11: refused, never guessed. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}
