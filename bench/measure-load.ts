import { isDeepStrictEqual } from 'node:util';
import type { BenchWorld } from './bench-world';
import { cellCode } from './generate/world';
import { HttpConnection } from './http-connection';
import type { Log } from './log';
import { listQuestions } from './questions';
import { ServerProcess } from './server-process';

export const CONNECTIONS = 16;
const ROUNDS = 2;

export interface LoadResult {
  size: string;
  what: string;
  /** Answers a second. */
  rate: number;
  bareRate: number | null;
}

interface Load {
  what: string;
  request: object;
  bare: object | null;
}

/** How many answers a second at sixteen connections, beside a server written by hand. */
export async function measureLoad(
  world: BenchWorld,
  server: ServerProcess,
  seconds: number,
  logFile: string,
  log: Log,
): Promise<LoadResult[]> {
  const bareServer = await ServerProcess.bare(world.url, logFile);
  try {
    const results: LoadResult[] = [];
    for (const { what, request, bare } of listLoads(world.cells)) {
      if (bare) await verifyEqual(what, server.address, request, bareServer.address, bare);
      const rates: number[] = [];
      const bareRates: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        rates.push(await rateOf(server.address, '/graphql', request, seconds));
        if (bare) bareRates.push(await rateOf(bareServer.address, '/', bare, seconds));
      }
      results.push({ size: world.size, what, rate: mean(rates), bareRate: bare && mean(bareRates) });
      log(`${world.size}: ${what} at ${CONNECTIONS} connections`);
    }
    return results;
  } finally {
    await bareServer.stop();
  }
}

function listLoads(cells: number): Load[] {
  const today = new Date().toISOString().slice(0, 10);
  const cell = cellCode(Math.floor(cells / 2));
  const question = listQuestions(cells).find(({ name }) => name === 'Q2');
  if (!question) throw new Error('There is no Q2.');
  return [
    { what: '50 of all reports', request: list(null), bare: { unit: null, today } },
    { what: '50 of the reports of a cell', request: list(cell), bare: { unit: cell, today } },
    { what: 'Q2', request: question.request, bare: null },
  ];
}

function list(unit: string | null): object {
  return {
    query: `query List($filter: ObservationFilter) {
      observations(perPage: 50, filter: $filter) {
        items {
          id numeric period { code } indicator { code }
          unit { code name parent { code name } }
        }
        total
      }
    }`,
    variables: { filter: unit === null ? null : { unit: { eq: unit } } },
  };
}

async function verifyEqual(
  what: string,
  address: string,
  request: object,
  bareAddress: string,
  bare: object,
): Promise<void> {
  const ask = async (at: string, path: string, body: object) => {
    const connection = await HttpConnection.open(at);
    const answer = await connection.send(connection.prepare(path, body));
    connection.close();
    // The served answer also says what it costs.
    return (JSON.parse(answer.toString()) as { data: object }).data;
  };
  const [served, byHand] = [await ask(address, '/graphql', request), await ask(bareAddress, '/', bare)];
  if (!isDeepStrictEqual(served, byHand)) {
    throw new Error(
      `${what}: the two servers answer differently:\n${JSON.stringify(served).slice(0, 500)}\n${JSON.stringify(byHand).slice(0, 500)}`,
    );
  }
}

async function rateOf(address: string, path: string, body: object, seconds: number): Promise<number> {
  const connections = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => HttpConnection.open(address)),
  );
  const run = async (forSeconds: number) => {
    const startedAt = performance.now();
    const until = startedAt + forSeconds * 1000;
    let answers = 0;
    await Promise.all(
      connections.map(async (connection) => {
        const request = connection.prepare(path, body);
        while (performance.now() < until) {
          await connection.send(request);
          answers += 1;
        }
      }),
    );
    return (answers * 1000) / (performance.now() - startedAt);
  };
  await run(1);
  const rate = await run(seconds);
  for (const connection of connections) connection.close();
  return rate;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
