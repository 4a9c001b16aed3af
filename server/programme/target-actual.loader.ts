import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { type AnalyticsQuery, Structure } from '../../schema/analytics/analytics-query.inputs';
import type { AnalyticsRow } from '../../schema/analytics/analytics-result.type';
import { Indicator } from '../../schema/indicator/indicator.entity';
import { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import type { Target } from '../../schema/programme/target.entity';
import { type AnalyticsService, MAX_PAGE } from '../analytics/analytics.service';
import { AppError } from '../errors';
import { groupBy } from '../group-by';
import { periodCode, periodStartingOn } from '../period/period';

/** What a target asks of the figures, by codes. */
interface TargetQuestion {
  target: Target;
  unit: string;
  indicator: string;
  period: string;
}

/** The value that the indicator of a target has for its unit in its period, rolled up along the tree of today. */
export function createTargetActualLoader(
  dataSource: DataSource,
  analytics: AnalyticsService,
): DataLoader<Target, string | null, number> {
  return new DataLoader(
    async (targets) => {
      const questions = await askedBy(dataSource, targets);
      const actuals = new Map<Target, string | null | Error>();
      for (const [period, ofPeriod] of groupBy(questions, ({ period }) => period)) {
        for (const [target, actual] of await actualsIn(analytics, period, ofPeriod)) {
          actuals.set(target, actual);
        }
      }
      return targets.map((target) => actuals.get(target) ?? null);
    },
    { cacheKeyFn: ({ id }) => id },
  );
}

async function askedBy({ manager }: DataSource, targets: readonly Target[]): Promise<TargetQuestion[]> {
  const codesOf = async (entity: typeof Indicator | typeof PartyUnit, ids: number[]) => {
    const query = manager.createQueryBuilder<Indicator | PartyUnit>(entity, 'named');
    const found = await query.where('named.id = any(:ids)', { ids }).getMany();
    return new Map(found.map(({ id, code }) => [id, code]));
  };
  const indicators = await codesOf(
    Indicator,
    targets.map(({ indicatorId }) => indicatorId),
  );
  const units = await codesOf(
    PartyUnit,
    targets.map(({ unitId }) => unitId),
  );
  return targets.map((target) => ({
    target,
    unit: units.get(target.unitId) ?? '',
    indicator: indicators.get(target.indicatorId) ?? '',
    period: periodCode(periodStartingOn(target.periodStart, target.periodType)),
  }));
}

/**
 * All targets of a period at once; each for itself when that is refused, so that one whose unit was merged, or whose
 * indicator does not roll up any more, takes no other with it.
 */
async function actualsIn(
  analytics: AnalyticsService,
  period: string,
  questions: TargetQuestion[],
): Promise<Map<Target, string | null | Error>> {
  const query = {
    indicators: [...new Set(questions.map(({ indicator }) => indicator))],
    units: { codes: [...new Set(questions.map(({ unit }) => unit))] },
    periods: { codes: [period] },
    granularity: questions[0]?.target.periodType,
    structure: Structure.CURRENT,
  } as AnalyticsQuery;
  const wanted = { wantsShare: false, wantsRank: false, wantsReportedUnits: false };
  const page = { first: MAX_PAGE, after: null, ...wanted };
  try {
    const { rows, pageInfo } = await analytics.answer(query, page);
    if (pageInfo.hasNextPage) return actualsOneByOne(analytics, period, questions);
    const actualOf = ({ target }: TargetQuestion) =>
      rows.find((row) => isFor(target, row))?.exactValue ?? null;
    return new Map(questions.map((question) => [question.target, actualOf(question)]));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (questions.length === 1) return new Map(questions.map(({ target }) => [target, error]));
    return actualsOneByOne(analytics, period, questions);
  }
}

async function actualsOneByOne(
  analytics: AnalyticsService,
  period: string,
  questions: TargetQuestion[],
): Promise<Map<Target, string | null | Error>> {
  const actuals = new Map<Target, string | null | Error>();
  for (const question of questions) {
    for (const [target, actual] of await actualsIn(analytics, period, [question])) {
      actuals.set(target, actual);
    }
  }
  return actuals;
}

function isFor(target: Target, row: AnalyticsRow): boolean {
  return row.indicatorId === target.indicatorId && row.unitId === target.unitId;
}
