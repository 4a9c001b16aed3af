/** The real engine, asked through GraphQL, with today passed in. */

import { type GraphQLSchema, graphql } from 'graphql';
import type { DataSource } from 'typeorm';
import { Access } from '../../server/access/access';
import { createContainer } from '../../server/container';
import { translateDatabaseError } from '../../server/database-errors';
import { buildSchema } from '../../server/graphql';
import { createLoaders } from '../../server/loaders';
import type { IsoDate } from '../reference/calendar';
import type { AnalyticsQuery } from '../reference/query';

/** A row as GraphQL answers it. */
export interface EngineRow {
  readonly indicator: Coded;
  readonly unit: Coded | null;
  readonly period: Coded | null;
  readonly kind: Coded | null;
  readonly sector: Coded | null;
  readonly member: Coded | null;
  readonly exactValue: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly reports: number;
  /** Left out where it is not asked for, which lets the engine answer from roll-ups in more cases. */
  readonly reportedUnits?: number;
  readonly share: number | null;
  readonly rank: number | null;
  readonly comparison: {
    readonly exactValue: string | null;
    readonly exactChange: string | null;
    readonly changePercent: number | null;
  } | null;
}

interface Coded {
  readonly code: string;
}

export type EngineAnswer = { readonly rows: readonly EngineRow[] } | { readonly refusal: string };

const documentWith = (fields: string) => `
  query ($query: AnalyticsQuery!, $first: Int!, $after: String) {
    analytics(query: $query, first: $first, after: $after) {
      totalRows
      pageInfo { endCursor hasNextPage }
      rows {
        indicator { code }
        unit { code }
        period { code }
        kind { code }
        sector { code }
        member { code }
        exactValue numerator denominator reports share rank ${fields}
        comparison { exactValue exactChange changePercent }
      }
    }
  }
`;

/** What the reference leaves out, since it promises no order. */
export interface OrderedQuery extends AnalyticsQuery {
  /** The moment of the figures. */
  readonly knownAt?: string;
  readonly orderBy?: readonly { readonly by: 'VALUE'; readonly direction: 'ASC' | 'DESC' }[];
  readonly limit?: number;
}

interface Page {
  readonly rows: readonly EngineRow[];
  readonly totalRows: number;
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

export class Engine {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access = Access.ofSystem('property'),
    private readonly schema: GraphQLSchema = buildSchema(),
  ) {}

  /** The same engine, asked by someone else. */
  as(access: Access): Engine {
    return new Engine(this.dataSource, access, this.schema);
  }

  /** All rows, in pages of so many, one after the other. */
  async ask(
    query: OrderedQuery,
    today: IsoDate,
    { first = 5000, fields = 'reportedUnits' } = {},
  ): Promise<EngineAnswer> {
    const rows: EngineRow[] = [];
    for (let after: string | null = null; ; ) {
      const page = await this.page(documentWith(fields), { query, first, after }, today);
      if ('refusal' in page) return page;
      rows.push(...page.rows);
      if (!page.pageInfo.hasNextPage) {
        if (rows.length !== page.totalRows) throw new Error(`${rows.length} rows came of ${page.totalRows}`);
        return { rows };
      }
      after = page.pageInfo.endCursor;
    }
  }

  private async page(
    document: string,
    variableValues: object,
    today: IsoDate,
  ): Promise<Page | { refusal: string }> {
    const answer = await this.run<{ analytics: Page }>(document, variableValues, today);
    return 'refusal' in answer ? answer : answer.analytics;
  }

  /** The data of any operation, or the code of its first error. What an operation answers beside errors is not looked at. */
  async run<Data extends object>(
    source: string,
    variableValues: object,
    today: IsoDate,
  ): Promise<Data | { refusal: string }> {
    const { dataSource, access } = this;
    const caller = { access, today, requestId: 'property' };
    const { data, errors } = await graphql({
      schema: this.schema,
      source,
      variableValues: { ...variableValues },
      contextValue: {
        dataSource,
        container: createContainer(dataSource, caller, () => new Date(0)),
        ...caller,
        sessionId: null,
        loaders: createLoaders(dataSource, caller),
      },
    });
    const [error] = errors ?? [];
    if (error !== undefined) {
      // As the server tells it.
      const known = translateDatabaseError(error.originalError)?.extensions.code ?? error.extensions.code;
      return { refusal: `${known ?? error.originalError?.stack ?? error}` };
    }
    return data as unknown as Data;
  }
}
