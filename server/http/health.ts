import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';

/** /healthz: the process answers. /readyz: the database answers too, and has the schema that this build needs. */
export function serveHealth(app: FastifyInstance, dataSource: DataSource): void {
  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (request, reply) => {
    const problem = await findProblem(dataSource).catch((error: unknown) => {
      request.log.warn({ err: error }, 'not ready');
      return 'the database does not answer';
    });
    return problem ? reply.code(503).send({ status: 'not ready', problem }) : { status: 'ready' };
  });
}

async function findProblem(dataSource: DataSource): Promise<string | null> {
  const run: { name: string }[] = await withinSeconds(2, dataSource.query('select name from migration'));
  const names = new Set(run.map(({ name }) => name));
  const isCurrent = dataSource.migrations.every((migration) =>
    names.has(migration.name ?? migration.constructor.name),
  );
  return isCurrent ? null : 'migrations are to be run';
}

/** A probe that waits for a hanging database tells nobody anything. */
async function withinSeconds<Result>(seconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${seconds} s.`)), seconds * 1000);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
