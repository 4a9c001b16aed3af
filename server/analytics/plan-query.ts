import { AnalyticsDimension, ComparisonKind } from '../../schema/analytics/analytics-query.inputs';
import { PeriodAggregation, UnitAggregation } from '../../schema/indicator/aggregation.enum';
import type { PeriodType } from '../../schema/period/period-type.enum';
import { AppError } from '../errors';
import {
  cutInto,
  isWhole,
  monthsOf,
  oneYearBefore,
  periodCode,
  type Span,
  shiftSpan,
} from '../period/period';
import { expandFormula, type OperandReference, ratioOf } from './expand-formula';
import type { NamedDimension, NamedIndicator, Names } from './look-up-names';
import { type AnalyticsRequest, joinAdjacent } from './parse-query';
import type { PlannedIndicator, PlannedUnits, QueryPlan, RowPeriod, Shape } from './query-plan';

/**
 * Decides how a request is answered, or refuses what has no meaning. The steps in order:
 * each indicator becomes operands, each operand takes a shape, each indicator gets its periods, these their comparisons.
 */
export function planQuery(request: AnalyticsRequest, names: Names): QueryPlan {
  const breakdown = findBreakdown(request, names.dimensions);
  const periods = new PeriodPlanner(request);
  const shapes = new ShapePlanner();
  const indicators = request.indicators.map((code, no) =>
    planIndicator(no, code, { request, names, breakdown, periods, shapes }),
  );
  return {
    indicators,
    shapes: shapes.shapes,
    periods: periods.rowPeriods,
    units: planUnits(request, names),
    structure: request.structure,
    structureDate: request.structureDate,
    groupBy: request.groupBy,
    where: {
      kindIds: idsOf(request.where.kinds, names.kindIds),
      sectorIds: idsOf(request.where.sectors, names.sectorIds),
      memberIds: planMemberFilter(request, names),
    },
    breakdownMemberIds: planBreakdownMembers(request, breakdown),
    comparison: request.comparison?.with ?? null,
    includeEmpty: request.includeEmpty,
    orderBy: request.orderBy,
    limit: request.limit,
  };
}

interface Planning {
  request: AnalyticsRequest;
  names: Names;
  breakdown: NamedDimension | null;
  periods: PeriodPlanner;
  shapes: ShapePlanner;
}

function planIndicator(no: number, code: string, planning: Planning): PlannedIndicator {
  const { request, names, breakdown, periods, shapes } = planning;
  const indicator = named(names, code);
  const { expression, operands } = expandFormula(indicator, (operandCode) => named(names, operandCode));
  for (const operand of operands) checkMembers(indicator, operand, planning);
  const base = coarsest(operands.map(({ indicator }) => indicator));
  const periodGroup = periods.groupFor(indicator, base);
  for (const operand of operands) checkAggregation(indicator, operand, planning, periodGroup);
  const operandNos = operands.map((operand) => shapes.place(operand, request.fill, names, periodGroup));
  const numbered = renumber(expression, operandNos);
  return {
    no,
    id: indicator.id,
    code,
    periodGroup,
    expression: numbered,
    ratio: indicator.formula === null ? null : ratioOf(numbered),
    operandNos: [...new Set(operandNos)],
    countedOperandNos: countedOperands(operands, operandNos, breakdown),
    isSum: indicator.formula === null && indicator.unitAggregation === UnitAggregation.SUM,
  };
}

function named(names: Names, code: string): NamedIndicator {
  const indicator = names.indicators.get(code);
  if (!indicator) throw new AppError('UNKNOWN_CODE', { resource: 'indicator', code: JSON.stringify(code) });
  return indicator;
}

function coarsest(indicators: NamedIndicator[]): PeriodType | null {
  const types = indicators.flatMap(({ periodType }) => periodType ?? []);
  return types.sort((a, b) => monthsOf[b] - monthsOf[a])[0] ?? null;
}

function renumber(expression: PlannedIndicator['expression'], nos: number[]): PlannedIndicator['expression'] {
  if (expression.type === 'operand') return { type: 'operand', no: nos[expression.no] ?? expression.no };
  if (expression.type === 'number') return expression;
  const { left, right } = expression;
  return { ...expression, left: renumber(left, nos), right: renumber(right, nos) };
}

/** Where an indicator is counted whole, its single members are among those reports already. */
function countedOperands(
  operands: OperandReference[],
  nos: number[],
  breakdown: NamedDimension | null,
): number[] {
  const counted = operands.flatMap((operand, index) => {
    const isPart =
      operand.member !== null &&
      breakdown === null &&
      operands.some(
        (other) =>
          other.member === null &&
          other.indicator.id === operand.indicator.id &&
          other.shift === operand.shift,
      );
    return isPart ? [] : (nos[index] ?? []);
  });
  return [...new Set(counted)];
}

