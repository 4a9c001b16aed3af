import type { DataSource, EntityManager } from 'typeorm';
import {
  AnalyticsDimension,
  type AnalyticsQuery,
  type PeriodSelection,
  type Structure,
} from '../../schema/analytics/analytics-query.inputs';
import type { AnalyticsResult, AnalyticsRow } from '../../schema/analytics/analytics-result.type';
import type { Fill } from '../../schema/indicator/aggregation.enum';
import type { PeriodType } from '../../schema/period/period-type.enum';
import type { Caller } from '../access/caller';
import { AppError } from '../errors';
import { groupBy } from '../group-by';
import { readCursor, writeCursor } from './cursor';
import { lookUpNames } from './look-up-names';
import { type AnalyticsRequest, parseQuery } from './parse-query';
import { planQuery } from './plan-query';
import type { Page } from './render-sql';
import { type Answer, runQuery } from './run-query';

export const MAX_PAGE = 10_000;

/** A page, and whether its rows tell how many units they are from, which roll-ups do not always know. */
interface Wanted extends Page {
  wantsReportedUnits: boolean;
}

/** For questions of our own, which are not paged. */
const allRows: Wanted = {
  first: 2 ** 31,
  offset: 0,
  wantsShare: false,
  wantsRank: true,
  wantsReportedUnits: false,
};

/**
 * Which part of the answer is wanted. A share costs a second roll-up, of the parents, and a rank sorts all rows; different units
 * cannot always be counted from roll-ups.
 */
export interface AnalyticsOptions {
  first: number;
  after: string | null;
  wantsShare: boolean;
  wantsRank: boolean;
  wantsReportedUnits: boolean;
}

/** What is asked of a unit: one indicator over some periods. */
export interface UnitQuestion {
  indicator: string;
  periods: PeriodSelection;
  granularity?: PeriodType | undefined;
  structure?: Structure | undefined;
  structureDate?: string | undefined;
  fill?: Fill | undefined;
  wantsReportedUnits: boolean;
}

/** The pipeline from question to answer: parse, look up names, plan, render SQL, run. */
export class AnalyticsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly caller: Caller,
  ) {}

  async answer(query: AnalyticsQuery, { after, ...wanted }: AnalyticsOptions): Promise<AnalyticsResult> {
    const { first } = wanted;
    if (first < 1 || first > MAX_PAGE) {
      throw new AppError('QUERY_INVALID', {
        problem: `first is ${first}`,
        allowed: `A page has 1 to ${MAX_PAGE} rows.`,
      });
    }
    const cursor = after === null ? null : readCursor(query, after);
    const offset = cursor?.offset ?? 0;
    const { rows, totalRows, dataVersion } = await this.run(query, { ...wanted, offset });
    if (cursor && cursor.dataVersion !== dataVersion) throw new AppError('CURSOR_STALE', {});
    const end = offset + rows.length;
    return {
      rows,
      totalRows,
      dataVersion,
      pageInfo: {
        endCursor: rows.length === 0 ? null : writeCursor(query, end, dataVersion),
        hasNextPage: end < totalRows,
      },
    };
  }

  /** The values of an indicator for several units, by unit id: a row for each period, reported or not. */
  async valuesOf(unitCodes: string[], question: UnitQuestion): Promise<Map<number, AnalyticsRow[]>> {
    const { indicator, wantsReportedUnits, ...rest } = question;
    const query = { ...rest, indicators: [indicator], units: { codes: unitCodes }, includeEmpty: true };
    const { rows } = await this.run(query as AnalyticsQuery, { ...allRows, wantsReportedUnits });
    return groupBy(rows, ({ unitId }) => unitId ?? 0);
  }

  /** The rows of a query within a transaction of the caller, as what that has written itself makes them. */
  async rowsWithin(
    manager: EntityManager,
    query: AnalyticsQuery & { structureDate: string },
  ): Promise<AnalyticsRow[]> {
    const request = parseQuery(query, query.structureDate);
    const { rows } = await this.runWithin(manager, request, allRows);
    // The caller's own statements, and the checks at its commit, are planned as always.
    await manager.query(
      'set local enable_nestloop to default; set local jit to default; set local statement_timeout = 0',
    );
    return rows;
  }

  private async run(query: AnalyticsQuery, wanted: Wanted): Promise<Answer> {
    this.caller.access.require('READ');
    const request = parseQuery(query, this.caller.today);
    // Names, tree and figures of one answer come from one state of the data.
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('set transaction read only');
      return this.runWithin(manager, request, wanted);
    });
  }

  private async runWithin(
    manager: EntityManager,
    request: AnalyticsRequest,
    wanted: Wanted,
  ): Promise<Answer> {
    const plan = planQuery(request, await lookUpNames(manager, request, this.caller), wanted);
    // Only a row of one unit has a parent to be a share of.
    const wantsShare = wanted.wantsShare && plan.groupBy.has(AnalyticsDimension.UNIT);
    return runQuery(manager, plan, { ...wanted, wantsShare });
  }
}
