import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ServerProcess } from '../../support/server-process';
import { makeTemporaryFolder } from '../../support/temporary-folder';

jest.setTimeout(60_000);

const root = join(__dirname, '../../..');

describe('a project in a folder with spaces and diacritics', () => {
  it('starts from there and keeps its data there', async () => {
    const project = await makeTemporaryFolder('thử nghiệm');
    for (const part of ['bin', 'dist/server', 'dist/schema', 'dist/admin', 'package.json']) {
      await cp(join(root, part), join(project.path, part), { recursive: true });
    }
    await symlink(join(root, 'node_modules'), join(project.path, 'node_modules'));

    const server = new ServerProcess(['serve'], { PORT: '0', KHOI_SAMPLE_DATA: 'false' }, project.path);
    expect((await fetch(`${await server.ready()}/readyz`)).status).toBe(200);
    const second = await new ServerProcess(['serve'], {}, project.path).exited;
    expect(second.output).toContain(join(project.path, '.khoi'));
    await server.stop();
    await project.remove();
  });
});
