import type { FastifyInstance } from 'fastify';
import { createApp } from '../../server/app';
import type { World } from '../reference/world';
import { type GraphQLFailure, graphql } from './client';
import { createTestDatabase, type TestDatabase } from './database';
import { loadWorld } from './load-world';
import { testConfig } from './test-config';

type Coded = { code: string } | null;

export interface AnsweredRow {
  indicator: { code: string };
  unit: Coded;
  period: Coded;
  kind: Coded;
  sector: Coded;
  member: Coded;
  exactValue: string | null;
  [field: string]: unknown;
}

export interface Answered {
  rows: AnsweredRow[];
  totalRows: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  dataVersion: string;
}

/** Codes of one unit, indicator or period stand for the selection of just that. */
export interface Question extends Record<string, unknown> {
  indicators: string | string[];
  units: string | Record<string, unknown>;
  periods: string | Record<string, unknown>;
}

/** The API over a database whose world a test brings with it; the present is the first day of 2030. */
export class Analytics {
  private constructor(
    readonly database: TestDatabase,
    readonly app: FastifyInstance,
  ) {}

  static async open(): Promise<Analytics> {
    const database = await createTestDatabase();
    const app = await createApp({
      dataSource: database.server,
      config: { ...testConfig, logLevel: 'silent' },
      clock: () => new Date('2030-01-01T05:00:00Z'),
    });
    return new Analytics(database, app);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  load(world: World): Promise<void> {
    return loadWorld(this.database.dataSource, world);
  }

  /** The whole answer, with more fields of the rows where a test names them. */
  async answer(
    question: Question,
    fields = '',
    page: { first?: number; after?: string } = {},
  ): Promise<Answered> {
    const { data, errors } = await this.ask(question, fields, page);
    if (!data) throw new Error(`The question was refused: ${JSON.stringify(errors)}`);
    return data.analytics;
  }

  /** A line a row: `A 2020 k1: 12`. Of the keys only what the rows are told apart by, `-` for a class that is missing. */
  async said(question: Question): Promise<string[]> {
    const { rows } = await this.answer(question);
    const groupBy = (question.groupBy as string[] | undefined) ?? ['INDICATOR', 'UNIT', 'PERIOD'];
    return rows.map((row) => {
      const keys = (['UNIT', 'PERIOD', 'KIND', 'SECTOR', 'MEMBER'] as const)
        .filter((key) => groupBy.includes(key))
        .map((key) => (row[key.toLowerCase()] as Coded)?.code ?? '-');
      const several = Array.isArray(question.indicators) && question.indicators.length > 1;
      return `${[...(several ? [row.indicator.code] : []), ...keys].join(' ') || 'all'}: ${row.exactValue}`;
    });
  }

  /** The code and message of a refusal. */
  async refused(question: Question): Promise<string> {
    const [error] = (await this.ask(question, '', {})).errors ?? [];
    if (!error) throw new Error('The question was answered.');
    return `${error.extensions.code}: ${error.message}`;
  }

  private ask(
    { indicators, units, periods, ...rest }: Question,
    fields: string,
    page: { first?: number; after?: string },
  ): Promise<{ data?: { analytics: Answered } | null; errors?: GraphQLFailure[] }> {
    const query = {
      indicators: [indicators].flat(),
      units: typeof units === 'string' ? { codes: [units] } : units,
      periods: typeof periods === 'string' ? { codes: [periods] } : periods,
      ...rest,
    };
    return graphql<{ analytics: Answered }>(
      this.app,
      `query ($query: AnalyticsQuery!, $first: Int, $after: String) {
        analytics(query: $query, first: $first, after: $after) {
          totalRows
          dataVersion
          pageInfo { endCursor hasNextPage }
          rows {
            indicator { code } unit { code } period { code } kind { code } sector { code } member { code }
            exactValue ${fields}
          }
        }
      }`,
      { query, ...page },
    );
  }
}
