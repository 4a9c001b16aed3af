import 'reflect-metadata';
import { runCli } from './cli/run-cli';

/** The one entry point: `node dist/server/main.js COMMAND`, which bin/khoi.js and bin/start.mjs call in their process. */
void runCli(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
