import type {
  AnalyticsDimension,
  AnalyticsOrder,
  ComparisonKind,
  Structure,
  UnitRelation,
} from '../../schema/analytics/analytics-query.inputs';
import type { Fill, PeriodAggregation, UnitAggregation } from '../../schema/indicator/aggregation.enum';
import type { DecimalFilter } from '../../schema/list/filters.inputs';
import type { PeriodType } from '../../schema/period/period-type.enum';
import type { Span, Window } from '../period/period';
import type { Names } from './look-up-names';
import type { Reach } from './reach';

/** What the answer needs, in ids and dates: everything that the SQL is rendered from. */
export interface QueryPlan {
  indicators: PlannedIndicator[];
  shapes: Shape[];
  periods: RowPeriod[];
  units: PlannedUnits;
  structure: Structure;
  structureDate: string;
  /** The moment of the figures; null: now. */
  knownAt: Date | null;
  groupBy: Set<AnalyticsDimension>;
  where: { kindIds: number[] | null; sectorIds: number[] | null; memberIds: number[] | null };
  /** The members that MEMBER rows stand for. */
  breakdownMemberIds: number[];
  comparison: ComparisonKind | null;
  window: Window | null;
  having: DecimalFilter | null;
  includeEmpty: boolean;
  orderBy: AnalyticsOrder[];
  limit: number | null;
  /** The condition that the caller may see the unit in a column; null: all units. */
  isCovered: Names['isCovered'];
}

/** Units by id; under a unit, by the relation to it. */
export type PlannedUnits = { kindIds: number[] | null; sectorIds: number[] | null } & (
  | { by: 'IDS'; ids: number[] }
  | { by: 'RELATION'; underId: number; relation: UnitRelation; level: number | null }
);

/** One indicator of the answer: a single operand, or a formula over several. */
export interface PlannedIndicator {
  no: number;
  id: number;
  code: string;
  periodGroup: number;
  expression: Expression;
  /** The two sides of a formula of the form k * a / b. */
  ratio: { numerator: Expression; denominator: Expression } | null;
  operandNos: number[];
  /** The operands whose reports count: one that takes a single member of an indicator counted whole adds none. */
  countedOperandNos: number[];
  /** Whether a unit's value is a part of its parent's. */
  isSum: boolean;
}

/** A formula over numbered operands. */
export type Expression =
  | { type: 'number'; text: string }
  | { type: 'operand'; no: number }
  | { type: 'operation'; operator: '+' | '-' | '*' | '/'; left: Expression; right: Expression };

/** Operands that are rolled up in the same way, by the same piece of SQL. */
export interface Shape {
  unitAggregation: UnitAggregation;
  periodAggregation: PeriodAggregation;
  periodType: PeriodType;
  fill: Fill;
  /** Whether stocks stand as the indicators themselves say, which is how roll-ups are kept. */
  isOwnFill: boolean;
  /** Whether it is answered from the kept roll-ups; otherwise from the reports themselves. */
  isKept: boolean;
  operands: Operand[];
}

/** A reported indicator, perhaps only one member of it, perhaps at another time than the row's period. */
export interface Operand extends Reach {
  no: number;
  indicatorId: number;
  indicatorCode: string;
  memberId: number | null;
  /** Whether a unit can have several reports of one period, one for each member. */
  isBrokenDown: boolean;
  periodGroup: number;
}

/** A period that rows stand for; `isAsked` is false when it is only compared with. */
export interface RowPeriod {
  no: number;
  group: number;
  span: Span;
  isAsked: boolean;
  comparedNo: number | null;
}
