import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../config';
import { findProjectRoot } from '../project-root';
import { UsageError } from './command';
import { commands } from './commands';

/** Runs `khoi` with the arguments after its name and returns the exit code: 0, 1 if it failed, 2 if called wrongly. */
export async function runCli(args: readonly string[]): Promise<number> {
  try {
    await dispatch(args);
    return 0;
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    return error instanceof ConfigError || isUsageError(error) ? 2 : 1;
  }
}

async function dispatch([name, ...rest]: readonly string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return print(helpText());
  if (name === '--version' || name === '-v') return print(readVersion());
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) throw new UsageError(`There is no command "${name}".\n\n${helpText()}`);
  const command = await entry.load();
  if (rest.includes('--help') || rest.includes('-h')) return print(command.help);
  await command.run(rest);
}

function helpText(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return [
    'Usage: khoi COMMAND [ARGUMENTS]',
    '',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    '  khoi COMMAND --help says more of one; khoi --version prints the version.',
    '  Configuration is by environment variables, see README.md.',
  ].join('\n');
}

/** The version in package.json. */
export function readVersion(): string {
  const manifest = JSON.parse(readFileSync(join(findProjectRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

/** `parseArgs` throws TypeErrors with codes of its own. */
function isUsageError(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return error instanceof UsageError || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_'));
}

/** The message alone; the stack is for whoever looks for the fault in Khối itself. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return process.env.LOG_LEVEL === 'debug' ? String(error.stack) : error.message;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
