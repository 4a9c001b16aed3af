import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
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
  return dataSource.transaction(async (manager) => {
    if (manager.queryRunner) await nameAuthor(manager.queryRunner, author);
    return work(manager);
  });
}

/** The same, for whoever decides for himself how the transaction ends. */
export async function beginWriteTransaction(queryRunner: QueryRunner, author: Author): Promise<void> {
  await queryRunner.startTransaction();
  await nameAuthor(queryRunner, author);
}

async function nameAuthor(queryRunner: QueryRunner, { access, requestId }: Author): Promise<void> {
  await queryRunner.query(
    `select set_config('khoi.actor', $1::text, true), set_config('khoi.request', $2::text, true)`,
    [JSON.stringify(access.actor), requestId ?? ''],
  );
}
