import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDataSource } from '../server/data-source';
import { startEmbeddedDatabase } from '../server/database/embedded-database';
import { migrate } from '../server/database/migrate';
import { type Site, timeAnswers } from './answers';
import { timeImport } from './imports';
import { figuresACell, fillNation, growNation } from './nation';
import { help, type Options, readOptions } from './options';
import { describe, type Results, type SizeResults } from './report';
import { timeRequests } from './requests';
import { BenchServer } from './server';
import { timeWrites } from './writes';

const startedAt = performance.now();
const log = (line: string) =>
  process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);

/** Durable as for users, with memory as a machine for statistics has it. */
const settings = { shared_buffers: '512MB', max_wal_size: '4GB', max_connections: '100' };

interface RunningSite extends Site {
  server: BenchServer;
  cells: number;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(`${help}\n`);
    return;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'khoi-bench-'));
  // As root, PostgreSQL runs as a user who must get through.
  await chmod(dataDir, 0o711);
  const database = await startEmbeddedDatabase({ dataDir, log: () => {}, command: 'the bench', settings });
  try {
    const results = await measure(database.url, options);
    await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
    process.stdout.write(`${describe(results)}\n`);
  } finally {
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(postgresUrl: string, { sizes, cellsACommune, json }: Options): Promise<Results> {
  const importUrl = await createMigrated(postgresUrl, 'bench_import');
  const imported = await timeImport(
    importUrl,
    Math.min(1_000_000, sizes[0]?.observations ?? 0),
    cellsACommune,
  );
  log('imported');
  const sites: RunningSite[] = [];
  try {
    for (const size of sizes) sites.push(await openSite(postgresUrl, size));
    const answers = await timeAnswers(sites);
    log('answered');
    const results: SizeResults[] = [];
    for (const { size, url, client, server, cells } of sites) {
      const writes = await timeWrites(url, client, cells);
      await checkRoot(client);
      log(`${size}: written`);
      const requests = await timeRequests(url, server.url);
      await client.query('vacuum');
      results.push({
        size,
        observations: cells * figuresACell,
        answers: answers.get(size) ?? [],
        writes,
        requests,
        bytes: await bytesOf(client),
        serverMemory: server.memory,
      });
    }
    log(`done; the results go to ${json}`);
    const shape = cellsACommune === null ? 'cells over all communes' : `${cellsACommune} cells a commune`;
    return { machine: await machineOf(sites), sizes: results, import: { ...imported, shape } };
  } finally {
    for (const { server, client } of sites) {
      await server.stop();
      await client.end();
    }
  }
}

async function openSite(postgresUrl: string, size: Options['sizes'][number]): Promise<RunningSite> {
  const url = await createMigrated(postgresUrl, `bench_${size.name.toLowerCase()}`);
  const client = new Client({ connectionString: url });
  await client.connect();
  const cells = Math.ceil(size.observations / figuresACell);
  await growNation(client, cells, null);
  log(`${size.name}: grown`);
  await fillNation(client, (line) => log(`${size.name}: ${line}`));
  const server = await BenchServer.khoi(url);
  return { size: size.name, url, serverUrl: server.url, client, server, cells };
}

async function createMigrated(postgresUrl: string, name: string): Promise<string> {
  const maintenance = new Client({ connectionString: postgresUrl });
  await maintenance.connect();
  await maintenance.query(`create database ${name}`);
  await maintenance.end();
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  const dataSource = await createDataSource(url.href).initialize();
  await migrate(dataSource);
  await dataSource.destroy();
  return url.href;
}

/** After all edits, the root's roll-ups must still be what the observations make. */
async function checkRoot(client: Client): Promise<void> {
  const { rows } = await client.query(`
    select indicator.code
    from indicator
    where (select sum(value) from rollup where rollup.indicator_id = indicator.id and unit_id = 1)
      is distinct from (select sum(value) from observation where observation.indicator_id = indicator.id)
      and kept_as = 'FLOW'`);
  if (rows.length > 0)
    throw new Error(`The roll-ups of ${rows.map(({ code }) => code).join(', ')} are wrong.`);
}

async function bytesOf(client: Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string; bytes: string }>(
    `select name, pg_total_relation_size(name::regclass) as bytes
     from unnest(array['observation', 'rollup', 'rollup_delta', 'unit_closure']) as name`,
  );
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, Number(bytes)]));
}

async function machineOf([site]: RunningSite[]): Promise<string> {
  const version = await site?.client.query("select split_part(version(), ' on ', 1) as name");
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, ${version?.rows[0].name}`;
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
