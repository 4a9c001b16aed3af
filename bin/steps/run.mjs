import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** Runs a Node script to its end, its output in this terminal, and without a shell: no path needs quoting. */
export function runNode(script, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit'],
      env,
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new StepError(
            `${[script, ...args].join(' ')} failed (${signal ?? `exit code ${code}`}).`,
            code ?? 1,
          ),
        );
    });
  });
}

/** A step that failed and has already said why. */
export class StepError extends Error {
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs the work of a command and turns what fails into one line and an exit code. */
export async function runCommand(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof StepError ? error.message : error);
    process.exitCode = error.exitCode ?? 1;
  }
}
