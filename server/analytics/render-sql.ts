import { endOf, monthsOf, type Span, shiftSpan, startOf } from '../period/period';
import { SqlParameters, type SqlStatement } from '../sql-statement';
import type { QueryPlan } from './query-plan';
import { renderAnswered, renderAsked, renderCounted, renderEvaluated, renderPage, renderUses } from './render-answer';
import { renderContributions } from './render-contributions';
import { renderRollUp } from './render-roll-up';
import { type Cte, renderUnits } from './render-units';

/** Which rows of the answer are wanted, and what is worth computing only for those who ask. */
export interface Page {
  first: number;
  offset: number;
  wantsShare: boolean;
}

/**
 * Writes a plan as one statement, so that all of an answer comes from one state of the data. From top to bottom:
 * periods, units, contributions of each unit, their roll-up, formulas, rows, page.
 */
export function renderSql(plan: QueryPlan, { first, offset, wantsShare }: Page): SqlStatement {
  const parameters = new SqlParameters();
  const parts: Cte[] = [
    ...renderPeriods(plan, parameters),
    ...renderUnits(plan, parameters, wantsShare),
    ...plan.shapes.flatMap((shape, index) => [
      ...renderContributions(plan, shape, index, parameters),
      renderRollUp(shape, index),
    ]),
    renderUses(plan, parameters),
    renderCounted(plan),
    ...renderEvaluated(plan, parameters),
    ...renderAsked(plan, parameters),
    renderAnswered(plan, parameters, wantsShare),
  ];
  const page = renderPage(plan, parameters, first, offset);
  const text = `with recursive ${parts.map(({ name, body }) => `${name} as (${body}\n)`).join(',\n')}${page}`;
  return { text, values: parameters.values };
}

/** The periods of the rows, and for operands that look back, the span that each means in each row. */
function renderPeriods({ periods, shapes }: QueryPlan, parameters: SqlParameters): Cte[] {
  const shifts = shapes.flatMap(({ operands }) => operands.map(({ shift }) => shift));
  const spans = [...new Set(shifts)].flatMap((shift) =>
    periods.map(({ no, group, span }) => ({ no, group, shift, span: shiftSpan(span, shift) })),
  );
  const typeOf = (span: Span) => (span.months === monthsOf[span.type] ? span.type : null);
  const rowColumns = [
    parameters.add(periods.map(({ no }) => no), 'integer[]'),
    parameters.add(periods.map(({ group }) => group), 'integer[]'),
    parameters.add(periods.map(({ span }) => typeOf(span)), 'text[]'),
    parameters.add(periods.map(({ span }) => startOf(span)), 'date[]'),
    parameters.add(periods.map(({ span }) => endOf(span)), 'date[]'),
    parameters.add(periods.map(({ isAsked }) => isAsked), 'boolean[]'),
    parameters.add(periods.map(({ comparedNo }) => comparedNo), 'integer[]'),
  ];
  const spanColumns = [
    parameters.add(spans.map(({ no }) => no), 'integer[]'),
    parameters.add(spans.map(({ group }) => group), 'integer[]'),
    parameters.add(spans.map(({ shift }) => shift), 'integer[]'),
    parameters.add(spans.map(({ span }) => startOf(span)), 'date[]'),
    parameters.add(spans.map(({ span }) => endOf(span)), 'date[]'),
  ];
  return [
    {
      name: 'row_period',
      body: `
  select *
  from unnest(${rowColumns.join(', ')})
    as row_period (no, period_group, type, starts_on, ends_on, is_asked, compared_no)`,
    },
    {
      name: 'row_span',
      body: `
  select *
  from unnest(${spanColumns.join(', ')}) as row_span (period_no, period_group, shift, starts_on, ends_on)`,
    },
  ];
}
