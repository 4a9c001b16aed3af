import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

const root = join(__dirname, '../..');

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
}

/** The real command in a process of its own. */
export class ServerProcess {
  private output = '';
  readonly exited: Promise<Exit>;
  private readonly child: ChildProcessWithoutNullStreams;

  /** `env` is all of the configuration: nothing of the caller's own reaches the command. */
  constructor(args: readonly string[], env: Record<string, string>, projectDir = root) {
    this.child = spawn(process.execPath, [join(projectDir, 'bin/khoi.js'), ...args], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    this.exited = new Promise((resolve) => {
      this.child.once('close', (code, signal) => resolve({ code, signal, output: this.text }));
    });
  }

  /** Everything it has printed so far. */
  get text(): string {
    return stripVTControlCharacters(this.output);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** The address in the line that says it is ready. */
  async ready(): Promise<string> {
    for (;;) {
      const address = / is ready at (\S+)/.exec(this.text)?.[1];
      if (address) return address;
      const exit = await Promise.race([this.exited, sleep(20)]);
      if (exit)
        throw new Error(
          `The server ended (${exit.signal ?? exit.code}) before it was ready:\n${exit.output}`,
        );
    }
  }

  /** As when the terminal is closed: what it prints from now on goes nowhere. */
  closeOutput(): void {
    this.child.stdout.destroy();
    this.child.stderr.destroy();
  }

  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Exit> {
    this.child.kill(signal);
    return this.exited;
  }
}

/** A server on any free port, once it is ready. */
export async function startServer(
  env: Record<string, string>,
): Promise<{ server: ServerProcess; address: string }> {
  const server = new ServerProcess(['serve'], { PORT: '0', ...env });
  return { server, address: await server.ready() };
}

/** Runs a command of the command line to its end. */
export function runKhoi(args: readonly string[], env: Record<string, string> = {}): Promise<Exit> {
  return new ServerProcess(args, env).exited;
}
