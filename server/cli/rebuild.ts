import { parseArgs } from 'node:util';
import { loadConfig } from '../config';
import { openDatabaseBesideServer } from '../database/open-database';
import { rebuild } from '../rollup/rebuild';
import type { Command } from './command';
import { refuseOldSchema } from './refuse-old-schema';

export const rebuildCommand: Command = {
  help: `Usage: khoi rebuild

Makes the roll-ups anew from units and figures, in one transaction. They keep themselves right while Khối writes: this is
for a database that was edited by hand or restored in part, where khoi verify finds roll-ups that differ. It may run
beside a server, which answers from the old ones until it is done.`,

  async run(args) {
    parseArgs({ args, options: {} });
    const log = (line: string) => process.stderr.write(`${line}\n`);
    const database = await openDatabaseBesideServer(loadConfig(process.env), {
      command: 'khoi rebuild',
      log,
    });
    try {
      await refuseOldSchema(database.dataSource);
      const indicators = await rebuild(database.dataSource, ({ done, of }) => {
        log(`indicator ${done + 1} of ${of}`);
      });
      process.stdout.write(`The roll-ups of ${indicators} indicators are made anew.\n`);
    } finally {
      await database.close();
    }
  },
};
