import { createTestDatabase, type TestDatabase } from '../../support/database';
import { counts, importCsv, problemsOf } from './import-csv';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await ask(`insert into unit_kind (code, name) values ('committee', 'Đảng bộ'), ('cell', 'Chi bộ')`);
  await ask(`insert into sector (code, name) values ('press', 'Báo chí')`);
});
afterAll(() => database.drop());
afterEach(() => ask('truncate party_unit, unit_change cascade'));

const ask = (sql: string) => database.dataSource.query(sql);
const header = 'code,name,name_en,kind,sector,parent,opened_on,closed_on';
const importUnits = (...rows: string[]) => importCsv(database.server, 'units', [header, ...rows].join('\n'));

const placements = () =>
  ask(`
    select unit.code, placement.name, placement.name_en as en, kind.code as kind, sector.code as sector,
      parent.code as parent, placement.effective_on as from, placement.ended_on as until, unit.version
    from party_unit unit
    join unit_placement placement on placement.unit_id = unit.id
    left join party_unit parent on parent.id = placement.parent_id
    left join unit_kind kind on kind.id = placement.kind_id
    left join sector on sector.id = placement.sector_id
    order by unit.code, placement.effective_on`);

const changes = () =>
  ask(`
    select type, effective_on as on, string_agg(code, ', ' order by code) as units
    from unit_change change
    join unit_change_unit on change_id = change.id
    join party_unit on party_unit.id = unit_id
    group by change.id
    order by effective_on, units`);

describe('new units', () => {
  it('are opened in any order, with the acts that opened them', async () => {
    const report = await importUnits(
      'A1,Chi bộ 1,Cell 1,cell,press,A,2021-01-01,2022-07-01',
      'A,Đảng bộ A,,committee,,,2020-01-01,',
    );
    expect([problemsOf(report), counts(report)]).toEqual([
      [],
      { inserted: 2, updated: 0, unchanged: 0, deleted: 0 },
    ]);
    expect(await placements()).toEqual([
      {
        ...{ code: 'A', name: 'Đảng bộ A', en: null, kind: 'committee', sector: null, parent: null },
        ...{ from: '2020-01-01', until: null, version: 1 },
      },
      {
        ...{ code: 'A1', name: 'Chi bộ 1', en: 'Cell 1', kind: 'cell', sector: 'press', parent: 'A' },
        ...{ from: '2021-01-01', until: '2022-07-01', version: 1 },
      },
    ]);
    expect(await changes()).toEqual([
      { type: 'OPEN', on: '2020-01-01', units: 'A' },
      { type: 'OPEN', on: '2021-01-01', units: 'A1' },
    ]);
  });

  it('are refused with everything that is wrong with them', async () => {
    const report = await importUnits(
      'A,Đảng bộ A,,comittee,Press,,2020-01-01,',
      'B,Đảng bộ B,,,,A,2019-12-31,',
      'C,Đảng bộ C,,,,C,2020-01-01,2020-01-01',
      'D,Đảng bộ D,,,,E,2020-01-01,',
      'E,Đảng bộ E,,,,D,2020-01-01,',
      'A,Đảng bộ A lần nữa,,,,,2020-01-01,',
      `${'X'.repeat(65)},Đảng bộ X,,,,,2020-02-30,`,
    );
    expect(problemsOf(report)).toEqual([
      'row 2 | kind | comittee | Unknown kind code comittee.',
      'row 2 | sector | Press | Unknown sector code Press.',
      'row 3 | parent | A | Unit A is open from 2020-01-01 only: a parent must be open for as long as the unit stands under it.',
      'row 4 | parent | C | Unit C would stand below itself.',
      'row 4 | closed_on | 2020-01-01 | It must be after opened_on, 2020-01-01.',
      'row 5 | parent | E | Unit D would stand below itself.',
      'row 6 | parent | D | Unit E would stand below itself.',
      'row 7 | code | A | It repeats the code of row 2.',
      `row 8 | code | ${'X'.repeat(65)} | It must be at most 64 characters long.`,
      'row 8 | opened_on | 2020-02-30 | It is not a day from 1900 to 2199: write YYYY-MM-DD.',
    ]);
    expect(await placements()).toEqual([]);
  });
});

