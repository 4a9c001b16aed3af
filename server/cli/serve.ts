import { isIPv6 } from 'node:net';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { createApp } from '../app';
import { type Config, loadConfig } from '../config';
import { withStartupLock } from '../database/advisory-lock';
import { migrate } from '../database/migrate';
import { openDatabase } from '../database/open-database';
import { couldAlterTrace } from '../database/server-role';
import { loadTrustedDocuments } from '../http/read-document';
import { listen } from '../listen';
import { FoldLoop } from '../rollup/fold-loop';
import { loadSample } from '../sample/load-sample';
import { createFirstUser } from '../sign-in/first-user';
import { isLoopback } from '../sign-in/loopback';
import { ClosingStack } from './closing-stack';
import type { Command } from './command';

/** What takes longer to read than this is refused; answers have the same limit by themselves. */
const STATEMENT_TIMEOUT_MS = 30_000;

const print = (line: string) => process.stdout.write(`${line}\n`);

export const serve: Command = {
  help: `Usage: khoi serve

Opens the database (that of DATABASE_URL, else the embedded one in KHOI_DATA_DIR), brings its schema up to date, loads
the sample into it if KHOI_SAMPLE_DATA says so and it is empty, and serves the admin, the playground and GraphQL on one
port. Ctrl-C stops it; pressed again, at once.`,

  async run(args) {
    parseArgs({ args, options: {} });
    const config = loadConfig(process.env);
    const stack = new ClosingStack(print);
    try {
      await start(config, stack);
    } catch (error) {
      if (stack.isStopping) return;
      await stack.close();
      throw error;
    }
  },
};

async function start(config: Config, stack: ClosingStack): Promise<void> {
  const database = await stack.use(
    openDatabase(config, { command: 'khoi serve', log: print, statementTimeoutMs: STATEMENT_TIMEOUT_MS }),
    (opened) => opened.close(),
  );
  await database.asOwner((owner) => prepareSchema(owner, database.serverRole, config));
  const { dataSource } = database;

  const creating = createApp({
    dataSource,
    config,
    clock: () => new Date(),
    trustedDocuments: loadTrustedDocuments(),
    // The logger's own way to write never ends when the terminal is closed: it tries again for ever.
    logStream: process.stdout,
  });
  const app = await stack.use(creating, (created) => created.close());
  await stack.use(Promise.resolve(new FoldLoop(dataSource, app.log)), (loop) => loop.stop());
  if (await couldAlterTrace(dataSource)) print(traceNote);
  const port = await listen(app, config);
  // Not before it listens: should the start fail, nobody would see the password.
  const password = await withStartupLock(dataSource, () => createFirstUser(dataSource));
  const address = addressOf(config.host, port);
  database.announce(address);

  if (port !== config.port && !config.portIsFixed) print(`Port ${config.port} is taken; using ${port}.`);
  print(`Khối is ready at ${address}

  Admin       ${address}/
  Playground  ${address}/playground
  GraphQL     ${address}/graphql
`);
  if (password !== null) print(firstUserNote(password));
  if (isLoopback(config.host)) print('It answers on this machine only. Ctrl-C stops it.');
  else if (config.publicUrl?.protocol !== 'https:') print(plainWarning(config.host));
}

/** Where a browser on this machine finds it: "every address" is none that can be opened. */
function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}

/** One server at a time, since two that start at once would both find the schema old and the tables empty. */
async function prepareSchema(
  owner: DataSource,
  serverRole: string | undefined,
  config: Config,
): Promise<void> {
  await withStartupLock(owner, async () => {
    for (const name of await migrate(owner, serverRole)) print(`Migrated the database: ${name}.`);
    if (config.sampleData && (await isEmpty(owner))) {
      print('Loading the sample data…');
      await loadSample(owner);
    }
  });
}

async function isEmpty(dataSource: DataSource): Promise<boolean> {
  const [row] = await dataSource.query<{ empty: boolean }[]>(
    'select not exists (select from party_unit) and not exists (select from indicator) as empty',
  );
  return row?.empty === true;
}

const traceNote = `The server's role owns the database: it could alter the trace of changes, too. With a role of its own in
DATABASE_URL and the owner in KHOI_OWNER_DATABASE_URL it could not.`;

function firstUserNote(password: string): string {
  return [
    '='.repeat(78),
    'The first user was made. This is shown once; the password must be changed at the',
    'first sign-in.',
    '',
    '  User name  admin',
    `  Password   ${password}`,
    '='.repeat(78),
    '',
  ].join('\n');
}

function plainWarning(host: string): string {
  return [
    '!'.repeat(78),
    `WARNING: HOST=${host} lets other machines reach Khối over plain HTTP, where passwords`,
    'and keys can be read on the way. Put it behind something that speaks HTTPS, and say',
    'in KHOI_PUBLIC_URL how people reach it; without HOST it answers on this machine only.',
    '!'.repeat(78),
    '',
  ].join('\n');
}
