/**
 * `npm test`: everything that must hold, from a fresh clone: what is missing is installed, then the checks, the build
 * and the tests run. Arguments go to jest: `npm test -- test/spec/start`.
 */
import { ensureBuilt } from './steps/build.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { withPrepareLock } from './steps/lock.mjs';
import { findNpm } from './steps/npm.mjs';
import { runCommand, runNode } from './steps/run.mjs';

await runCommand(async () => {
  await withPrepareLock(ensureInstalled);
  await runNode(findNpm(), ['run', '--silent', 'check']);
  await withPrepareLock(ensureBuilt);
  await runNode('node_modules/jest/bin/jest.js', process.argv.slice(2));
});
