import {
  AnalyticsDimension,
  type AnalyticsOrder,
  type AnalyticsQuery,
  ComparisonKind,
  type ContributorFilter,
  type PeriodSelection,
  RelativePeriods,
  Structure,
  UnitRelation,
  type UnitSelection,
  type WindowInput,
} from '../../schema/analytics/analytics-query.inputs';
import type { Fill } from '../../schema/indicator/aggregation.enum';
import type { DecimalFilter } from '../../schema/list/filters.inputs';
import { PeriodType } from '../../schema/period/period-type.enum';
import { AppError } from '../errors';
import { isWritable, monthIndex, monthsOf, parsePeriod, type Span, type Window } from '../period/period';

/** Units named by codes, or by their place under one unit. */
export type UnitChoice = { kinds: string[] | null; sectors: string[] | null } & (
  | { by: 'CODES'; codes: string[] }
  | { by: 'RELATION'; under: string; relation: UnitRelation; level: number | null }
);

/** Periods as asked: each for itself, or a range still to be cut by a granularity. */
export type PeriodChoice = { by: 'CODES'; spans: Span[] } | { by: 'RANGE'; range: Span };

/** What an analytics query asks for, with its form checked; the codes in it are still to be looked up. */
export interface AnalyticsRequest {
  indicators: string[];
  units: UnitChoice;
  periods: PeriodChoice;
  granularity: PeriodType | null;
  groupBy: Set<AnalyticsDimension>;
  breakdown: string | null;
  where: { kinds: string[] | null; sectors: string[] | null; members: string[] | null };
  structure: Structure;
  /** The date of the tree; under AS_REPORTED the date of everything that has no period of its own. */
  structureDate: string;
  /** The moment of the figures; null: now. */
  knownAt: Date | null;
  fill: Fill | null;
  comparison: { with: ComparisonKind; baseline: Span | null } | null;
  window: Window | null;
  having: DecimalFilter | null;
  includeEmpty: boolean;
  orderBy: AnalyticsOrder[];
  limit: number | null;
}

const DEFAULT_KEYS = [AnalyticsDimension.INDICATOR, AnalyticsDimension.UNIT, AnalyticsDimension.PERIOD];
const MAX_CODES = 20_000;

/**
 * Checks everything about a query that can be told from the query alone. Dates count from `today`.
 * What does not fit together is refused, never guessed.
 */
export function parseQuery(query: AnalyticsQuery, today: string): AnalyticsRequest {
  const groupBy = new Set(query.groupBy?.length ? query.groupBy : DEFAULT_KEYS);
  const request: AnalyticsRequest = {
    indicators: distinct(query.indicators, 'indicators') ?? [],
    units: parseUnits(query.units),
    periods: parsePeriods(query.periods, today),
    granularity: query.granularity ?? null,
    groupBy,
    breakdown: query.breakdown ?? null,
    where: parseWhere(query.where),
    structure: query.structure ?? Structure.CURRENT,
    structureDate: parseStructureDate(query, today),
    knownAt: query.knownAt ?? null,
    fill: query.fill ?? null,
    comparison: parseComparison(query),
    window: parseWindow(query.window, groupBy),
    having: query.having ?? null,
    includeEmpty: query.includeEmpty ?? false,
    orderBy: query.orderBy ?? [],
    limit: query.limit ?? null,
  };
  checkKeys(request);
  return request;
}

function refuse(problem: string, allowed: string): AppError {
  return new AppError('QUERY_INVALID', { problem, allowed });
}

function distinct(codes: string[] | null | undefined, name: string): string[] | null {
  if (codes == null) return null;
  if (codes.length === 0)
    throw refuse(`${name} is empty`, `Name at least one code in ${name}, or leave it out.`);
  if (codes.length > MAX_CODES) {
    throw refuse(
      `${name} has ${codes.length} codes`,
      `Name at most ${MAX_CODES}, or choose units by relation.`,
    );
  }
  return [...new Set(codes)];
}

