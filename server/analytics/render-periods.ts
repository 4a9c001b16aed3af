import { Structure } from '../../schema/analytics/analytics-query.inputs';
import { endOf, monthsOf, type Span, shiftSpan, startOf, widen } from '../period/period';
import type { SqlParameters } from '../sql-statement';
import type { QueryPlan } from './query-plan';

/** A named part of a statement. */
export interface Cte {
  name: string;
  body: string;
}

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

/** The periods of the rows, and of the rows that these are compared with. */
export function renderRowPeriods({ periods }: QueryPlan, parameters: SqlParameters): Cte {
  const typeOf = (span: Span) => (span.months === monthsOf[span.type] ? span.type : null);
  const columns = [
    parameters.add(
      periods.map(({ no }) => no),
      'integer[]',
    ),
    parameters.add(
      periods.map(({ group }) => group),
      'integer[]',
    ),
    parameters.add(
      periods.map(({ span }) => typeOf(span)),
      'text[]',
    ),
    parameters.add(
      periods.map(({ span }) => startOf(span)),
      'date[]',
    ),
    parameters.add(
      periods.map(({ span }) => endOf(span)),
      'date[]',
    ),
    parameters.add(
      periods.map(({ isAsked }) => isAsked),
      'boolean[]',
    ),
    parameters.add(
      periods.map(({ comparedNo }) => comparedNo),
      'integer[]',
    ),
  ];
  return {
    name: 'row_period',
    body: `
  select *
  from unnest(${columns.join(', ')})
    as row_period (no, period_group, type, starts_on, ends_on, is_asked, compared_no)`,
  };
}

/** The span that each period means for operands that look back so many periods, widened by the window. */
export function renderRowSpans({ periods, shapes, window }: QueryPlan, parameters: SqlParameters): Cte {
  const shifts = new Set(shapes.flatMap(({ operands }) => operands.map(({ shift }) => shift)));
  const spans = [...shifts].flatMap((shift) =>
    periods.map(({ no, group, span }) => ({ no, group, shift, span: widen(shiftSpan(span, shift), window) })),
  );
  const columns = [
    parameters.add(
      spans.map(({ no }) => no),
      'integer[]',
    ),
    parameters.add(
      spans.map(({ group }) => group),
      'integer[]',
    ),
    parameters.add(
      spans.map(({ shift }) => shift),
      'integer[]',
    ),
    parameters.add(
      spans.map(({ span }) => startOf(span)),
      'date[]',
    ),
    parameters.add(
      spans.map(({ span }) => endOf(span)),
      'date[]',
    ),
  ];
  return {
    name: 'row_span',
    body: `
  select *
  from unnest(${columns.join(', ')}) as row_span (period_no, period_group, shift, starts_on, ends_on)`,
  };
}