describe('units that exist', () => {
  beforeEach(async () => {
    await importUnits(
      'A,Đảng bộ A,,committee,,,2020-01-01,',
      'B,Đảng bộ B,,committee,,,2020-01-01,',
      'A1,Chi bộ 1,,cell,,A,2020-01-01,',
    );
  });

  it('stay as they are, version included, when the file says the same', async () => {
    const report = await importUnits(
      'A1,Chi bộ 1,,cell,,A,2020-01-01,',
      'B,Đảng bộ B,,committee,,,2020-01-01,',
    );
    expect(counts(report)).toEqual({ inserted: 0, updated: 0, unchanged: 2, deleted: 0 });
    expect(await ask('select distinct version from party_unit')).toEqual([{ version: 1 }]);
  });

  it('are corrected in their latest state, without an act', async () => {
    const report = await importUnits('A1,Chi bộ Một,Cell One,,press,B,2020-01-01,2023-01-01');
    expect(counts(report)).toEqual({ inserted: 0, updated: 1, unchanged: 0, deleted: 0 });
    expect((await placements()).filter(({ code }: { code: string }) => code === 'A1')).toEqual([
      {
        ...{ code: 'A1', name: 'Chi bộ Một', en: 'Cell One', kind: null, sector: 'press', parent: 'B' },
        ...{ from: '2020-01-01', until: '2023-01-01', version: 2 },
      },
    ]);
    expect((await changes()).map(({ type }: { type: string }) => type)).toEqual(['OPEN', 'OPEN', 'OPEN']);
  });

  it('open on the corrected day, and so says the act', async () => {
    await importUnits('A1,Chi bộ 1,,cell,,A,2020-03-01,');
    expect(await changes()).toEqual([
      { type: 'OPEN', on: '2020-01-01', units: 'A' },
      { type: 'OPEN', on: '2020-01-01', units: 'B' },
      { type: 'OPEN', on: '2020-03-01', units: 'A1' },
    ]);
  });

  it('leave an act that opened several units to the others', async () => {
    await ask(`
      delete from unit_change;
      insert into unit_change (type, effective_on, document_number) values ('OPEN', '2020-01-01', '01-QĐ');
      insert into unit_change_unit (change_id, unit_id)
      select unit_change.id, party_unit.id from unit_change, party_unit`);
    await importUnits('A1,Chi bộ 1,,cell,,A,2020-03-01,');
    expect(await changes()).toEqual([
      { type: 'OPEN', on: '2020-01-01', units: 'A, B' },
      { type: 'OPEN', on: '2020-03-01', units: 'A1' },
    ]);
  });

  it('keep their earlier states', async () => {
    await move('A1', 'B', '2021-01-01');
    await importUnits('A1,Chi bộ Một,,cell,,B,2020-02-01,');
    expect((await placements()).filter(({ code }: { code: string }) => code === 'A1')).toMatchObject([
      { name: 'Chi bộ 1', parent: 'A', from: '2020-02-01', until: '2021-01-01' },
      { name: 'Chi bộ Một', parent: 'B', from: '2021-01-01', until: null },
    ]);
  });

  it('cannot begin after their next state, nor end before their latest one', async () => {
    await move('A1', 'B', '2021-01-01');
    const report = await importUnits('A1,Chi bộ 1,,cell,,B,2021-01-01,2021-01-01');
    expect(problemsOf(report)).toEqual([
      'row 2 | closed_on | 2021-01-01 | It must be after opened_on, 2021-01-01.',
      'row 2 | opened_on | 2021-01-01 | It must be before 2021-01-01, when the next state of the unit begins.',
    ]);
    expect(problemsOf(await importUnits('A1,Chi bộ 1,,cell,,B,2020-01-01,2020-06-01'))).toEqual([
      'row 2 | closed_on | 2020-06-01 | It must be after 2021-01-01, when the latest state of the unit begins.',
    ]);
  });

  it('are not closed over those below them', async () => {
    const report = await importUnits('A,Đảng bộ A,,committee,,,2020-01-01,2022-01-01');
    expect(problemsOf(report)).toEqual([
      'file | Unit A1 would stand under A outside the time that one is open.',
    ]);
    expect(report.written).toBe(false);
  });

  it('are not put below a unit of their own subtree', async () => {
    expect(problemsOf(await importUnits('A,Đảng bộ A,,committee,,A1,2020-01-01,'))).toEqual([
      'row 2 | parent | A1 | Unit A would stand below itself.',
    ]);
  });

  it('stay closed when they were merged', async () => {
    await ask(`
      update party_unit set closed_on = '2022-01-01',
        successor_id = (select id from party_unit where code = 'B') where code = 'A1';
      update unit_placement set ended_on = '2022-01-01' where name = 'Chi bộ 1'`);
    expect(problemsOf(await importUnits('A1,Chi bộ 1,,cell,,A,2020-01-01,'))).toEqual([
      'row 2 | closed_on | The unit was merged into B: it cannot be open again.',
    ]);
  });
});

/** Ends the placement of a unit and begins another below a new parent. */
async function move(unit: string, parent: string, on: string): Promise<void> {
  await ask(`
    with ended as (
      update unit_placement set ended_on = '${on}'
      where unit_id = (select id from party_unit where code = '${unit}') and ended_on is null
      returning *
    )
    insert into unit_placement (unit_id, effective_on, name, parent_id, kind_id)
    select unit_id, '${on}', name, (select id from party_unit where code = '${parent}'), kind_id from ended`);
}
