import { PeriodAggregation } from '../../schema/indicator/aggregation.enum';
import type { OperandReference } from './expand-formula';
import type { Names } from './look-up-names';
import type { AnalyticsRequest } from './parse-query';
import type { Shape } from './query-plan';

/** Collects operands by the way they roll up, so that indicators alike share one piece of SQL. */
export class ShapePlanner {
  readonly shapes: Shape[] = [];
  private operandCount = 0;

  /** The number of the operand; the same operand is placed once. */
  place(
    reference: OperandReference,
    fill: AnalyticsRequest['fill'],
    names: Names,
    periodGroup: number,
  ): number {
    const { indicator, shift, isYearToDate } = reference;
    const { unitAggregation, periodAggregation, periodType } = indicator;
    if (!unitAggregation || !periodAggregation || !periodType) {
      throw new Error(`Indicator ${indicator.code} is an operand, but not a reported indicator.`);
    }
    const wantedFill = fill ?? indicator.fill;
    const isOwnFill = wantedFill === indicator.fill;
    const wanted = { unitAggregation, periodAggregation, periodType, fill: wantedFill, isOwnFill };
    const members = names.dimensions.find(({ id }) => id === indicator.dimensionId)?.members;
    const memberId = members?.find(({ code }) => code === reference.member)?.id ?? null;
    const { operands } = this.shapeLike(wanted);
    const known = operands.find(
      (operand) =>
        operand.indicatorId === indicator.id &&
        operand.memberId === memberId &&
        operand.shift === shift &&
        operand.isYearToDate === isYearToDate &&
        operand.periodGroup === periodGroup,
    );
    if (known) return known.no;
    const no = this.operandCount++;
    operands.push({
      no,
      indicatorId: indicator.id,
      indicatorCode: indicator.code,
      memberId,
      isBrokenDown: indicator.dimensionId !== null && memberId === null,
      shift,
      isYearToDate,
      periodGroup,
    });
    return no;
  }

  private shapeLike(wanted: Omit<Shape, 'operands' | 'isKept'>): Shape {
    const known = this.shapes.find(
      (shape) =>
        shape.unitAggregation === wanted.unitAggregation &&
        shape.periodAggregation === wanted.periodAggregation &&
        shape.periodType === wanted.periodType &&
        ((shape.fill === wanted.fill && shape.isOwnFill === wanted.isOwnFill) ||
          shape.periodAggregation !== PeriodAggregation.LAST),
    );
    if (known) return known;
    const shape = { ...wanted, isKept: false, operands: [] };
    this.shapes.push(shape);
    return shape;
  }
}
