import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config';
import { openDatabaseBesideServer } from '../database/open-database';
import { describeReport } from '../import/describe-report';
import { importFile } from '../import/import-file';
import { emptyPolicies, type ImportOptions, numberFormats, resources } from '../import/import-options';
import { type Command, UsageError } from './command';
import { refuseOldSchema } from './refuse-old-schema';
import { showProgress } from './show-progress';

export const importCommand: Command = {
  help: `Usage: khoi import units|indicators|observations FILE [OPTIONS]

Imports a CSV file (UTF-8, with a header row; - reads standard input), all of it or nothing. Rows whose key exists
correct what is there. What is wrong is listed by row; exit code 1 then, and 2 if the command was called wrongly.

  --dry-run         check and count everything, change nothing
  --numbers FORMAT  how values are written: plain (4240.5), vi (4.240,5), en (4,240.5), or auto (the default), which
                    finds out from the whole file and refuses one that can be read in two ways
  --empty POLICY    what an empty value of an observation means: refuse (the default), skip the row, or delete what
                    was reported
  --problems N      how many problems to list, 50 unless said

The columns are described in docs/import.md. It may run beside a server.`,

  async run(args) {
    const { resource, file, options } = readArguments(args);
    const log = (line: string) => process.stderr.write(`${line}\n`);
    const bytes = await openFile(file);
    const database = await openDatabaseBesideServer(loadConfig(process.env), { command: 'khoi import', log });
    const progress = showProgress(process.stderr);
    try {
      await refuseOldSchema(database.dataSource);
      const report = await importFile(database.dataSource, resource, bytes, {
        ...options,
        onProgress: progress.show,
      });
      progress.end();
      if (report.problemCount > 0) throw new Error(describeReport(report));
      process.stdout.write(`${describeReport(report)}\n`);
    } finally {
      progress.end();
      await database.close();
    }
  },
};

function readArguments(args: string[]) {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      numbers: { type: 'string', default: 'auto' },
      empty: { type: 'string', default: 'refuse' },
      problems: { type: 'string', default: '50' },
    },
  });
  const [resource, file, ...more] = positionals;
  if (resource === undefined || file === undefined || more.length > 0) {
    throw new UsageError('Name what to import and one file: khoi import units|indicators|observations FILE');
  }
  const options: Partial<ImportOptions> = {
    dryRun: values['dry-run'],
    numbers: oneOf('--numbers', values.numbers, numberFormats),
    empty: oneOf('--empty', values.empty, emptyPolicies),
    problemLimit: readCount('--problems', values.problems),
  };
  return { resource: oneOf('What to import', resource, resources), file, options };
}

function oneOf<Value extends string>(what: string, text: string, allowed: readonly Value[]): Value {
  const found = allowed.find((value) => value === text);
  if (!found) throw new UsageError(`${what} is ${allowed.join(', ')}; not "${text}".`);
  return found;
}

function readCount(what: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UsageError(`${what} is a whole number from 1; not "${text}".`);
  return Number(text);
}

/** Before the database is opened: a misspelt name should not start one. */
async function openFile(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return process.stdin;
  try {
    await access(file, constants.R_OK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(
      code === 'ENOENT' ? `There is no file ${file}.` : `The file ${file} cannot be read: ${message}`,
    );
  }
  return createReadStream(file);
}
