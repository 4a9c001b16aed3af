import { SqlParameters, type SqlStatement } from '../sql-statement';
import { type Column, type Cte, tableOf } from './cte';
import type { QueryPlan } from './query-plan';
import { renderAnswered, renderAsked } from './render-answer';
import { renderContributions } from './render-contributions';
import { renderCounted, renderEvaluated, renderUses } from './render-evaluated';
import { renderKept } from './render-kept';
import { renderPage } from './render-page';
import { followsTime, isChosenByPeriod, renderRowPeriods, renderRowSpans } from './render-periods';
import { renderRollUp } from './render-roll-up';
import { renderSources } from './render-sources';
import type { TreePart } from './render-tree';

/** Which rows of the answer are wanted, and what is worth computing only for those who ask. */
export interface Page {
  first: number;
  offset: number;
  wantsShare: boolean;
  wantsRank: boolean;
}

/**
 * Writes a plan as one statement over the part of the tree that it needs. From top to bottom: periods, units,
 * roll-ups as kept or from the contribution of each unit, formulas, rows, page.
 */
export function renderSql(
  plan: QueryPlan,
  tree: TreePart,
  { first, offset, wantsShare, wantsRank }: Page,
): SqlStatement {
  const parameters = new SqlParameters();
  const parts: Cte[] = [
    renderRowPeriods(plan, parameters),
    renderRowSpans(plan, parameters),
    ...renderTreeTables(plan, tree, parameters),
    ...plan.shapes.flatMap((shape, index) =>
      shape.isKept
        ? renderKept(plan, shape, index, tree, parameters)
        : [...renderContributions(plan, shape, index, tree, parameters), renderRollUp(shape, index)],
    ),
    renderUses(plan, parameters),
    renderCounted(plan),
    ...renderEvaluated(plan, parameters),
    ...renderAsked(plan, parameters),
    renderAnswered(plan, parameters, { wantsShare, wantsRank }),
  ];
  const page = renderPage(plan, parameters, first, offset);
  const text = `with ${parts.map(({ name, body }) => `${name} as (${body}\n)`).join(',\n')}${page}`;
  return { text, values: parameters.values };
}

/** The walked part of the tree as tables again. */
function renderTreeTables(plan: QueryPlan, tree: TreePart, parameters: SqlParameters): Cte[] {
  const during = (values: string | null): Column[] =>
    followsTime(plan) ? [['during', 'daterange', values]] : [];
  const periodNos: Column[] = isChosenByPeriod(plan)
    ? [['period_no', 'integer', tree.selected_period_nos]]
    : [];
  const positions: Column[] =
    tree.selected_positions === null ? [] : [['position', 'bigint', tree.selected_positions]];
  const selected: Column[] = [['unit_id', 'integer', tree.selected_unit_ids], ...positions, ...periodNos];
  const below: Column[] = [
    ['row_unit_id', 'integer', tree.below_row_unit_ids],
    ['unit_id', 'integer', tree.below_unit_ids],
    ...during(tree.below_durings),
  ];
  const parent: Column[] = [
    ['unit_id', 'integer', tree.parent_unit_ids],
    ['parent_id', 'integer', tree.parent_ids],
    ...during(tree.parent_durings),
  ];
  return [
    tableOf('selected', selected, parameters),
    ...(tree.large_unit_ids === null ? [] : renderSources(plan, tree, parameters)),
    ...(tree.below_unit_ids === null ? [] : [tableOf('below', below, parameters)]),
    ...(tree.parent_unit_ids === null ? [] : [tableOf('parent', parent, parameters)]),
  ];
}
