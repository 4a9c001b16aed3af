import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keyHeader } from './bench-key';
import type { BenchWorld } from './bench-world';
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
    const senders = startSenders(server.address);
    const beside = await askFor(1)
      .then(() => askFor(seconds))
      .catch(async (error: unknown) => {
        await senders.stop();
        throw error;
      });
    const statuses = await senders.stop();
    const sent = Object.values(statuses).reduce((sum, count) => sum + count, 0);
    log(`${world.size}: ${QUESTION} beside ${sent} hostile requests`);
    return { size: world.size, question: QUESTION, alone, beside, sent, statuses };
  } finally {
    connection.close();
  }
}

/** Starts the senders; `stop` answers the statuses that they were answered with. */
function startSenders(address: string): { stop(): Promise<Record<string, number>> } {
  const script = join(__dirname, 'hostile-sender.js');
  const child = spawn(process.execPath, [script, address, keyHeader, String(SENDERS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (text) => {
    printed += String(text);
  });
  return {
    async stop() {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
      return JSON.parse(printed) as Record<string, number>;
    },
  };
}