function parseUnits(units: UnitSelection): UnitChoice {
  const narrowed = {
    kinds: distinct(units.kinds, 'units.kinds'),
    sectors: distinct(units.sectors, 'units.sectors'),
  };
  const codes = distinct(units.codes, 'units.codes');
  if ((codes === null) === (units.under == null)) {
    throw refuse(
      'units needs exactly one of codes and under',
      'Write units: { codes: ["…"] } or { under: "…", relation: CHILDREN }.',
    );
  }
  const relation = units.relation ?? UnitRelation.CHILDREN;
  const level = units.level ?? null;
  if (codes !== null) {
    if (units.relation != null || level !== null) {
      throw refuse(
        'units.relation and units.level go with under, not with codes',
        'Leave them out, or name under.',
      );
    }
    return { ...narrowed, by: 'CODES', codes };
  }
  if ((relation === UnitRelation.LEVEL) !== (level !== null)) {
    throw refuse(
      'units.level goes with relation LEVEL',
      'Write relation: LEVEL, level: 2; the root is level 1.',
    );
  }
  if (level !== null && level < 1)
    throw refuse(`there is no level ${level}`, 'Levels count from 1, the root.');
  return { ...narrowed, by: 'RELATION', under: units.under ?? '', relation, level };
}

function parsePeriods(periods: PeriodSelection, today: string): PeriodChoice {
  const isRange = periods.from != null || periods.to != null;
  const ways = [periods.codes != null, isRange, periods.relative != null].filter(Boolean).length;
  if (ways !== 1) {
    throw refuse(
      'periods needs exactly one of codes, from with to, and relative',
      'Write { codes: ["2022"] }, { from: "2017", to: "2022" } or { relative: LAST_5_YEARS }.',
    );
  }
  if (periods.on != null && periods.relative == null) {
    throw refuse('periods.on goes with relative', 'Leave it out, or name relative.');
  }
  if (periods.relative != null)
    return { by: 'RANGE', range: relativeRange(periods.relative, periods.on ?? today) };
  if (!isRange) {
    return { by: 'CODES', spans: (distinct(periods.codes, 'periods.codes') ?? []).map(parsePeriod) };
  }
  if (periods.from == null || periods.to == null) {
    throw refuse('periods needs both from and to', 'Name the first and the last period of the range.');
  }
  const first = parsePeriod(periods.from);
  const last = parsePeriod(periods.to);
  const months = last.start + last.months - first.start;
  if (months <= 0 || last.start < first.start) {
    throw new AppError('PERIOD_RANGE_INVALID', {
      from: periods.from,
      to: periods.to,
      problem: 'ends before it begins',
    });
  }
  const shorter = monthsOf[first.type] <= monthsOf[last.type] ? first.type : last.type;
  return { by: 'RANGE', range: { start: first.start, months, type: shorter } };
}

const relativePattern = /^LAST_(?:(\d+)_)?(MONTH|QUARTER|HALF_YEAR|YEAR)S?$/;

function relativeRange(relative: RelativePeriods, on: string): Span {
  const [, count = '1', unit] = relativePattern.exec(relative) ?? [];
  const type = PeriodType[unit as keyof typeof PeriodType];
  const months = monthsOf[type];
  const current = Math.floor(monthIndex(on) / months) * months;
  const range = { start: current - Number(count) * months, months: Number(count) * months, type };
  if (!isWritable(range)) {
    throw refuse(
      `${relative} before ${on} has periods that cannot be written`,
      'Years go from 1900 to 2199.',
    );
  }
  return range;
}

function parseWhere(where: ContributorFilter | undefined): AnalyticsRequest['where'] {
  return {
    kinds: distinct(where?.kinds, 'where.kinds'),
    sectors: distinct(where?.sectors, 'where.sectors'),
    members: distinct(where?.members, 'where.members'),
  };
}

