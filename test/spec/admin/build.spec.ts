import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = join(__dirname, '../../../dist/admin');
const page = readFileSync(join(folder, 'index.html'), 'utf8');

describe('the built admin', () => {
  it('loads less than 500 KB of packed JavaScript before a chart is shown', () => {
    const scripts = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) =>
      String(path),
    );
    const sizes = scripts.map((path) => gzipSync(readFileSync(join(folder, path))).length);
    expect(scripts.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(500 * 1024);
  });

  it('names no other origin and has no script of its own in the page', () => {
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });
});
