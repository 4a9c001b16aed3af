import { Structure } from '../../schema/analytics/analytics-query.inputs';
import { endOf, monthsOf, type Span, startOf } from '../period/period';
import type { SqlParameters } from '../sql-statement';
import { type Cte, tableOf } from './cte';
import type { QueryPlan, Shape } from './query-plan';
import { reachedSpan, reachNo } from './reach';

/** Whether the answer follows a unit's place from period to period; otherwise one date decides for all periods. */
export function followsTime({ structure }: QueryPlan): boolean {
  return structure === Structure.AS_REPORTED;
}

/** Whether the period decides which units get a row: only when these are found by what they were at the time. */
export function isChosenByPeriod(plan: QueryPlan): boolean {
  const { by, kindIds, sectorIds } = plan.units;
  return followsTime(plan) && (by === 'RELATION' || kindIds !== null || sectorIds !== null);
}

/** The day that a unit's place in a period is read on: the last one, or its own last one if it closed inside. */
export const placeDate = 'least(row_period.ends_on, unit.closed_on) - 1';

/** The first day after a base period that starts on the day in a column. */
export function baseEnd({ periodType }: Shape, startsOn: string): string {
  return `(${startsOn} + interval '${monthsOf[periodType]} months')::date`;
}

/** The day on which the last base period of a row's time starts. */
export function latestStart({ periodType }: Shape): string {
  return `(row_span.ends_on - interval '${monthsOf[periodType]} months')::date`;
}

/** That a row's time is that of an operand, whose period group and reach are columns of the table. */
export function isSpanOf(table: string): string {
  return `row_span.period_group = ${table}.period_group and row_span.reach = ${table}.reach`;
}

/** The periods of the rows, and of the rows that these are compared with. */
export function renderRowPeriods({ periods }: QueryPlan, parameters: SqlParameters): Cte {
  const typeOf = (span: Span) => (span.months === monthsOf[span.type] ? span.type : null);
  return tableOf(
    'row_period',
    [
      ['no', 'integer', periods.map(({ no }) => no)],
      ['period_group', 'integer', periods.map(({ group }) => group)],
      ['type', 'text', periods.map(({ span }) => typeOf(span))],
      ['starts_on', 'date', periods.map(({ span }) => startOf(span))],
      ['ends_on', 'date', periods.map(({ span }) => endOf(span))],
      ['is_asked', 'boolean', periods.map(({ isAsked }) => isAsked)],
      ['compared_no', 'integer', periods.map(({ comparedNo }) => comparedNo)],
    ],
    parameters,
  );
}

/** What each period means for operands of each reach. */
export function rowSpans({ periods, shapes, window }: QueryPlan): RowSpan[] {
  const operands = shapes.flatMap((shape) => shape.operands);
  const reaches = new Map(operands.map((operand) => [reachNo(operand), operand]));
  return [...reaches].flatMap(([reach, operand]) =>
    periods.map(({ no, group, span }) => ({ no, group, reach, span: reachedSpan(span, operand, window) })),
  );
}

/** The times that the operands of a shape are looked at for. */
export function spansOfShape(plan: QueryPlan, { operands }: Shape): RowSpan[] {
  return rowSpans(plan).filter(({ group, reach }) =>
    operands.some((operand) => operand.periodGroup === group && reachNo(operand) === reach),
  );
}

interface RowSpan {
  no: number;
  group: number;
  reach: number;
  span: Span;
}

export function renderRowSpans(plan: QueryPlan, parameters: SqlParameters): Cte {
  const spans = rowSpans(plan);
  return tableOf(
    'row_span',
    [
      ['period_no', 'integer', spans.map(({ no }) => no)],
      ['period_group', 'integer', spans.map(({ group }) => group)],
      ['reach', 'integer', spans.map(({ reach }) => reach)],
      ['starts_on', 'date', spans.map(({ span }) => startOf(span))],
      ['ends_on', 'date', spans.map(({ span }) => endOf(span))],
    ],
    parameters,
  );
}