function planUnits({ units }: AnalyticsRequest, { unitIds, kindIds, sectorIds }: Names): PlannedUnits {
  const narrowed = { kindIds: idsOf(units.kinds, kindIds), sectorIds: idsOf(units.sectors, sectorIds) };
  if (units.by === 'CODES') return { ...narrowed, by: 'IDS', ids: idsOf(units.codes, unitIds) ?? [] };
  const [underId = 0] = idsOf([units.under], unitIds) ?? [];
  return { ...narrowed, by: 'RELATION', underId, relation: units.relation, level: units.level };
}

function idsOf(codes: string[] | null, ids: Map<string, number>): number[] | null {
  return codes?.flatMap((code) => ids.get(code) ?? []) ?? null;
}

// Members ------------------------------------------------------------------------------------------------------------

function findBreakdown({ breakdown }: AnalyticsRequest, dimensions: NamedDimension[]): NamedDimension | null {
  if (breakdown === null) return null;
  const dimension = dimensions.find(({ code }) => code === breakdown);
  if (!dimension) {
    throw new AppError('UNKNOWN_CODE', { resource: 'dimension', code: JSON.stringify(breakdown) });
  }
  return dimension;
}

/** Rows by member, a filter of members and a member in a formula need an indicator that is broken down so. */
function checkMembers(asked: NamedIndicator, operand: OperandReference, planning: Planning): void {
  const { request, names, breakdown } = planning;
  const { indicator, member } = operand;
  const dimension = names.dimensions.find(({ id }) => id === indicator.dimensionId) ?? null;
  const memberCodes = dimension?.members.map(({ code }) => code) ?? [];
  const allowed = dimension
    ? `Indicator ${indicator.code} is broken down by ${dimension.code}: ${memberCodes.join(', ')}.`
    : `Indicator ${indicator.code} is not broken down.`;
  if (breakdown && (dimension?.id !== breakdown.id || member !== null)) {
    throw new AppError('AGGREGATION_NOT_ALLOWED', {
      indicator: asked.code,
      problem: `has no breakdown by ${breakdown.code}`,
      allowed,
    });
  }
  for (const code of [...(request.where.members ?? []), ...(member === null ? [] : [member])]) {
    if (!memberCodes.includes(code)) {
      throw new AppError('MEMBER_NOT_ALLOWED', { member: code, indicator: indicator.code, allowed });
    }
  }
}

function planMemberFilter({ where }: AnalyticsRequest, { dimensions }: Names): number[] | null {
  if (where.members === null) return null;
  const wanted = new Set(where.members);
  return dimensions.flatMap(({ members }) =>
    members.filter(({ code }) => wanted.has(code)).map(({ id }) => id),
  );
}

function planBreakdownMembers({ where }: AnalyticsRequest, breakdown: NamedDimension | null): number[] {
  const wanted = where.members && new Set(where.members);
  return (breakdown?.members ?? []).filter(({ code }) => wanted?.has(code) ?? true).map(({ id }) => id);
}

// Aggregations -------------------------------------------------------------------------------------------------------

function checkAggregation(
  asked: NamedIndicator,
  { indicator }: OperandReference,
  { request, periods }: Planning,
  periodGroup: number,
): void {
  const { unitAggregation, periodAggregation, periodType } = indicator;
  const through = indicator.code === asked.code ? '' : ` (through ${indicator.code})`;
  if (unitAggregation === UnitAggregation.NONE && !request.groupBy.has(AnalyticsDimension.UNIT)) {
    throw new AppError('AGGREGATION_NOT_ALLOWED', {
      indicator: asked.code,
      problem: `has no meaning over several units${through}: its unit aggregation is NONE`,
      allowed: 'Put UNIT into groupBy and ask for units that report it themselves.',
    });
  }
  if (periodAggregation === PeriodAggregation.NONE && periodType) {
    const spans = periods.spansOf(periodGroup);
    if (spans.some(({ months }) => months !== monthsOf[periodType])) {
      throw new AppError('AGGREGATION_NOT_ALLOWED', {
        indicator: asked.code,
        problem: `has no meaning over several periods${through}: its period aggregation is NONE`,
        allowed: `Ask for granularity ${periodType}, with PERIOD in groupBy.`,
      });
    }
  }
}

/** Collects operands by the way they roll up, so that indicators alike share one piece of SQL. */
class ShapePlanner {
  readonly shapes: Shape[] = [];
  private operandCount = 0;

  /** The number of the operand; the same operand is placed once. */
  place(
    reference: OperandReference,
    fill: AnalyticsRequest['fill'],
    names: Names,
    periodGroup: number,
  ): number {
    const { indicator, shift } = reference;
    const { unitAggregation, periodAggregation, periodType } = indicator;
    if (!unitAggregation || !periodAggregation || !periodType) {
      throw new Error(`Indicator ${indicator.code} is an operand, but not a reported indicator.`);
    }
    const wanted = { unitAggregation, periodAggregation, periodType, fill: fill ?? indicator.fill };
    const members = names.dimensions.find(({ id }) => id === indicator.dimensionId)?.members;
    const memberId = members?.find(({ code }) => code === reference.member)?.id ?? null;
    const { operands } = this.shapeLike(wanted);
    const known = operands.find(
      (operand) =>
        operand.indicatorId === indicator.id &&
        operand.memberId === memberId &&
        operand.shift === shift &&
        operand.periodGroup === periodGroup,
    );
    if (known) return known.no;
    const no = this.operandCount++;
    operands.push({
      no,
      indicatorId: indicator.id,
      indicatorCode: indicator.code,
      memberId,
      shift,
      periodGroup,
    });
    return no;
  }

