import { setTimeout as sleep } from 'node:timers/promises';

export interface Percentiles {
  p50: number;
  p95: number;
}

export function percentilesOf(milliseconds: readonly number[]): Percentiles {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How often a second so many workers at once get something done. */
export async function ratePerSecond(
  workers: number,
  seconds: number,
  work: (worker: number, turn: number) => Promise<void>,
): Promise<{ rate: number; turns: number[] }> {
  const end = performance.now() + seconds * 1000;
  const start = performance.now();
  const turns = await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      let turn = 0;
      for (; performance.now() < end; turn += 1) await work(worker, turn);
      return turn;
    }),
  );
  const done = turns.reduce((sum, count) => sum + count, 0);
  return { rate: (done * 1000) / (performance.now() - start), turns };
}

export async function until(isDone: () => Promise<boolean>): Promise<void> {
  while (!(await isDone())) await sleep(50);
}
