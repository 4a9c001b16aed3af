import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { findProjectRoot } from '../server/project-root';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Posts JSON and answers JSON, over connections that are kept. */
export function post<Answer>(url: string, body: object): Promise<Answer> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString('utf8'))));
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
}

/** A server in a process of its own, as users run it. */
export class BenchServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Runs a script of the build, which prints a line with `ready` and its address. */
  static start(script: string, args: string[], env: Record<string, string>): Promise<BenchServer> {
    const child = spawn(process.execPath, [join(findProjectRoot(), script), ...args], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return new Promise((resolve, reject) => {
      let output = '';
      child.stdout?.on('data', (text: Buffer) => {
        output += text;
        const url = /ready at (http:\S+)/.exec(output)?.[1];
        if (url) resolve(new BenchServer(child, url));
      });
      child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${output}`)));
    });
  }

  static khoi(databaseUrl: string): Promise<BenchServer> {
    const env = { DATABASE_URL: databaseUrl, KHOI_SAMPLE_DATA: 'false' };
    return BenchServer.start('bin/khoi.js', ['serve'], env);
  }

  /** Resident memory in MB, where the system tells. */
  get memory(): number | null {
    const status = `/proc/${this.child.pid}/status`;
    if (!existsSync(status)) return null;
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }
}
