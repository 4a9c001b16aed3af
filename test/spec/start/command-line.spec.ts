import { createServer } from 'node:net';
import { version } from '../../../package.json';
import { createBlankDatabase } from '../../support/database';
import { runKhoi, ServerProcess, startServer } from '../../support/server-process';

jest.setTimeout(60_000);

describe('the command line', () => {
  it('lists its commands', async () => {
    const { code, output } = await runKhoi(['--help']);
    expect(code).toBe(0);
    expect(output).toContain('Usage: khoi COMMAND');
    expect(output).toMatch(/^ {2}serve +run the server/m);
    expect(output).toMatch(/^ {2}migrate +bring/m);
  });

  it('says its version', async () => {
    expect(await runKhoi(['--version'])).toEqual({ code: 0, signal: null, output: `${version}\n` });
  });

  it('says more of one command', async () => {
    expect(await runKhoi(['migrate', '--help'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('Usage: khoi migrate'),
    });
  });

  it.each([
    ['an unknown command', ['serv'], 'There is no command "serv".'],
    ['an unknown option', ['migrate', '--force'], "Unknown option '--force'"],
    ['an argument too many', ['serve', 'now'], "Unexpected argument 'now'"],
  ])('refuses %s with exit code 2', async (_, args, message) => {
    expect(await runKhoi(args)).toMatchObject({ code: 2, output: expect.stringContaining(message) });
  });
});

describe('a configuration that cannot work', () => {
  it('names every wrong variable in one message', async () => {
    expect(
      await runKhoi(['serve'], { PORT: 'http', KHOI_TIME_ZONE: 'Hà Nội', KHOI_SAMPLE_DATA: 'maybe' }),
    ).toEqual({
      code: 2,
      signal: null,
      output: [
        'The configuration is not valid:',
        '  - PORT: "http" is not a port; use a whole number from 0 (any free port) to 65535',
        '  - KHOI_SAMPLE_DATA: "maybe" is neither true nor false',
        '  - KHOI_TIME_ZONE: "Hà Nội" is not a time zone; use a name such as Asia/Ho_Chi_Minh',
        '',
      ].join('\n'),
    });
  });

  it('says where it found no database, without the password', async () => {
    const { code, output } = await runKhoi(['serve'], {
      DATABASE_URL: 'postgres://khoi:secret@127.0.0.1:9/khoi',
    });
    expect(code).toBe(1);
    expect(output).toContain('Cannot connect to the database khoi at 127.0.0.1:9');
    expect(output).not.toContain('secret');
  });
});

describe('where it listens', () => {
  let database: Awaited<ReturnType<typeof createBlankDatabase>>;
  let env: Record<string, string>;
  beforeAll(async () => {
    database = await createBlankDatabase();
    env = { DATABASE_URL: database.url };
  });
  afterAll(() => database.drop());

  /** Takes a port while the work runs; the next one is likely free. */
  async function withTakenPort(port: number, work: (port: number) => Promise<void>): Promise<void> {
    const taker = createServer();
    await new Promise<void>((listening, failed) =>
      taker.once('error', failed).listen(port, '127.0.0.1', listening),
    );
    const address = taker.address();
    await work(typeof address === 'object' && address ? address.port : 0).finally(() => taker.close());
  }

  it('refuses a PORT that is taken', () =>
    withTakenPort(0, async (port) => {
      expect(await runKhoi(['serve'], { ...env, PORT: String(port) })).toMatchObject({
        code: 1,
        output: expect.stringContaining(`Port ${port} is taken.`),
      });
    }));

  it('takes the next free port if none was asked for, and says so', () =>
    withTakenPort(4000, async () => {
      const server = new ServerProcess(['serve'], env);
      const port = Number(new URL(await server.ready()).port);
      expect(port).toBeGreaterThan(4000);
      expect(server.text).toContain(`Port 4000 is taken; using ${port}.`);
      await server.stop();
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
    }));

  it('warns loudly if other machines can reach it', async () => {
    const { server } = await startServer({ ...env, HOST: '0.0.0.0' });
    // The warning goes to another stream than the line that says ready: only at the end both are read for sure.
    const { output } = await server.stop();
    expect(output).toContain('WARNING: HOST=0.0.0.0 lets other machines reach Khối over plain HTTP');
    expect(output).not.toContain('It answers on this machine only. Ctrl-C');
  });
});
