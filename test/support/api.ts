import type { FastifyInstance } from 'fastify';
import { createApp } from '../../server/app';
import { insertAdministrator } from './administrator';
import { graphql, query } from './client';
import { createTestDatabase, type TestDatabase } from './database';
import { testConfig } from './test-config';

type Variables = Record<string, unknown>;

/** The parts of an error that a person or a form sees. */
export interface Refusal {
  code: string;
  message: string;
  fields?: Record<string, string>;
}

/** The API over an empty database, where it is noon of 1 June 2025. */
export class Api {
  private constructor(
    readonly database: TestDatabase,
    readonly app: FastifyInstance,
    /** What was logged, a JSON object a line. */
    readonly log: readonly string[],
  ) {}

  static async open(): Promise<Api> {
    const database = await createTestDatabase();
    const log: string[] = [];
    const app = await createApp({
      dataSource: database.server,
      config: { ...testConfig, logLevel: 'info' },
      clock: () => new Date('2025-06-01T05:00:00Z'),
      logStream: { write: (line) => log.push(line) },
    });
    return new Api(database, app, log);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  /** Empties all tables, so that each test starts from nothing and ids from 1. */
  async empty(): Promise<void> {
    await this.database.dataSource.query(
      `truncate unit_kind, sector, party_unit, unit_change, dimension, indicator, programme
       restart identity cascade`,
    );
    // Their grants and keys name units, and so go with all that does.
    await insertAdministrator(this.database.dataSource);
  }

  /** The data of an operation that must succeed. */
  ask<Data = Record<string, never>>(document: string, variables: Variables = {}): Promise<Data> {
    return query<Data>(this.app, document, variables);
  }

  /** The first error of an operation that must fail. */
  async refusal(document: string, variables: Variables = {}): Promise<Refusal> {
    const { code, message, fields } = await this.failure(document, variables);
    return { code, message, ...(fields && { fields }) };
  }

  /** The same with all extensions. */
  async failure(document: string, variables: Variables = {}): Promise<Refusal & Record<string, unknown>> {
    const { data, errors } = await graphql(this.app, document, variables);
    const [error] = errors ?? [];
    if (!error) throw new Error(`The operation succeeded: ${JSON.stringify(data)}`);
    return { message: error.message, ...error.extensions };
  }

  /** Creates a record and answers the fields asked for. */
  async create<Created = { id: string; version: number }>(
    type: string,
    input: Variables,
    fields = 'id version',
  ): Promise<Created> {
    const document = `mutation ($input: Create${type}Input!) { created: create${type}(input: $input) { ${fields} } }`;
    return (await this.ask<{ created: Created }>(document, { input })).created;
  }

  /** How many SQL statements an operation takes, but for those that find out who asks. */
  async statementsOf(document: string, variables: Variables = {}): Promise<number> {
    const { server: dataSource } = this.database;
    const { logger } = dataSource;
    let count = 0;
    dataSource.logger = {
      ...silent,
      logQuery: (sql: string) => {
        if (!/\bapi_key\b/.test(sql)) count += 1;
      },
    };
    try {
      await this.ask(document, variables);
    } finally {
      dataSource.logger = logger;
    }
    return count;
  }
}

const ignore = () => undefined;
const silent = {
  logQuery: ignore,
  logQueryError: ignore,
  logQuerySlow: ignore,
  logSchemaBuild: ignore,
  logMigration: ignore,
  log: ignore,
};
