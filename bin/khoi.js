#!/usr/bin/env node
/** `npx khoi COMMAND`: the command line, installed and built first if it is not yet. Its own output stays clean. */
void import('./steps/run.mjs').then(({ runCommand }) =>
  runCommand(async () => {
    const { prepare } = await import('./steps/prepare.mjs');
    await prepare();
    require('../dist/server/main.js');
  }),
);
