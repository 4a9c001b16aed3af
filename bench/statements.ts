import type { DataSource } from 'typeorm';
import { createApp } from '../server/app';
import { createDataSource } from '../server/data-source';
import type { SqlStatement } from '../server/sql-statement';
import { documentOf, type Question } from './questions';

/** What the server sends to PostgreSQL for a question, statement by statement: the limit of what it could reach. */
export async function statementsOf(
  databaseUrl: string,
  questions: Question[],
): Promise<Map<string, SqlStatement[]>> {
  const dataSource = await createDataSource(databaseUrl).initialize();
  const app = await createApp({
    dataSource,
    config: { timeZone: 'Asia/Ho_Chi_Minh', logLevel: 'silent' },
    clock: () => new Date(),
  });
  const found = new Map<string, SqlStatement[]>();
  for (const question of questions) {
    const sent: SqlStatement[] = [];
    dataSource.logger = recorder(sent);
    const payload = { query: documentOf(question), variables: { query: question.query } };
    const { body } = await app.inject({ method: 'POST', url: '/graphql', payload });
    const { errors } = JSON.parse(body);
    if (errors) throw new Error(`${question.name} was refused: ${JSON.stringify(errors)}`);
    found.set(question.name, sent);
  }
  await app.close();
  await dataSource.destroy();
  return found;
}

function recorder(sent: SqlStatement[]): DataSource['logger'] {
  const ignore = () => {};
  return {
    logQuery: (text: string, values: unknown[] = []) => void sent.push({ text, values }),
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  };
}
