import 'reflect-metadata';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { ClosingStack } from '../server/cli/closing-stack';
import { findProjectRoot } from '../server/project-root';
import { allowBenchKey } from './bench-key';
import { type BenchWorld, openWorld } from './bench-world';
import { Databases, makeTemporaryFolder } from './databases';
import { checkGoals } from './goals';
import { logProgress as log } from './log';
import { measureHostile } from './measure-hostile';
import { measureImport } from './measure-import';
import { measureLoad } from './measure-load';
import { measureQuestions } from './measure-questions';
import { measureWrites } from './measure-writes';
import { help, type Options, readOptions, UsageError } from './options';
import { describeResults } from './report';
import type { Results } from './results';
import { ServerProcess } from './server-process';

void main().catch((error: unknown) => {
  const isUsage = error instanceof UsageError;
  process.stderr.write(`${error instanceof Error && !isUsage ? error.stack : String(error)}\n`);
  process.exitCode = isUsage ? 2 : 1;
});

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(`${help}\n`);
    return;
  }
  const startedAt = new Date().toISOString();
  const stack = new ClosingStack(log);
  try {
    const found = await measure(options, stack);
    const results = { startedAt, ...found, goals: checkGoals({ startedAt, ...found }) };
    const path = options.json ?? defaultPath(results);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify(results, null, 2)}\n`);
    process.stdout.write(`${describeResults(results)}\n\nWritten to ${path}\n`);
  } catch (error) {
    if (!stack.isStopping) throw error;
  } finally {
    if (!stack.isStopping) await stack.close();
  }
}

async function measure(options: Options, stack: ClosingStack): Promise<Omit<Results, 'startedAt' | 'goals'>> {
  const { parts } = options;
  const folder = await stack.use(makeTemporaryFolder(), (path) => rm(path, { recursive: true, force: true }));
  const databases = await stack.use(Databases.open(options), (opened) => opened.stop());
  const results: Omit<Results, 'startedAt' | 'goals'> = {
    machine: describeMachine(),
    postgres: await databases.describe(),
    shape: options.shape,
    seed: options.seed,
    worlds: [],
    questions: [],
    space: [],
    writes: [],
    load: [],
    hostile: [],
    imports: [],
    memory: [],
  };

  const worlds: BenchWorld[] = [];
  const needsWorlds = [...parts].some((part) => part !== 'import');
  for (const size of needsWorlds ? options.sizes : []) {
    const opening = openWorld(databases, size, options.shape, options.seed, log);
    const world = await stack.use(opening, async ({ database }) => {
      if (!options.keep) await databases.drop(database);
    });
    worlds.push(world);
    results.worlds.push({ size, cells: world.cells, generatedInSeconds: world.seconds });
    if (parts.has('space')) results.space.push(world.space);
  }

  const served: { world: BenchWorld; server: ServerProcess }[] = [];
  for (const world of worlds) {
    await allowBenchKey(world.url);
    const starting = ServerProcess.khoi(world.url, join(folder, `${world.size}.log`));
    served.push({ world, server: await stack.use(starting, (started) => started.stop()) });
  }
  if (parts.has('questions') && served.length > 0) {
    results.questions = await measureQuestions(served, options.rounds, log);
  }
  for (const { world, server } of served) {
    if (parts.has('load')) {
      const logFile = join(folder, `${world.size}-bare.log`);
      results.load.push(...(await measureLoad(world, server, options.seconds, logFile, log)));
    }
    if (parts.has('hostile')) {
      results.hostile.push(await measureHostile(world, server, options.seconds, log));
    }
    if (parts.has('writes')) {
      results.writes.push(...(await measureWrites(world, server, options.seconds, log)));
    }
  }
  for (const { world, server } of served) {
    const memory = server.memory();
    if (memory) results.memory.push({ size: world.size, nowMb: memory.now, peakMb: memory.peak });
    await server.stop();
  }

  if (parts.has('import')) {
    for (const shape of options.importShapes) {
      results.imports.push(
        await measureImport(databases, shape, options.importRows, options.seed, folder, log),
      );
    }
  }
  return results;
}

function describeMachine(): Results['machine'] {
  return {
    cpus: cpus().length,
    cpu: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
  };
}

function defaultPath({ startedAt, worlds }: Results): string {
  const time = startedAt.slice(0, 19).replaceAll(':', '-');
  const name = [time, ...worlds.map(({ size }) => size)].join('-');
  return join(findProjectRoot(), 'bench-results', `${name}.json`);
}
