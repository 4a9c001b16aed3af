import { rebuild } from '../../../server/rollup/rebuild';
import { loadSample } from '../../../server/sample/load-sample';
import { verify } from '../../../server/verify/verify';
import { createTestDatabase, type TestDatabase } from '../../support/database';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadSample(database.dataSource);
});
afterAll(() => database.drop());

/** Edits tables as a restored backup might have them: no trigger looks, foreign keys among them. */
async function edit(...statements: string[]): Promise<void> {
  await database.dataSource.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    for (const statement of statements) await manager.query(statement);
  });
}

/** Without what follows for roll-ups, which have a test of their own. */
async function differences(): Promise<string[]> {
  const results = await verify(database.dataSource);
  return results.filter(({ title }) => title !== rollUps).flatMap((result) => result.differences);
}

const rollUps = 'roll-ups are what the figures below each unit make, along the tree of the time';

const idOf = (code: string) => `(select id from party_unit where code = '${code}')`;
const indicator = (code: string) => `(select id from indicator where code = '${code}')`;

describe('a database that Khối wrote', () => {
  it('is as it must be', async () => {
    expect(await verify(database.dataSource)).toEqual([
      { title: 'every reference leads to a record', differences: [], count: 0 },
      {
        title: 'placements cover the life of each unit, below open parents and in no cycle',
        differences: [],
        count: 0,
      },
      {
        title: 'figures stand in whole periods of open units, for members of the right dimension',
        differences: [],
        count: 0,
      },
      {
        title: 'formulas can be read, and name the operands that are noted for them',
        differences: [],
        count: 0,
      },
      { title: 'every dimension has its member "unspecified"', differences: [], count: 0 },
      {
        title: 'the versions of each figure follow one another, and the figure is the last',
        differences: [],
        count: 0,
      },
      { title: rollUps, differences: [], count: 0 },
    ]);
  });
});

describe('what was broken behind the triggers is found', () => {
  it.each([
    [
      'a placement that begins late',
      `update unit_placement set effective_on = '2012-01-01' where unit_id = ${idOf('CQ-SOTC-CB1')}`,
      `update unit_placement set effective_on = '2008-01-01' where unit_id = ${idOf('CQ-SOTC-CB1')}`,
      ['Unit CQ-SOTC-CB1 opens on 2008-01-01, its first placement on 2012-01-01.'],
    ],
    [
      'a gap between placements',
      `update unit_placement set ended_on = '2018-03-01' where unit_id = ${idOf('DN-CNUO')} and ended_on is not null`,
      `update unit_placement set ended_on = '2018-04-01' where unit_id = ${idOf('DN-CNUO')} and ended_on is not null`,
      [
        'Unit DN-CNUO has a gap or an overlap between placements: one ends on 2018-03-01, the next begins on 2018-04-01.',
      ],
    ],
    [
      'a unit that is closed without its placement and its figures',
      `update party_unit set closed_on = '2022-08-01' where code = 'SN-TVIE'`,
      `update party_unit set closed_on = null where code = 'SN-TVIE'`,
      [
        'Unit SN-TVIE closes on 2022-08-01, its last placement ends on no day.',
        'Figure of unit SN-TVIE for members on 2022-08-01: the unit is not open then.',
        'Figure of unit SN-TVIE for members on 2022-08-01: the unit is not open then.',
      ],
    ],
    [
      'a unit below one that was closed before',
      `update unit_placement set parent_id = ${idOf('DN-CPTM')} where unit_id = ${idOf('SN-TVIE')}`,
      `update unit_placement set parent_id = ${idOf('DBK')} where unit_id = ${idOf('SN-TVIE')}`,
      ['Unit SN-TVIE stands under DN-CPTM from 2008-01-01, outside the time that one is open.'],
    ],
    [
      'a cycle in the past',
      `update unit_placement set parent_id = ${idOf('CQ-SKHD-CB5')} where unit_id = ${idOf('CQ-SKHD')}`,
      `update unit_placement set parent_id = ${idOf('DBK')} where unit_id = ${idOf('CQ-SKHD')}`,
      [
        'Unit CQ-SKHD stands below itself from 2008-01-01.',
        'Unit CQ-SKHD-CB5 stands below itself from 2008-01-01.',
      ],
    ],
    [
      'a figure between two periods',
      `update observation set period_start = '2022-02-01' where indicator_id = ${indicator('intermediate_classes')} and period_start = '2022-01-01'`,
      `update observation set period_start = '2022-01-01' where indicator_id = ${indicator('intermediate_classes')} and period_start = '2022-02-01'`,
      ['Figure of unit DBK for intermediate_classes on 2022-02-01: no period of type YEAR starts that day.'],
    ],
    [
      'a figure for a member of another dimension',
      `update observation set member_id = (select id from dimension_member where code = 'good')
       where indicator_id = ${indicator('intermediate_classes')} and period_start = '2022-01-01'`,
      `update observation set member_id = null where indicator_id = ${indicator('intermediate_classes')}`,
      ['Figure of unit DBK for intermediate_classes on 2022-01-01: member good is not of its dimension.'],
    ],
    [
      'a figure that is too small',
      `update observation set value = -1 where indicator_id = ${indicator('intermediate_classes')} and period_start = '2022-01-01'`,
      `update observation set value = 1 where indicator_id = ${indicator('intermediate_classes')} and period_start = '2022-01-01'`,
      ['Figure of unit DBK for intermediate_classes on 2022-01-01: -1 is outside what the indicator allows.'],
    ],
    [
      'a formula that cannot be read',
      `update indicator set formula = '100 *' where code = 'study_rate'`,
      `update indicator set formula = '100 * study_participants / study_eligible' where code = 'study_rate'`,
      [
        'Indicator study_rate: The formula cannot be read at position 6: a number, an indicator code or "(" is expected, not the end.',
      ],
    ],
    [
      'a formula with other operands than are noted',
      `update indicator set formula = 'members[offical] / awareness_classes + gone' where code = 'official_share'`,
      `update indicator set formula = '100 * members[official] / members' where code = 'official_share'`,
      [
        'The formula of indicator official_share names gone, which does not exist.',
        'The formula of indicator official_share names awareness_classes, which is not noted as its operand.',
        'The formula of indicator official_share names members[offical], which does not exist.',
      ],
    ],
    [
      'a reference to what was deleted',
      `update target set indicator_id = 999 where id = 1`,
      `update target set indicator_id = ${indicator('study_rate')} where id = 1`,
      ['Rows of target name indicator (999), which does not exist: 1.'],
    ],
    [
      'a dimension without its member "unspecified"',
      `update dimension_member set code = 'x' where code = 'unspecified' and dimension_id = 1`,
      `update dimension_member set code = 'unspecified' where code = 'x'`,
      ['Dimension membership_status has no member "unspecified".'],
    ],
  ])('%s', async (_, damage, repair, found) => {
    await edit(damage);
    expect(await differences()).toEqual(found);
    await edit(repair);
    expect(await differences()).toEqual([]);
  });

  it('and counted beyond what is listed', async () => {
    await edit(`update observation set value = -1 - value where indicator_id = ${indicator('members')}`);
    const [, , figures] = await verify(database.dataSource, 2);
    expect(figures).toMatchObject({ count: 12_852, differences: [expect.any(String), expect.any(String)] });
    await edit(`update observation set value = -1 - value where indicator_id = ${indicator('members')}`);
  });
});

