import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorRegistry } from '../../server/errors';

const root = join(__dirname, '../..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'server/analytics/README.md',
  'docs/numbers.md',
  'docs/sample.md',
  'docs/security.md',
  'docs/import.md',
  'docs/playground.md',
];
const read = (page: string) => readFileSync(join(root, page), 'utf8');

describe('README.md', () => {
  it('tells every error of the registry, and no other', () => {
    const rows = read('README.md')
      .split('## Errors')[1]
      ?.match(/^\| `[A-Z_]+` \|.*$/gm);
    const expected = Object.entries(errorRegistry).map(
      ([code, { message, hint }]) => `| \`${code}\` | ${message} | ${hint} |`,
    );
    expect(rows).toEqual(expected);
  });

  it('tells every setting', () => {
    const settings = [...read('server/config.ts').matchAll(/^ {2}([A-Z_]+): (?:read|\()/gm)].map(
      ([, name]) => name,
    );
    const rows = [
      ...(read('README.md').split('## Errors')[0] ?? '').matchAll(/^\| `([A-Z_]+)` \| [^|]+ \| [^|]+ \|$/gm),
    ].map(([, name]) => name);
    expect(rows.filter((name) => !((name as string) in errorRegistry)).sort()).toEqual([...settings].sort());
  });
});

describe('a link between pages', () => {
  it.each(pages)('of %s leads somewhere', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link as string);
    const dead = links.filter((link) => !existsSync(join(root, dirname(page), link)));
    expect(dead).toEqual([]);
  });
});
