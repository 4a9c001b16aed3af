import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBlankDatabase, createTestDatabase, type TestDatabase } from '../../support/database';
import { runKhoi } from '../../support/server-process';

jest.setTimeout(120_000);

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'khoi-import-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const khoi = (...args: string[]) => runKhoi(args, { DATABASE_URL: database.url });

async function writeUnits(...rows: string[]): Promise<string> {
  const file = join(folder, 'units.csv');
  const header = 'code,name,name_en,kind,sector,parent,opened_on,closed_on';
  await writeFile(file, [header, ...rows].join('\n'));
  return file;
}

describe('khoi import', () => {
  it('says what it did', async () => {
    const file = await writeUnits('A,Đảng bộ A,,,,,2020-01-01,');
    expect(await khoi('import', 'units', file, '--dry-run')).toMatchObject({
      code: 0,
      output: expect.stringMatching(
        /^1 row: 1 new, 0 changed, 0 as they were. A dry run: nothing was changed.$/m,
      ),
    });
    expect(await khoi('import', 'units', file)).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^1 row: 1 new, 0 changed, 0 as they were.$/m),
    });
  });

  it('lists what is wrong, and fails', async () => {
    const file = await writeUnits('B,,,,,X,2020-01-01,', 'C,,,,,,2020-01-01,');
    expect(await khoi('import', 'units', file, '--problems', '2')).toMatchObject({
      code: 1,
      output: expect.stringContaining(
        [
          'Row 2, column name: It is empty.',
          'Row 2, column parent "X": There is no unit X, neither in the file nor in the database.',
          '… and 1 more problem; --problems lists more of them.',
          '3 problems in 2 rows: nothing was imported.',
          '',
        ].join('\n'),
      ),
    });
  });

  it.each([
    ['nothing named', ['import'], 'Name what to import and one file'],
    [
      'an unknown resource',
      ['import', 'people', 'x.csv'],
      'What to import is units, indicators, observations',
    ],
    [
      'an unknown format',
      ['import', 'units', 'x.csv', '--numbers', 'fr'],
      '--numbers is auto, plain, vi, en',
    ],
  ])('refuses to be called with %s, with exit code 2', async (_, args, message) => {
    expect(await khoi(...args)).toMatchObject({ code: 2, output: expect.stringContaining(message) });
  });

  it('says when there is no such file', async () => {
    expect(await khoi('import', 'units', join(folder, 'none.csv'))).toMatchObject({
      code: 1,
      output: expect.stringContaining('There is no file '),
    });
  });

  it('asks for the schema first', async () => {
    const blank = await createBlankDatabase();
    const file = await writeUnits('A,Đảng bộ A,,,,,2020-01-01,');
    expect(await runKhoi(['import', 'units', file], { DATABASE_URL: blank.url })).toMatchObject({
      code: 1,
      output: expect.stringContaining("The database's schema is not up to date: run `khoi migrate` first."),
    });
    await blank.drop();
  });
});
