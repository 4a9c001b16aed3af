#!/usr/bin/env node
/**
 * `npm start`: from a fresh clone to a running server. It needs nothing but Node: what it installs and builds comes
 * before the first import from node_modules. The server then runs in this same process, so that Ctrl-C reaches it.
 */
import { createRequire } from 'node:module';
import { prepare } from './steps/prepare.mjs';
import { runCommand } from './steps/run.mjs';

await runCommand(async () => {
  await prepare();
  process.argv.splice(2, 0, 'serve');
  createRequire(import.meta.url)('../dist/server/main.js');
});
