import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StepError } from './run.mjs';

/** npm's script, to be run by this Node: npm tells it to what it runs; else it lies beside Node. */
export function findNpm() {
  const bin = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(bin, 'node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  const found = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  if (!found) throw new StepError('npm was not found; run "npm ci" in the project, then start again.', 1);
  return found;
}
