/** `npm run build`: the server and the pages, into dist/. */
import { build } from './steps/build.mjs';
import { withPrepareLock } from './steps/lock.mjs';
import { runCommand } from './steps/run.mjs';

await runCommand(() => withPrepareLock(build));
