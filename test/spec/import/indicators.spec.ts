import { createTestDatabase, type TestDatabase } from '../../support/database';
import { counts, importCsv, problemsOf } from './import-csv';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await ask(`insert into dimension (code, name) values ('grade', 'Mức xếp loại')`);
  await ask(`insert into dimension_member (dimension_id, code, name) values (1, 'good', 'Tốt')`);
});
afterAll(() => database.drop());
afterEach(() => ask('truncate indicator, party_unit cascade'));

const ask = (sql: string) => database.dataSource.query(sql);
const columns =
  'code,name,name_en,unit_of_measure,decimals,period_type,unit_aggregation,period_aggregation,formula';
const importIndicators = (header: string, ...rows: string[]) =>
  importCsv(database.server, 'indicators', [header, ...rows].join('\n'));

describe('new indicators', () => {
  it('are reported, or computed from ones that stand further down', async () => {
    const report = await importIndicators(
      `${columns},dimension,description,group,direction,fill,minimum,maximum`,
      'rate,Tỷ lệ,Rate,%,2,,,,100 * classified[good] / classified,,Trên số được xếp loại,Xếp loại,,,,',
      'classified,Được xếp loại,Classified,đảng viên,,year,sum,Sum,,grade,,Xếp loại,lower_is_better,none,0,1000.5',
    );
    expect([problemsOf(report), counts(report)]).toEqual([
      [],
      { inserted: 2, updated: 0, unchanged: 0, deleted: 0 },
    ]);
    expect(
      await ask(`
        select code, name_en, unit_of_measure, decimals, period_type, unit_aggregation, period_aggregation, formula,
          dimension_id, description, group_name, direction, fill, minimum, maximum
        from indicator order by code`),
    ).toEqual([
      {
        code: 'classified',
        name_en: 'Classified',
        unit_of_measure: 'đảng viên',
        decimals: 0,
        period_type: 'YEAR',
        unit_aggregation: 'SUM',
        period_aggregation: 'SUM',
        formula: null,
        dimension_id: 1,
        description: null,
        group_name: 'Xếp loại',
        direction: 'LOWER_IS_BETTER',
        fill: 'NONE',
        minimum: '0',
        maximum: '1000.5',
      },
      {
        code: 'rate',
        name_en: 'Rate',
        unit_of_measure: '%',
        decimals: 2,
        period_type: null,
        unit_aggregation: null,
        period_aggregation: null,
        formula: '100 * classified[good] / classified',
        dimension_id: null,
        description: 'Trên số được xếp loại',
        group_name: 'Xếp loại',
        direction: 'HIGHER_IS_BETTER',
        fill: 'CARRY_FORWARD',
        minimum: null,
        maximum: null,
      },
    ]);
    expect(await operands()).toEqual([{ computed: 'rate', operand: 'classified' }]);
  });

  it('are refused with everything that is wrong with them', async () => {
    const report = await importIndicators(
      `${columns},dimension,minimum,maximum`,
      'a,A,,,thirteen,WEEK,TOTAL,,,age,1,0',
      'b,B,,,13,YEAR,,,100 * / x,,0,',
      'c,C,,,,,,,x + y[good],,,',
      'y,Y,,,,YEAR,SUM,SUM,,,1;5,',
      'd,D,,,,,,,e,,,',
      'e,E,,,,,,,1 - d,,,',
      'y,Y,,,,YEAR,SUM,SUM,,,,',
      ',,,,,YEAR,SUM,SUM,,,,',
    );
    expect(problemsOf(report)).toEqual([
      'row 2 | period_aggregation |  | It is empty: only an indicator with a formula goes without.',
      'row 2 | decimals | thirteen | It must be a whole number from 0 to 12.',
      'row 2 | period_type | WEEK | There are MONTH, QUARTER, HALF_YEAR, YEAR.',
      'row 2 | unit_aggregation | TOTAL | There are SUM, AVERAGE, MIN, MAX, NONE.',
      'row 2 | minimum | 1 | It must not be larger than the maximum, 0.',
      'row 2 | dimension | age | Unknown dimension code age.',
      'row 3 | formula | 100 * / x | The formula cannot be read at position 7: a number, an indicator code or "(" is expected, not "/".',
      'row 3 | period_type | YEAR | It must be empty: an indicator with a formula takes it from its operands.',
      'row 3 | minimum | 0 | It must be empty: an indicator with a formula takes it from its operands.',
      'row 3 | decimals | 13 | It must be a whole number from 0 to 12.',
      'row 4 | formula | x + y[good] | There is no such member: y[good].',
      'row 4 | formula | x + y[good] | There is no indicator x, neither in the file nor in the database.',
      'row 5 | minimum | 1;5 | It must be a number such as 0 or 99.5.',
      'row 6 | formula | e | The formula of d leads back to itself.',
      'row 7 | formula | 1 - d | The formula of e leads back to itself.',
      'row 8 | code | y | It repeats the code of row 5.',
      'row 9 | code |  | It is empty.',
      'row 9 | name |  | It is empty.',
    ]);
  });
});