function parseStructureDate({ structure, structureDate }: AnalyticsQuery, today: string): string {
  if ((structure === Structure.AS_OF) !== (structureDate != null)) {
    throw refuse(
      'structureDate goes with structure AS_OF',
      'Write structure: AS_OF, structureDate: "2020-12-31".',
    );
  }
  return structureDate ?? today;
}

function parseComparison({ compareTo }: AnalyticsQuery): AnalyticsRequest['comparison'] {
  if (!compareTo) return null;
  if ((compareTo.with === ComparisonKind.BASELINE) !== (compareTo.period != null)) {
    throw refuse(
      'compareTo.period goes with BASELINE',
      'Write compareTo: { with: BASELINE, period: "2017" }.',
    );
  }
  return { with: compareTo.with, baseline: compareTo.period != null ? parsePeriod(compareTo.period) : null };
}

const LONGEST_WINDOW = 120;

function parseWindow(
  window: WindowInput | null | undefined,
  groupBy: Set<AnalyticsDimension>,
): Window | null {
  if (!window) return null;
  const { rolling, yearToDate } = window;
  if ((rolling == null) === !yearToDate) {
    throw refuse(
      'window needs exactly one of rolling and yearToDate',
      'Write window: { rolling: 4 } or window: { yearToDate: true }.',
    );
  }
  if (!groupBy.has(AnalyticsDimension.PERIOD)) {
    throw refuse('a window widens the periods of rows, and these rows have none', 'Put PERIOD into groupBy.');
  }
  if (rolling == null) return 'YEAR_TO_DATE';
  if (rolling < 1 || rolling > LONGEST_WINDOW) {
    throw refuse(`window.rolling is ${rolling}`, `A window has 1 to ${LONGEST_WINDOW} periods.`);
  }
  return { rolling };
}

function checkKeys({ indicators, groupBy, breakdown, comparison, periods, limit }: AnalyticsRequest): void {
  if (indicators.length > 1 && !groupBy.has(AnalyticsDimension.INDICATOR)) {
    throw refuse(
      'several indicators have no common row',
      'Put INDICATOR into groupBy, or ask for one indicator.',
    );
  }
  if (groupBy.has(AnalyticsDimension.MEMBER) !== (breakdown !== null)) {
    throw refuse(
      'breakdown and MEMBER in groupBy go together',
      'Name the code of a dimension in breakdown and MEMBER in groupBy.',
    );
  }
  if (limit !== null && limit < 1)
    throw refuse(`limit is ${limit}`, 'Ask for at least one row, or leave limit out.');
  if (comparison?.with === ComparisonKind.TARGET) {
    const rowsHaveTargets =
      groupBy.has(AnalyticsDimension.UNIT) &&
      groupBy.has(AnalyticsDimension.PERIOD) &&
      !groupBy.has(AnalyticsDimension.KIND) &&
      !groupBy.has(AnalyticsDimension.SECTOR) &&
      !groupBy.has(AnalyticsDimension.MEMBER);
    if (!rowsHaveTargets) {
      throw refuse(
        'a target belongs to one unit and one period',
        'Compare with TARGET where groupBy has UNIT and PERIOD and neither KIND, SECTOR nor MEMBER.',
      );
    }
  }
  if (!groupBy.has(AnalyticsDimension.PERIOD) && periods.by === 'CODES') joinAdjacent(periods.spans);
}

/** The one span that adjacent periods make together; codes with gaps or overlaps between them are refused. */
export function joinAdjacent(spans: Span[]): Span {
  const [first, ...later] = [...spans].sort((a, b) => a.start - b.start);
  if (!first) throw new Error('There are no periods to join.');
  const joined = { ...first };
  for (const span of later) {
    if (span.start !== joined.start + joined.months || span.type !== joined.type) {
      throw refuse(
        'without PERIOD in groupBy the range is one period, and these codes do not follow one another',
        'Name from and to, or put PERIOD into groupBy.',
      );
    }
    joined.months += span.months;
  }
  return joined;
}
