import DataLoader from 'dataloader';
import { Structure } from '../../schema/analytics/analytics-query.inputs';
import type { AnalyticsRow } from '../../schema/analytics/analytics-result.type';
import type { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import { groupBy } from '../group-by';
import type { AnalyticsService, UnitQuestion } from './analytics.service';

export interface UnitQuestionKey {
  unit: Pick<PartyUnit, 'id' | 'code' | 'closedOn' | 'successorId'>;
  question: UnitQuestion;
}

/** Answers the same question for all units of a list with one analytics query. */
export function createUnitValuesLoader(
  analytics: AnalyticsService,
  today: string,
): DataLoader<UnitQuestionKey, AnalyticsRow[], string> {
  return new DataLoader(
    async (keys) => {
      const answers = new Map<UnitQuestionKey, AnalyticsRow[] | Error>();
      // A merged unit is refused; asked alone, it does not take the other units' answers with it.
      const batches = groupBy(keys, (key) =>
        isMerged(key, today) ? cacheKey(key) : JSON.stringify(key.question),
      );
      await Promise.all(
        [...batches.values()].map(async (batch) => {
          const found = await answerBatch(analytics, batch);
          for (const key of batch) {
            answers.set(key, found instanceof Error ? found : (found.get(key.unit.id) ?? []));
          }
        }),
      );
      return keys.map((key) => answers.get(key) ?? []);
    },
    { cacheKeyFn: cacheKey },
  );
}

function cacheKey({ unit, question }: UnitQuestionKey): string {
  return `${unit.id} ${JSON.stringify(question)}`;
}

function isMerged({ unit, question }: UnitQuestionKey, today: string): boolean {
  const date = question.structureDate ?? today;
  return (
    question.structure !== Structure.AS_REPORTED &&
    unit.successorId !== null &&
    unit.closedOn !== null &&
    unit.closedOn <= date
  );
}

async function answerBatch(
  analytics: AnalyticsService,
  batch: UnitQuestionKey[],
): Promise<Map<number, AnalyticsRow[]> | Error> {
  const [first] = batch;
  if (!first) return new Map();
  try {
    const codes = batch.map(({ unit }) => unit.code);
    return await analytics.valuesOf(codes, first.question);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
