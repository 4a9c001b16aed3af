import type { EntityManager } from 'typeorm';
import { AnalyticsDimension } from '../../schema/analytics/analytics-query.inputs';
import { AnalyticsRow, Comparison } from '../../schema/analytics/analytics-result.type';
import { AppError } from '../errors';
import { groupBy } from '../group-by';
import { lastDayOf, toPeriod } from '../period/period';
import type { QueryPlan } from './query-plan';
import { followsTime } from './render-periods';
import { type Page, renderSql } from './render-sql';
import { renderTree, type TreePart } from './render-tree';

/** The rows of one page, and what is said of all of them. */
export interface Answer {
  rows: AnalyticsRow[];
  totalRows: number;
  dataVersion: string;
}

interface SqlRow {
  data_version: string;
  total_rows: number;
  refused_indicator_no: number | null;
  indicator_no: number | null;
  row_unit_id: number;
  period_no: number;
  kind_id: number;
  sector_id: number;
  member_id: number;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  reports: number;
  reported_units: number;
  compared_value: string | null;
  change: string | null;
  change_percent: number | null;
  share: number | null;
  rank: number | null;
}

/** So many rows may be asked for, reported or not: one more digit and the database would hold gigabytes for one answer. */
const MAX_ASKED_ROWS = 2_000_000;

/** Runs a plan and shapes what comes back. The only part of the pipeline that reads figures. */
export async function runQuery(manager: EntityManager, plan: QueryPlan, page: Page): Promise<Answer> {
  const walk = renderTree(plan, page.wantsShare);
  const [tree] = (await manager.query(walk.text, walk.values)) as TreePart[];
  if (!tree) throw new Error('The walk of the tree answered no row.');
  refuseTooManyRows(plan, tree);
  // Sizes of intermediate steps cannot be foreseen here, and a nested loop over a misjudged one takes minutes.
  await manager.query(
    `set local enable_nestloop = off; set local jit = off; set local statement_timeout = '30s'`,
  );
  const { text, values } = renderSql(plan, tree, page);
  const found = (await manager.query(text, values)) as SqlRow[];
  const [header] = found;
  if (!header) throw new Error('The statement answered no row, not even its header.');
  refuseRolledUp(plan, header.refused_indicator_no);
  return {
    rows: found.filter(({ indicator_no }) => indicator_no !== null).map((row) => shapeRow(plan, row)),
    totalRows: header.total_rows,
    // The tree moves with the date even when nobody changes anything.
    dataVersion: `${header.data_version}@${plan.structureDate}`,
  };
}

function refuseTooManyRows(plan: QueryPlan, tree: TreePart): void {
  const rows = countAskedRows(plan, tree);
  if (rows <= MAX_ASKED_ROWS) return;
  const units = listed(tree.selected_unit_ids).length;
  const problem = `${units} units and their periods and indicators make ${rows} rows, more than ${MAX_ASKED_ROWS}`;
  throw new AppError('QUERY_TOO_COMPLEX', { problem });
}

/** Units chosen by period are listed once for each period that has them; a union of units is one row. */
function countAskedRows({ indicators, periods, groupBy: keys }: QueryPlan, tree: TreePart): number {
  const units = listed(tree.selected_unit_ids).length;
  const chosen = tree.selected_period_nos === null ? null : groupBy(listed(tree.selected_period_nos), Number);
  const unitsIn = (period: number) => (chosen ? (chosen.get(period)?.length ?? 0) : units);
  return indicators
    .flatMap(({ periodGroup }) => periods.filter(({ group, isAsked }) => isAsked && group === periodGroup))
    .reduce((sum, { no }) => sum + (keys.has(AnalyticsDimension.UNIT) ? unitsIn(no) : 1), 0);
}

/** The values of an array in PostgreSQL's text form. */
function listed(array: string): string[] {
  return array === '{}' ? [] : array.slice(1, -1).split(',');
}

/** Whether a unit's value came from other units is known only now; NONE allows none but its own. */
function refuseRolledUp({ indicators }: QueryPlan, no: number | null): void {
  const refused = indicators.find((indicator) => indicator.no === no);
  if (!refused) return;
  throw new AppError('AGGREGATION_NOT_ALLOWED', {
    indicator: refused.code,
    problem: 'has no meaning over several units: its unit aggregation is NONE',
    allowed: 'Ask only for units that report it themselves, with none reporting below them.',
  });
}

function shapeRow(plan: QueryPlan, row: SqlRow): AnalyticsRow {
  const span = plan.periods.find(({ no }) => no === row.period_no)?.span;
  if (!span) throw new Error(`The plan has no period ${row.period_no}.`);
  const indicator = plan.indicators[row.indicator_no ?? 0];
  const toNumber = (exact: string | null) => (exact === null ? null : nearestNumber(exact, indicator?.code));
  const has = (key: AnalyticsDimension) => plan.groupBy.has(key);
  return Object.assign(new AnalyticsRow(), {
    indicatorId: indicator?.id,
    unitId: has(AnalyticsDimension.UNIT) ? row.row_unit_id : null,
    kindId: row.kind_id || null,
    sectorId: row.sector_id || null,
    memberId: row.member_id || null,
    unitAsOf: followsTime(plan) ? lastDayOf(span) : plan.structureDate,
    period: toPeriod(span),
    value: toNumber(row.value),
    exactValue: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    reports: row.reports,
    reportedUnits: row.reported_units,
    comparison: plan.comparison && shapeComparison(row, toNumber),
    share: row.share,
    rank: row.rank,
  });
}

function shapeComparison(row: SqlRow, toNumber: (exact: string | null) => number | null): Comparison {
  return Object.assign(new Comparison(), {
    value: toNumber(row.compared_value),
    exactValue: row.compared_value,
    change: toNumber(row.change),
    exactChange: row.change,
    changePercent: row.change_percent,
  });
}

/** JSON has no infinity: a formula that multiplies far enough leaves the numbers that a client can read. */
function nearestNumber(exact: string, indicator = ''): number {
  const number = Number(exact);
  if (Number.isFinite(number)) return number;
  const allowed = 'A value has at most 308 digits before the point: correct the formula.';
  throw new AppError('VALUE_OUT_OF_RANGE', { value: `${exact.slice(0, 20)}…`, indicator, allowed });
}
