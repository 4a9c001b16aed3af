import { type DataSource, type EntityManager, QueryFailedError, type QueryRunner } from 'typeorm';
import type { Caller } from '../access/caller';

/** Who changes something, and in which request, as the trace of changes will tell; null for work that no request asked for. */
export type Author = Pick<Caller, 'access'> & { requestId: string | null };

/**
 * The one way to change data: a transaction whose author the database knows, so that it can write the trace by itself
 * (docs/adr/0009).
 */
export function inWriteTransaction<Result>(
  dataSource: DataSource,
  author: Author,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  return tryAgain(() =>
    dataSource.transaction(async (manager) => {
      if (manager.queryRunner) await nameAuthor(manager.queryRunner, author);
      return work(manager);
    }),
  );
}

/** The same, for whoever decides for himself how the transaction ends. */
export async function beginWriteTransaction(queryRunner: QueryRunner, author: Author): Promise<void> {
  await queryRunner.startTransaction();
  await nameAuthor(queryRunner, author);
}

/** The database asks for it where another transaction came in between and a second look settles it. */
async function tryAgain<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let left = 2; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !isSerializationFailure(error)) throw error;
    }
  }
}

function isSerializationFailure(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '40001';
}

/** What writes takes the time that it takes: given up halfway, it would only be tried again. */
async function nameAuthor(queryRunner: QueryRunner, { access, requestId }: Author): Promise<void> {
  await queryRunner.query(
    `select set_config('khoi.actor', $1::text, true), set_config('khoi.request', $2::text, true),
       set_config('statement_timeout', '0', true)`,
    [JSON.stringify(access.actor), requestId ?? ''],
  );
}
