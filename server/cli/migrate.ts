import { parseArgs } from 'node:util';
import { loadConfig } from '../config';
import { withStartupLock } from '../database/advisory-lock';
import { migrate } from '../database/migrate';
import { openDatabaseBesideServer } from '../database/open-database';
import type { Command } from './command';

export const migrateCommand: Command = {
  help: `Usage: khoi migrate

Runs the migrations that the database has not seen yet and prints their names. It may run beside a server, and twice
at once: one waits for the other. \`khoi serve\` does the same when it starts.`,

  async run(args) {
    parseArgs({ args, options: {} });
    const print = (line: string) => process.stdout.write(`${line}\n`);
    const database = await openDatabaseBesideServer(loadConfig(process.env), {
      command: 'khoi migrate',
      log: print,
    });
    try {
      const { dataSource } = database;
      const names = await withStartupLock(dataSource, () => migrate(dataSource));
      for (const name of names) print(`Ran ${name}.`);
      if (names.length === 0) print('The database is up to date.');
    } finally {
      await database.close();
    }
  },
};
