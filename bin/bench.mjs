/** `npm run bench`: the bench program, on what is installed and built first if it is not yet. */
import { ensureBuilt } from './steps/build.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { withPrepareLock } from './steps/lock.mjs';
import { runCommand, runNode } from './steps/run.mjs';

await runCommand(async () => {
  await withPrepareLock(ensureInstalled);
  await withPrepareLock(ensureBuilt);
  await runNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.bench.json']);
  await runNode('dist/bench/main.js', process.argv.slice(2));
});
