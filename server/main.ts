import 'reflect-metadata';
import { runCli } from './cli/run-cli';

// The terminal may be closed, or the reader of a pipe gone, before the last line: no reason not to stop in order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** The one entry point: `node dist/server/main.js COMMAND`, which bin/khoi.js and bin/start.mjs call in their process. */
void runCli(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
