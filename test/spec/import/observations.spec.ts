import { createTestDatabase, type TestDatabase } from '../../support/database';
import { counts, importCsv, problemsOf } from './import-csv';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const { server: dataSource } = database;
  await ask(`insert into dimension (code, name) values ('status', 'Tư cách')`);
  await ask(`insert into dimension_member (dimension_id, code, name) values (1, 'official', 'Chính thức')`);
  await importCsv(
    dataSource,
    'units',
    `code,name,name_en,kind,sector,parent,opened_on,closed_on
A,Đảng bộ A,,,,,2020-01-01,
B,Chi bộ B,,,,A,2020-01-01,2022-07-01`,
  );
  await importCsv(
    dataSource,
    'indicators',
    `code,name,name_en,unit_of_measure,decimals,period_type,unit_aggregation,period_aggregation,formula,dimension,maximum
members,Đảng viên,,người,0,MONTH,SUM,LAST,,status,
classes,Lớp,,lớp,0,HALF_YEAR,SUM,SUM,,,100
double,Gấp đôi,,lớp,0,,,,2 * classes,,`,
  );
});
afterAll(() => database.drop());
afterEach(() => ask('truncate observation'));

const ask = (sql: string) => database.dataSource.query(sql);
const importRows = (rows: string[], options = {}) =>
  importCsv(
    database.server,
    'observations',
    ['unit,indicator,period,member,value,note', ...rows].join('\n'),
    options,
  );

const figures = () =>
  ask(`
    select unit.code as unit, indicator.code as indicator, period_start as period, member.code as member, value, note,
      observation.version
    from observation
    join party_unit unit on unit.id = unit_id
    join indicator on indicator.id = indicator_id
    left join dimension_member member on member.id = member_id
    order by 1, 2, 3, 4`);

describe('new figures', () => {
  it('are written with their notes', async () => {
    const report = await importRows([
      'A,members,2022-08,official,4240,"cả năm, tạm tính"',
      'B,classes,2022-H1,,2,',
    ]);
    expect([problemsOf(report), counts(report)]).toEqual([
      [],
      { inserted: 2, updated: 0, unchanged: 0, deleted: 0 },
    ]);
    expect(await figures()).toEqual([
      {
        ...{ unit: 'A', indicator: 'members', period: '2022-08-01', member: 'official' },
        ...{ value: '4240', note: 'cả năm, tạm tính', version: 1 },
      },
      {
        ...{ unit: 'B', indicator: 'classes', period: '2022-01-01', member: null },
        ...{ value: '2', note: null, version: 1 },
      },
    ]);
  });

  it('are refused with everything that is wrong with them', async () => {
    const report = await importRows([
      ',members,2022-08,official,1,',
      'X,nothing,2022-08,official,1,',
      'A,members,tháng 8,official,1,',
      'A,members,2022-Q3,official,1,',
      'B,members,2022-07,official,1,',
      'A,members,2022-08,,1,',
      'A,members,2022-08,oficial,1,',
      'A,classes,2022-H1,official,1,',
      'A,classes,2022-H1,,101,',
      'A,classes,2022-H2,,mười,',
      'A,classes,2021-H2,,0.1234567890123,',
      'A,double,2022-H1,,1,',
      `A,classes,2021-H1,,1,${'x'.repeat(4001)}`,
    ]);
    expect(problemsOf(report)).toEqual([
      'row 2 | unit |  | It is empty.',
      'row 3 | indicator | nothing | Unknown indicator code nothing.',
      'row 3 | unit | X | Unknown unit code X.',
      'row 4 | period | tháng 8 | It is not a period: write 2022, 2022-H2, 2022-Q3 or 2022-08.',
      'row 5 | period | 2022-Q3 | Indicator members is reported by MONTH: "2022-Q3" is QUARTER.',
      'row 6 | period | 2022-07 | Unit B is open from 2020-01-01 until 2022-07-01 only.',
      'row 7 | member | Indicator members is broken down by status: name a member. There are official, unspecified.',
      'row 8 | member | oficial | Member "oficial" does not belong to indicator members. There are official, unspecified.',
      'row 9 | member | official | Indicator classes is not broken down: leave it empty.',
      'row 10 | value | 101 | Indicator classes allows 100 or less only.',
      'row 11 | value | mười | It is not a number.',
      'row 12 | value | 0.1234567890123 | It must be less than 10^15 in size, with at most 12 decimal places.',
      'row 13 | indicator | double | Indicator double is computed: it takes no figures of its own.',
      'row 14 | note | It is longer than 4,000 characters.',
    ]);
    expect(await figures()).toEqual([]);
  });

  it('are refused when the file names one twice', async () => {
    const rows = ['A,classes,2022-H1,,1,', 'A,members,2022-08,official,1,', 'A,classes,2022-H1,,1,'];
    expect(problemsOf(await importRows(rows))).toEqual([
      'row 4 | It repeats unit, indicator, period and member of row 2.',
    ]);
  });

  it('need no column for members and notes', async () => {
    await importCsv(database.server, 'observations', 'unit,indicator,period,value\nA,classes,2022-H1,3');
    expect(await figures()).toMatchObject([{ member: null, value: '3', note: null }]);
  });
});

