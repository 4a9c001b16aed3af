import { setTimeout as sleep } from 'node:timers/promises';
import { keyHeader } from './bench-key';
import type { BenchWorld } from './bench-world';
import { hostileRequests } from './hostile-requests';
import { HttpConnection } from './http-connection';
import type { Log } from './log';
import { listQuestions } from './questions';
import type { ServerProcess } from './server-process';
import { type Percentiles, percentilesOf, timed } from './statistics';

/** So many send hostile requests, each the next as soon as one is answered. */
const SENDERS = 4;
const QUESTION = 'Q2';

export interface HostileResult {
  size: string;
  question: string;
  alone: Percentiles;
  beside: Percentiles;
  /** How many hostile requests were sent meanwhile, and which statuses they were answered with. */
  sent: number;
  statuses: Record<string, number>;
}

/** What a person waits for a usual question while others try to keep the server busy. */
export async function measureHostile(
  world: BenchWorld,
  server: ServerProcess,
  seconds: number,
  log: Log,
): Promise<HostileResult> {
  const question = listQuestions(world.cells).find(({ name }) => name === QUESTION);
  if (!question) throw new Error(`There is no ${QUESTION}.`);
  const connection = await HttpConnection.open(server.address);
  const request = connection.prepare('/graphql', question.request);
  const askFor = async (forSeconds: number) => {
    const times: number[] = [];
    const until = performance.now() + forSeconds * 1000;
    while (performance.now() < until) {
      times.push(await timed(() => connection.send(request)));
      // People think in between.
      await sleep(20);
    }
    return percentilesOf(times);
  };
  try {
    await askFor(1);
    const alone = await askFor(seconds);
    const stopping = new AbortController();
    const statuses: Record<string, number> = {};
    const senders = Array.from({ length: SENDERS }, (_, no) =>
      sendHostile(server.address, no, statuses, stopping.signal),
    );
    const beside = await askFor(seconds);
    stopping.abort();
    await Promise.all(senders);
    const sent = Object.values(statuses).reduce((sum, count) => sum + count, 0);
    log(`${world.size}: ${QUESTION} beside ${sent} hostile requests`);
    return { size: world.size, question: QUESTION, alone, beside, sent, statuses };
  } finally {
    connection.close();
  }
}

async function sendHostile(
  address: string,
  sender: number,
  statuses: Record<string, number>,
  stopped: AbortSignal,
): Promise<void> {
  const bodies = hostileRequests.map(({ body }) => body());
  for (let turn = sender; !stopped.aborted; turn += 1) {
    const status = await statusOf(`${address}/graphql`, bodies[turn % bodies.length] ?? '');
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
}

/** A body that is too large may be cut off before it is answered. */
async function statusOf(url: string, body: string): Promise<string> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    authorization: keyHeader,
  };
  try {
    const response = await fetch(url, { method: 'POST', headers, body });
    await response.arrayBuffer();
    return String(response.status);
  } catch {
    return 'cut off';
  }
}