  private shapeLike(wanted: Omit<Shape, 'operands'>): Shape {
    const known = this.shapes.find(
      (shape) =>
        shape.unitAggregation === wanted.unitAggregation &&
        shape.periodAggregation === wanted.periodAggregation &&
        shape.periodType === wanted.periodType &&
        (shape.fill === wanted.fill || shape.periodAggregation !== PeriodAggregation.LAST),
    );
    if (known) return known;
    const shape = { ...wanted, operands: [] };
    this.shapes.push(shape);
    return shape;
  }
}

// Periods ------------------------------------------------------------------------------------------------------------

/** Gives each indicator its row periods; indicators of one granularity share them as a group. */
class PeriodPlanner {
  readonly rowPeriods: RowPeriod[] = [];
  private readonly groups: string[] = [];

  constructor(private readonly request: AnalyticsRequest) {}

  /** The group of periods for an indicator whose base period is given; null when it is made of numbers alone. */
  groupFor(indicator: NamedIndicator, base: PeriodType | null): number {
    const { granularity: wanted, periods, groupBy, comparison } = this.request;
    const granularity = wanted ?? (periods.by === 'RANGE' ? (base ?? periods.range.type) : null);
    const spans = this.asked(granularity);
    for (const span of spans) if (base) this.checkFits(span, base, indicator);
    if (comparison?.baseline && base) this.checkFits(comparison.baseline, base, indicator);
    const key =
      periods.by === 'RANGE' && groupBy.has(AnalyticsDimension.PERIOD) ? String(granularity) : 'all';
    const known = this.groups.indexOf(key);
    if (known !== -1) return known;
    const group = this.groups.push(key) - 1;
    for (const span of spans) this.add(group, span, true);
    for (const row of this.rowPeriods.filter((row) => row.group === group && row.isAsked)) {
      row.comparedNo = this.comparedWith(row);
    }
    return group;
  }

  spansOf(group: number): Span[] {
    return this.rowPeriods.filter((row) => row.group === group).map(({ span }) => span);
  }

  private asked(granularity: PeriodType | null): Span[] {
    const { periods, groupBy } = this.request;
    const byPeriod = groupBy.has(AnalyticsDimension.PERIOD);
    if (periods.by === 'CODES') {
      const other = granularity && periods.spans.find(({ type }) => type !== granularity);
      if (other) {
        throw new AppError('QUERY_INVALID', {
          problem: `the period "${periodCode(other)}" is not of granularity ${granularity}`,
          allowed: 'Name periods of that type, or cut a range with from and to.',
        });
      }
      return byPeriod ? periods.spans : [joinAdjacent(periods.spans)];
    }
    const { range } = periods;
    const type = granularity ?? range.type;
    if (!isWhole(range, type)) {
      const whole = periodCode(range).split('..');
      throw new AppError('PERIOD_RANGE_INVALID', {
        from: `"${whole[0]}"`,
        to: `"${whole.at(-1)}"`,
        problem: `does not begin and end with a whole ${type.toLowerCase().replace('_', '-')}`,
      });
    }
    if (byPeriod) return cutInto(range, type);
    // One period in all, told by the codes it was asked by where those are longer: 2017..2022, not 2017-01..2022-12.
    return [monthsOf[range.type] > monthsOf[type] ? range : { ...range, type }];
  }

  private checkFits(span: Span, base: PeriodType, indicator: NamedIndicator): void {
    if (monthsOf[span.type] < monthsOf[base] || !isWhole(span, base)) {
      throw new AppError('PERIOD_TYPE_MISMATCH', {
        indicator: indicator.code,
        expected: base,
        period: periodCode(span),
        actual: span.type,
      });
    }
  }

  private comparedWith({ group, span }: RowPeriod): number | null {
    const { comparison } = this.request;
    switch (comparison?.with) {
      case ComparisonKind.PREVIOUS_PERIOD:
        return this.add(group, shiftSpan(span, -1), false);
      case ComparisonKind.SAME_PERIOD_LAST_YEAR:
        return this.add(group, oneYearBefore(span), false);
      case ComparisonKind.BASELINE:
        return comparison.baseline && this.add(group, comparison.baseline, false);
      default:
        return null;
    }
  }

  private add(group: number, span: Span, isAsked: boolean): number {
    const known = this.rowPeriods.find(
      (row) => row.group === group && row.span.start === span.start && row.span.months === span.months,
    );
    if (known) return known.no;
    const no = this.rowPeriods.length;
    this.rowPeriods.push({ no, group, span, isAsked, comparedNo: null });
    return no;
  }
}