describe('indicators that exist', () => {
  beforeEach(async () => {
    await importIndicators(
      `${columns},dimension,group,minimum`,
      'good,Tốt,,người,,YEAR,SUM,SUM,,,Xếp loại,0',
      'all,Tất cả,,người,,YEAR,SUM,SUM,,,Xếp loại,0',
      'rate,Tỷ lệ,,%,,,,,good / all,,Xếp loại,',
    );
  });

  it('stay as they are, version included, when the file says the same', async () => {
    const report = await importIndicators(
      columns,
      'good,Tốt,,người,,YEAR,SUM,SUM,',
      'rate,Tỷ lệ,,%,,,,,good / all',
    );
    expect(counts(report)).toEqual({ inserted: 0, updated: 0, unchanged: 2, deleted: 0 });
    expect(await ask('select distinct version from indicator')).toEqual([{ version: 1 }]);
  });

  it('are corrected, and keep what the file has no column for', async () => {
    const report = await importIndicators(columns, 'good,Khá,Good,người,1,YEAR,AVERAGE,SUM,');
    expect(counts(report)).toEqual({ inserted: 0, updated: 1, unchanged: 0, deleted: 0 });
    expect(
      await ask(`
        select name, name_en, decimals, unit_aggregation, group_name, minimum, version
        from indicator where code = 'good'`),
    ).toEqual([
      {
        name: 'Khá',
        name_en: 'Good',
        decimals: 1,
        unit_aggregation: 'AVERAGE',
        group_name: 'Xếp loại',
        minimum: '0',
        version: 2,
      },
    ]);
  });

  it('name the operands of their new formula', async () => {
    await importIndicators(columns, 'rate,Tỷ lệ,,%,,,,,100 - all');
    expect(await operands()).toEqual([{ computed: 'rate', operand: 'all' }]);
  });

  it('do not become computed, nor reported in other periods, once they have figures', async () => {
    await ask(`
      insert into party_unit (code, opened_on) values ('A', '2020-01-01');
      insert into unit_placement (unit_id, effective_on, name) select id, opened_on, code from party_unit;
      insert into observation (indicator_id, unit_id, period_start, value)
      select indicator.id, party_unit.id, '2022-01-01', 7 from indicator, party_unit where indicator.code = 'good'`);
    const report = await importIndicators(
      `${columns},minimum`,
      'good,Tốt,,người,,MONTH,SUM,SUM,,8',
      'all,Tất cả,,người,,MONTH,SUM,SUM,,8',
    );
    expect(problemsOf(report)).toEqual([
      'row 2 | code | good | Indicator good has figures outside that range.',
      'row 2 | code | good | Indicator good has figures: its period type, dimension and being reported cannot change.',
    ]);
  });

  it('do not lead back to themselves through ones outside the file', async () => {
    const report = await importIndicators(columns, 'good,Tốt,,người,,,,,2 * rate');
    expect(problemsOf(report)).toEqual([
      'row 2 | formula | 2 * rate | The formula of good leads back to itself.',
    ]);
  });
});

function operands() {
  return ask(`
    select computed.code as computed, operand.code as operand
    from indicator_operand
    join indicator computed on computed.id = indicator_id
    join indicator operand on operand.id = operand_id
    order by 1, 2`);
}
