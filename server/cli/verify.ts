import { parseArgs } from 'node:util';
import { loadConfig } from '../config';
import { openDatabaseBesideServer } from '../database/open-database';
import { type CheckResult, verify } from '../verify/verify';
import type { Command } from './command';
import { refuseOldSchema } from './refuse-old-schema';

export const verifyCommand: Command = {
  help: `Usage: khoi verify

Checks the database against everything that must hold in it: references, the tree at every date, figures, formulas,
their earlier versions, and the roll-ups, which it recomputes. What does not is listed, and the exit code is 1. It changes nothing and may run beside a server; run it after a backup
was restored, or when tables were edited by hand.`,

  async run(args) {
    parseArgs({ args, options: {} });
    const log = (line: string) => process.stderr.write(`${line}\n`);
    const database = await openDatabaseBesideServer(loadConfig(process.env), { command: 'khoi verify', log });
    try {
      await refuseOldSchema(database.dataSource);
      const results = await verify(database.dataSource);
      process.stdout.write(`${results.map(describe).join('\n')}\n`);
      const differences = results.reduce((sum, { count }) => sum + count, 0);
      if (differences > 0) {
        const places = differences === 1 ? 'one place' : `${differences.toLocaleString('en')} places`;
        throw new Error(`The database differs from what must hold in ${places}.`);
      }
      process.stdout.write('The database is as it must be.\n');
    } finally {
      await database.close();
    }
  },
};

function describe({ title, differences, count }: CheckResult): string {
  const left = count - differences.length;
  return [
    `${count === 0 ? 'holds' : 'FAILS'}  ${title}`,
    ...differences.map((difference) => `       - ${difference}`),
    ...(left > 0 ? [`       … and ${left} more`] : []),
  ].join('\n');
}
