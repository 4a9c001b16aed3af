import type { Logger } from 'typeorm';
import { createApp } from '../server/app';
import { createDataSource } from '../server/data-source';
import type { SqlStatement } from '../server/sql-statement';
import { keyHeader } from './bench-key';

/** The server in this process, with somebody who writes down what it sends to the database. */
export class Capture {
  private constructor(
    private readonly app: Awaited<ReturnType<typeof createApp>>,
    private readonly statements: SqlStatement[],
    readonly close: () => Promise<void>,
  ) {}

  static async open(url: string): Promise<Capture> {
    const statements: SqlStatement[] = [];
    const dataSource = createDataSource(url);
    dataSource.setOptions({ logging: ['query'], logger: recorderInto(statements) });
    await dataSource.initialize();
    const config = {
      timeZone: 'Asia/Ho_Chi_Minh',
      logLevel: 'silent' as const,
      requestsPerMinute: 1_000_000,
    };
    const app = await createApp({ dataSource, config, clock: () => new Date() });
    return new Capture(app, statements, async () => {
      await app.close();
      await dataSource.destroy();
    });
  }

  /** Every statement of the answer to one request, in the order in which they were sent. */
  async statementsOf(request: object): Promise<SqlStatement[]> {
    this.statements.length = 0;
    const { statusCode, body } = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization: keyHeader },
      payload: request,
    });
    if (statusCode !== 200) throw new Error(`The server answered ${statusCode}: ${body}`);
    return [...this.statements];
  }
}

function recorderInto(statements: SqlStatement[]): Logger {
  return {
    logQuery: (text, parameters) => statements.push({ text, values: [...((parameters as unknown[]) ?? [])] }),
    logQueryError: () => {},
    logQuerySlow: () => {},
    logSchemaBuild: () => {},
    logMigration: () => {},
    log: () => {},
  };
}
