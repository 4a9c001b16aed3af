import { createTestDatabase, type TestDatabase } from '../../support/database';
import { counts, importCsv, problemsOf } from './import-csv';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const importUnits = (csv: string | Buffer, options = {}) => importCsv(database.server, 'units', csv, options);
const unitsNow = () =>
  database.dataSource.query(
    'select code, name from party_unit join unit_placement on unit_id = party_unit.id order by code',
  );
afterEach(() => database.dataSource.query('truncate party_unit cascade'));

const header = 'code,name,name_en,kind,sector,parent,opened_on,closed_on';

describe('the form of a file', () => {
  it('may have a byte order mark, semicolons, CRLF, quotation marks, empty rows and an empty last column', async () => {
    const csv = [
      '\ufeffcode;name;name_en;kind;sector;parent;opened_on;closed_on;',
      'A;"Sở ""Tài chính""; phòng 1";;;;;2020-01-01;;',
      '',
      ';;;;;;;;',
      ' B ; Sở Nội vụ ;;;;;2020-01-01;;',
      '',
    ].join('\r\n');
    const report = await importUnits(csv);
    expect(problemsOf(report)).toEqual([]);
    expect(await unitsNow()).toEqual([
      { code: 'A', name: 'Sở "Tài chính"; phòng 1' },
      { code: 'B', name: 'Sở Nội vụ' },
    ]);
  });

  it('may have its columns in any order, and tabs between them', async () => {
    await importUnits(
      'Name\tCODE\topened_on\tclosed_on\tparent\tkind\tsector\tname_en\nSở Tài chính\tA\t2020-01-01\t\t\t\t\t',
    );
    expect(await unitsNow()).toEqual([{ code: 'A', name: 'Sở Tài chính' }]);
  });

  it('must name every column, and no other', async () => {
    const report = await importUnits(
      'code,ten,name_en,kind,parent,opened_on,closed_on,kind\nA,B,,,,2020-01-01,,',
    );
    expect(problemsOf(report)).toEqual([
      'row 1 | name | Column "name" is missing.',
      'row 1 | sector | Column "sector" is missing.',
      'row 1 | ten | Unknown column "ten": there are code, name, name_en, kind, sector, parent, opened_on, closed_on.',
      'row 1 | kind | Column "kind" comes twice.',
    ]);
  });

  it('must begin with the header', async () => {
    expect(problemsOf(await importUnits('A,Sở Tài chính,,,,,2020-01-01,'))).toEqual([
      'row 1 | a,sở tài chính,,,,,2020-01-01 | This is not the header row: it must name code, name, name_en, kind, sector, parent, opened_on, closed_on.',
    ]);
  });

  it.each([
    ['an empty file', '', 'file | The file is empty, or its first row is: it must be the header.'],
    ['a workbook', 'PK\x03\x04…', 'file | The file is a workbook (XLSX), not CSV: save it as "CSV UTF-8"'],
    [
      'UTF-16',
      Buffer.from(`\ufeff${header}`, 'utf16le'),
      'file | The file is UTF-16 text: save it as "CSV UTF-8"',
    ],
    [
      'another encoding',
      Buffer.from(`${header}\nA,S\xf4 T\xe0i,,,,,2020-01-01,`, 'latin1'),
      'file | The file is not UTF-8 text: save it as "CSV UTF-8"',
    ],
    [
      'a quotation mark that is not closed',
      `${header}\nA,"Sở Tài chính,,,,,2020-01-01,\nB,Sở Nội vụ,,,,,2020-01-01,`,
      'row 2 | A quotation mark is opened and never closed.',
    ],
    [
      'a quotation mark inside a cell',
      `${header}\nA,Sở "Tài chính",,,,,2020-01-01,`,
      'row 2 | A quotation mark stands inside a cell: put the cell in quotation marks and double those inside.',
    ],
    ['a short row', `${header}\nA,Sở Tài chính`, 'row 2 | The row has 2 cells, the header 8.'],
    [
      'a long row',
      `${header}\nA,Sở Kế hoạch, Đầu tư,,,,,2020-01-01,`,
      'row 2 | The row has 9 cells, the header 8.',
    ],
    [
      'a null character',
      `${header}\nA,S\0,,,,,2020-01-01,`,
      'row 2 | name | The cell holds a null character, which cannot be kept.',
    ],
  ])('is refused when it is %s', async (_, csv, problem) => {
    expect(problemsOf(await importUnits(csv))).toEqual([problem]);
    expect(await unitsNow()).toEqual([]);
  });

  it('with a header alone does nothing', async () => {
    expect(await importUnits(`${header}\n`)).toMatchObject({ rows: 0, written: true, inserted: 0 });
  });
});

describe('a bad row among good ones', () => {
  const csv = `${header}
A,Sở Tài chính,,,,,2020-01-01,
B,,,,,,01/02/2020,
C,Sở Nội vụ,,,,X,2020-01-01,`;

  it('keeps all of the file out, and every bad row is in the report', async () => {
    const report = await importUnits(csv);
    expect(report).toMatchObject({ rows: 3, written: false, inserted: 0, problemCount: 3 });
    expect(problemsOf(report)).toEqual([
      'row 3 | name |  | It is empty.',
      'row 3 | opened_on | 01/02/2020 | It is not a day from 1900 to 2199: write YYYY-MM-DD.',
      'row 4 | parent | X | There is no unit X, neither in the file nor in the database.',
    ]);
    expect(await unitsNow()).toEqual([]);
  });

  it('is counted beyond what the report lists', async () => {
    const report = await importUnits(csv, { problemLimit: 1 });
    expect(report.problemCount).toBe(3);
    expect(problemsOf(report)).toEqual(['row 3 | name |  | It is empty.']);
  });
});

describe('a dry run', () => {
  it('says what the import would do, and does not do it', async () => {
    const csv = `${header}\nA,Sở Tài chính,,,,,2020-01-01,`;
    const dry = await importUnits(csv, { dryRun: true });
    expect([counts(dry), dry.written]).toEqual([
      { inserted: 1, updated: 0, unchanged: 0, deleted: 0 },
      false,
    ]);
    expect(await unitsNow()).toEqual([]);

    const real = await importUnits(csv);
    expect([counts(real), real.written]).toEqual([counts(dry), true]);
  });
});
