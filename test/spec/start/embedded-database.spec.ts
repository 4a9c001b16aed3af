import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { connectionUrl } from '../../../server/database/postmaster';
import { readPostmaster } from '../../../server/database/postmaster-pid';
import { runKhoi, ServerProcess, startServer } from '../../support/server-process';
import { makeTemporaryFolder } from '../../support/temporary-folder';

jest.setTimeout(60_000);

/** The tests below share one data folder, which each leaves stopped. */
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await makeTemporaryFolder('dữ liệu');
  env = { KHOI_DATA_DIR: join(folder.path, 'data'), KHOI_SAMPLE_DATA: 'false' };
});
afterAll(() => folder.remove());

const clusterDir = () => join(folder.path, 'data', 'postgres');
const findPostmaster = () => readPostmaster(join(clusterDir(), 'data'));

async function inDatabase<Row>(sql: string): Promise<Row[]> {
  const running = findPostmaster();
  if (!running) throw new Error('No database runs.');
  const client = new Client(connectionUrl(running, readFileSync(join(clusterDir(), 'password'), 'utf8')));
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows as Row[];
}

const addSector = (code: string) =>
  inDatabase(`insert into sector (code, name) values ('${code}', 'Khu vực ${code}')`);
const listSectors = async () =>
  (await inDatabase<{ code: string }>('select code from sector order by code')).map(({ code }) => code);

describe('start and stop', () => {
  it('makes a database and its first user, says where it answers, and answers', async () => {
    const { server, address } = await startServer(env);
    expect(server.text).toContain(`Admin       ${address}/\n`);
    expect(server.text).toContain(`Playground  ${address}/playground\n`);
    expect(server.text).toContain(`GraphQL     ${address}/graphql\n`);
    expect(server.text).toContain('It answers on this machine only.');
    expect(server.text).toMatch(/User name {2}admin\n {2}Password {3}[a-z2-9]{5}(-[a-z2-9]{5}){3}\n/);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    await server.stop();
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'stops its database too on %s, with exit code 0',
    async (signal) => {
      const { server } = await startServer(env);
      expect(await server.stop(signal)).toMatchObject({ code: 0, signal: null });
      expect(findPostmaster()).toBeUndefined();
      expect(existsSync(join(folder.path, 'data', 'khoi.lock'))).toBe(false);
    },
  );

  it('stops in order when its terminal is closed', async () => {
    const { server, address } = await startServer(env);
    server.closeOutput();
    await fetch(`${address}/healthz`);
    expect(await server.stop('SIGHUP')).toMatchObject({ code: 0 });
    expect(findPostmaster()).toBeUndefined();
  });

  it('stops in the middle of a start', async () => {
    const server = new ServerProcess(['serve'], { PORT: '0', ...env });
    while (!findPostmaster()) await new Promise((next) => setTimeout(next, 5));
    expect(await server.stop('SIGINT')).toMatchObject({ code: 0 });
    expect(findPostmaster()).toBeUndefined();
  });
});

describe('after a server was killed', () => {
  it('goes on with the database that was left running, and nothing is lost', async () => {
    const first = await startServer(env);
    await addSector('killed-server');
    await first.server.stop('SIGKILL');
    const left = findPostmaster();

    const second = await startServer(env);
    expect(second.server.text).toContain('its database went on and is used again');
    expect(findPostmaster()).toEqual(left);
    expect(await listSectors()).toContain('killed-server');
    await second.server.stop();
    expect(findPostmaster()).toBeUndefined();
  });

  it('recovers the database if that was killed with it', async () => {
    const first = await startServer(env);
    await addSector('killed-database');
    process.kill(findPostmaster()?.pid ?? 0, 'SIGKILL');
    await first.server.stop('SIGKILL');

    const second = await startServer(env);
    expect(await listSectors()).toContain('killed-database');
    await second.server.stop();
  });

  it('replaces a database that does not answer', async () => {
    const first = await startServer(env);
    await addSector('silent-database');
    const silent = findPostmaster()?.pid ?? 0;
    process.kill(silent, 'SIGSTOP');
    await first.server.stop('SIGKILL');

    const second = await startServer(env);
    expect(findPostmaster()?.pid).not.toBe(silent);
    expect(await listSectors()).toContain('silent-database');
    await second.server.stop();
  });
});

describe('two processes on one data folder', () => {
  it('refuses a second server and says where the first one answers', async () => {
    const { server, address } = await startServer(env);
    expect(await runKhoi(['serve'], env)).toMatchObject({
      code: 1,
      output: expect.stringContaining(`\`khoi serve\`, process ${server.pid} at ${address}.`),
    });
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    await server.stop();
  });

  it('lets one of two that start at once win', async () => {
    const servers = [0, 1].map(() => new ServerProcess(['serve'], { PORT: '0', ...env }));
    const loser = await Promise.race(servers.map((server) => server.exited));
    expect(loser).toMatchObject({ code: 1, output: expect.stringContaining('already running') });
    const winner = servers.find((server) => !server.text.includes('already running'));
    await winner?.ready();
    await winner?.stop();
  });

  it('runs a command in the database of the server that runs', async () => {
    const { server } = await startServer(env);
    expect(await runKhoi(['migrate'], env)).toMatchObject({
      code: 0,
      output: 'The database is up to date.\n',
    });
    expect((await listSectors()).length).toBeGreaterThan(0);
    await server.stop();
  });

  it('runs a command without a server, and leaves nothing running', async () => {
    expect(await runKhoi(['migrate'], env)).toMatchObject({
      code: 0,
      output: 'The database is up to date.\n',
    });
    expect(findPostmaster()).toBeUndefined();
  });
});
