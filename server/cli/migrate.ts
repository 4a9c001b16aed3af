import { parseArgs } from 'node:util';
import { loadConfig } from '../config';
import { withStartupLock } from '../database/advisory-lock';
import { migrate } from '../database/migrate';
import { openDatabaseBesideServer } from '../database/open-database';
import type { Command } from './command';

export const migrateCommand: Command = {
  help: `Usage: khoi migrate

Runs the migrations that the database has not seen yet and prints their names. It may run beside a server, and twice
at once: one waits for the other. It works as the owner of the schema, whom KHOI_OWNER_DATABASE_URL names beside
DATABASE_URL, and gives the role of DATABASE_URL its rights. \`khoi serve\` does the same when it starts.`,

  async run(args) {
    parseArgs({ args, options: {} });
    const print = (line: string) => process.stdout.write(`${line}\n`);
    const database = await openDatabaseBesideServer(loadConfig(process.env), {
      command: 'khoi migrate',
      log: print,
    });
    try {
      const names = await database.asOwner((owner) =>
        withStartupLock(owner, () => migrate(owner, database.serverRole)),
      );
      for (const name of names) print(`Ran ${name}.`);
      if (names.length === 0) print('The database is up to date.');
    } finally {
      await database.close();
    }
  },
};
