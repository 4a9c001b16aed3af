/** `npm run bench`: builds what is stale and measures it; `npm run bench -- --help` says how. */
import { createRequire } from 'node:module';
import { prepare } from './steps/prepare.mjs';
import { runCommand, runNode } from './steps/run.mjs';

await runCommand(async () => {
  await prepare();
  await runNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.bench.json']);
  createRequire(import.meta.url)('../dist/bench/main.js');
});