describe('figures that exist', () => {
  beforeEach(() => importRows(['A,classes,2022-H1,,3,tạm tính', 'A,classes,2021-H2,,2,']));

  it('stay as they are, version included, when the file says the same', async () => {
    const report = await importRows(['A,classes,2022-H1,,3.0,tạm tính', 'A,classes,2021-H2,,2,']);
    expect(counts(report)).toEqual({ inserted: 0, updated: 0, unchanged: 2, deleted: 0 });
    expect((await figures()).map(({ version }: { version: number }) => version)).toEqual([1, 1]);
  });

  it('are corrected, and count the change', async () => {
    const report = await importRows([
      'A,classes,2022-H1,,4,',
      'A,classes,2021-H2,,2,',
      'B,classes,2022-H1,,1,',
    ]);
    expect(counts(report)).toEqual({ inserted: 1, updated: 1, unchanged: 1, deleted: 0 });
    expect(await figures()).toMatchObject([
      { unit: 'A', period: '2021-07-01', value: '2', version: 1 },
      { unit: 'A', period: '2022-01-01', value: '4', note: null, version: 2 },
      { unit: 'B', period: '2022-01-01', value: '1', version: 1 },
    ]);
  });

  it('keep their notes when the file has no column for them', async () => {
    await importCsv(database.server, 'observations', 'unit,indicator,period,value\nA,classes,2022-H1,5');
    expect(await figures()).toMatchObject([{}, { value: '5', note: 'tạm tính' }]);
  });
});

describe('an empty value', () => {
  beforeEach(() => importRows(['A,classes,2022-H1,,3,']));
  const rows = ['A,classes,2022-H1,,,', 'A,classes,2021-H2,,,', 'B,classes,2022-H1,,1,'];

  it('is refused unless the import says what it means', async () => {
    expect(problemsOf(await importRows(rows))).toEqual([
      'row 2 | value |  | It is empty: fill it in, or say --empty skip or --empty delete.',
      'row 3 | value |  | It is empty: fill it in, or say --empty skip or --empty delete.',
    ]);
  });

  it('is passed over with --empty skip', async () => {
    const report = await importRows(rows, { empty: 'skip' });
    expect([report.skipped, counts(report)]).toEqual([
      2,
      { inserted: 1, updated: 0, unchanged: 0, deleted: 0 },
    ]);
    expect(await figures()).toMatchObject([{ unit: 'A', value: '3' }, { unit: 'B' }]);
  });

  it('takes away what was reported with --empty delete', async () => {
    const report = await importRows(rows, { empty: 'delete' });
    expect(counts(report)).toEqual({ inserted: 1, updated: 0, unchanged: 0, deleted: 1 });
    expect(await figures()).toMatchObject([{ unit: 'B', value: '1' }]);
  });
});

describe('the numbers of a file', () => {
  const values = async () => (await figures()).map(({ value }: { value: string }) => value);

  it('are read in the Vietnamese format where one of them can only be that', async () => {
    const report = await importRows([
      'A,members,2022-08,official,4.240,',
      'A,members,2022-07,official,"96,57",',
    ]);
    expect([report.numberFormat, await values()]).toEqual(['vi', ['96.57', '4240']]);
  });

  it('are read in the English format where one of them can only be that', async () => {
    const report = await importRows([
      'A,members,2022-08,official,4.240,',
      'A,members,2022-07,official,96.5,',
    ]);
    expect([report.numberFormat, await values()]).toEqual(['en', ['96.5', '4.240']]);
  });

  it('are not guessed', async () => {
    const rows = ['A,members,2022-08,official,4.240,'];
    expect(problemsOf(await importRows(rows))).toEqual([
      'row 2 | value | 4.240 | It may be 4240 or 4.240, and no number in the file tells. Say --numbers vi or --numbers en.',
    ]);
    await importRows(rows, { numbers: 'vi' });
    expect(await values()).toEqual(['4240']);
    await importRows(rows, { numbers: 'plain' });
    expect(await values()).toEqual(['4.240']);
  });

  it('must all be in the format that was said', async () => {
    expect(problemsOf(await importRows(['A,members,2022-08,official,96.57,'], { numbers: 'vi' }))).toEqual([
      'row 2 | value | 96.57 | It is not a number in the format vi, such as 4.240,5.',
    ]);
  });
});

describe('a large file', () => {
  it('is imported as a set, with progress on the way', async () => {
    const months = Array.from(
      { length: 240 },
      (_, index) => `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    );
    const units = Array.from({ length: 50 }, (_, index) => `U${index}`);
    await importCsv(
      database.server,
      'units',
      ['code,name,name_en,kind,sector,parent,opened_on,closed_on']
        .concat(units.map((unit) => `${unit},Chi bộ ${unit},,,,A,2020-01-01,`))
        .join('\n'),
    );
    const rows = units.flatMap((unit) => months.map((month) => `${unit},members,${month},official,7,`));
    const progress: string[] = [];
    const report = await importRows(rows, {
      onProgress: ({ phase, rows }: { phase: string; rows: number }) => progress.push(`${phase} ${rows}`),
    });
    expect(report).toMatchObject({ rows: 12_000, inserted: 12_000, written: true });
    expect(progress.filter((step) => !/^reading \d+000$/.test(step))).toEqual([
      'checking 12000',
      'writing 12000',
    ]);
  });
});