describe('versions of a figure that do not follow one another', () => {
  const key = '(indicator_id, unit_id, period_start, coalesce(member_id, 0))';
  const figure = `${key} = (select indicator_id, unit_id, period_start, coalesce(member_id, 0) from observation order by 1, 2, 3, 4 limit 1)`;
  const named = /^Figure of unit \S+ for \S+ on \S+, version \d+: /;

  beforeAll(async () => {
    await database.dataSource.query(
      `update observation set value = value + 1, version = version + 1 where ${figure}`,
    );
    await database.dataSource.query(
      `update observation set value = value - 1, version = version + 1 where ${figure}`,
    );
  });

  it.each([
    [
      'one that counts from before the last was replaced',
      `update observation set recorded_at = recorded_at - interval '1 hour' where ${figure}`,
      `update observation set recorded_at = recorded_at + interval '1 hour' where ${figure}`,
      'the next version counts from before it was replaced.',
    ],
    [
      'one that another change made than the one that replaced the last',
      `update observation set change_set_id = change_set_id - 1 where ${figure}`,
      `update observation set change_set_id = change_set_id + 1 where ${figure}`,
      'the next version is not the one that replaced it.',
    ],
    [
      'a change that the trace does not know',
      `update observation set change_set_id = change_set_id + 1000 where ${figure}`,
      `update observation set change_set_id = change_set_id - 1000 where ${figure}`,
      'which does not exist.',
    ],
  ])('are found: %s', async (_, breaks, mends, problem) => {
    expect(await differences()).toEqual([]);
    await edit(breaks);
    const found = await differences();
    expect(found).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
    expect(found.filter((difference) => named.test(difference))).not.toEqual([]);
    await edit(mends);
  });
});

describe('a roll-up that is not what the figures make', () => {
  async function rollUpDifferences(): Promise<string[] | undefined> {
    const results = await verify(database.dataSource);
    return results.find(({ title }) => title === rollUps)?.differences;
  }

  async function change(statement: string): Promise<void> {
    await database.dataSource.query('select fold_rollups(1000000)');
    await database.dataSource.query(statement);
  }

  const oneRow = `ctid = (
    select rollup.ctid from rollup
    where indicator_id = ${indicator('members')} and unit_id = ${idOf('DBK')} order by period_start, kind_id, sector_id limit 1)`;

  it.each([
    ['one that is another', `update rollup set value = value + 1 where ${oneRow}`],
    ['one that counts a report too many', `update rollup set reports = reports + 1 where ${oneRow}`],
    ['one that is missing', `delete from rollup where ${oneRow}`],
  ])('is found: %s, and rebuilt', async (_, statement) => {
    await change(statement);
    const found = await rollUpDifferences();
    expect(found).toEqual([expect.stringContaining('indicator members, unit DBK, period from ')]);
    await rebuild(database.dataSource);
    expect(await rollUpDifferences()).toEqual([]);
  });

  it('is found in the kept tree, and rebuilt', async () => {
    await change(`delete from unit_closure where unit_id = ${idOf('DN-CNUO')} and above_id = ${idOf('DBK')}`);
    expect(await rollUpDifferences()).toContain(
      'unit DN-CNUO below DBK from -infinity to infinity is missing from the kept tree',
    );
    await rebuild(database.dataSource);
    expect(await rollUpDifferences()).toEqual([]);
  });
});
