import { UnitAggregation } from '../../schema/indicator/aggregation.enum';
import type { PeriodType } from '../../schema/period/period-type.enum';
import { AppError } from '../errors';
import { monthsOf } from '../period/period';
import { checkAggregation } from './check-aggregation';
import { expandFormula, type OperandReference, ratioOf } from './expand-formula';
import { isKept } from './is-kept';
import type { NamedDimension, NamedIndicator, Names } from './look-up-names';
import type { AnalyticsRequest } from './parse-query';
import { checkMembers, findBreakdown, planBreakdownMembers, planMemberFilter } from './plan-members';
import { PeriodPlanner } from './plan-periods';
import { ShapePlanner } from './plan-shapes';
import type { PlannedIndicator, PlannedUnits, QueryPlan } from './query-plan';
import { reachNo } from './reach';

/**
 * Decides how a request is answered, or refuses what has no meaning. The steps in order:
 * each indicator becomes operands, each operand takes a shape, each indicator gets its periods, these their comparisons;
 * then each shape is answered from roll-ups or from reports.
 */
export function planQuery(
  request: AnalyticsRequest,
  names: Names,
  { wantsReportedUnits }: { wantsReportedUnits: boolean },
): QueryPlan {
  const breakdown = findBreakdown(request, names.dimensions);
  const periods = new PeriodPlanner(request);
  const shapes = new ShapePlanner();
  const indicators = request.indicators.map((code, no) =>
    planIndicator(no, code, { request, names, breakdown, periods, shapes }),
  );
  const plan: QueryPlan = {
    indicators,
    shapes: shapes.shapes,
    periods: periods.rowPeriods,
    units: planUnits(request, names),
    structure: request.structure,
    structureDate: request.structureDate,
    knownAt: request.knownAt,
    groupBy: request.groupBy,
    where: {
      kindIds: idsOf(request.where.kinds, names.kindIds),
      sectorIds: idsOf(request.where.sectors, names.sectorIds),
      memberIds: planMemberFilter(request, names),
    },
    breakdownMemberIds: planBreakdownMembers(request, breakdown),
    comparison: request.comparison?.with ?? null,
    window: request.window,
    having: request.having,
    includeEmpty: request.includeEmpty,
    orderBy: request.orderBy,
    limit: request.limit,
    isCovered: names.isCovered,
  };
  const kept = plan.shapes.map((shape) => ({ ...shape, isKept: isKept(plan, shape, wantsReportedUnits) }));
  return { ...plan, shapes: kept };
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
  const spans = periods.spansOf(periodGroup);
  for (const operand of operands) checkAggregation(indicator, operand, request, spans);
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
          reachNo(other) === reachNo(operand),
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
