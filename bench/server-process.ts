import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProjectRoot } from '../server/project-root';

const KHOI = join(findProjectRoot(), 'bin', 'khoi.js');

/** A server in a process of its own; it writes its log into a file, as nobody is to spend time on reading it. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
  ) {}

  /** `khoi serve` as it is started by whoever uses it. */
  static khoi(databaseUrl: string, logFile: string): Promise<ServerProcess> {
    const env = { DATABASE_URL: databaseUrl, PORT: '0', KHOI_REQUESTS_PER_MINUTE: '100000000' };
    return ServerProcess.start([KHOI, 'serve'], env, logFile);
  }

  /** The server written by hand, for comparison. */
  static bare(databaseUrl: string, logFile: string): Promise<ServerProcess> {
    return ServerProcess.start([join(__dirname, 'bare-server.js')], { DATABASE_URL: databaseUrl }, logFile);
  }

  private static async start(
    args: string[],
    env: Record<string, string>,
    logFile: string,
  ): Promise<ServerProcess> {
    const log = openSync(logFile, 'w');
    const child = spawn(process.execPath, args, {
      env: { ...inherited(), ...env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    for (;;) {
      const address = / is ready at (\S+)/.exec(readFileSync(logFile, 'utf8'))?.[1];
      if (address) return new ServerProcess(child, address);
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(`The server ended before it was ready:\n${readFileSync(logFile, 'utf8')}`);
      }
      await sleep(20);
    }
  }

  /** What the process holds in memory now and held at most, in MB; nothing where the system does not tell. */
  memory(): { now: number; peak: number } | null {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
      return { now: read('VmRSS'), peak: read('VmHWM') };
    } catch {
      return null;
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await exited;
  }
}

/** Runs a command of `khoi` to its end; what it says is told only if it fails. */
export async function runKhoi(args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [KHOI, ...args], {
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`khoi ${args.join(' ')} failed:\n${output}`);
}

/** Nothing else of the caller's own configuration reaches what is measured. */
function inherited(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: process.env.HOME };
}
