import 'reflect-metadata';
import { loadSample } from '../../../server/sample/load-sample';
import { createTestDatabase, type TestDatabase } from '../../support/database';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadSample(database.dataSource);
});
afterAll(() => database.drop());

const ask = (sql: string) => database.dataSource.query(sql);

describe('the loaded sample', () => {
  it('says of every figure, indicator, target and act that it is illustrative', async () => {
    expect(
      await ask(`
        select
          (select count(*) from observation where source is distinct from 'Số liệu minh hoạ (illustrative)')::int as figures,
          (select count(*) from indicator where description !~ 'minh hoạ.*illustrative')::int as indicators,
          (select count(*) from target where note !~ 'minh hoạ')::int as targets,
          (select count(*) from unit_change where note !~ 'Minh hoạ')::int as changes`),
    ).toEqual([{ figures: 0, indicators: 0, targets: 0, changes: 0 }]);
  });

  it('has three users who can be chosen without a password, one of them for one committee', async () => {
    expect(
      await ask(`
        select username, role, code from app_user
        join access_grant on user_id = app_user.id
        left join party_unit on party_unit.id = unit_id
        where is_demo and password_hash is null
        order by username`),
    ).toEqual([
      { username: 'demo-administrator', role: 'ADMINISTRATOR', code: null },
      { username: 'demo-analyst', role: 'ANALYST', code: null },
      { username: 'demo-editor', role: 'EDITOR', code: 'CQ-SOTC' },
    ]);
  });

  it('fills every table', async () => {
    expect(
      await ask(`
        select
          (select count(*) from unit_kind)::int as kinds,
          (select count(*) from sector)::int as sectors,
          (select count(*) from party_unit)::int as units,
          (select count(*) from unit_placement)::int as placements,
          (select count(*) from dimension_member)::int as members,
          (select count(*) from indicator where formula is null)::int as reported,
          (select count(*) from indicator where formula is not null)::int as computed,
          (select count(*) from indicator_operand)::int as operands,
          (select count(*) from observation)::int as observations,
          (select count(*) from objective)::int as objectives,
          (select count(*) from target)::int as targets`),
    ).toEqual([
      {
        kinds: 5,
        sectors: 5,
        units: 335,
        placements: 339,
        members: 8,
        reported: 12,
        computed: 5,
        operands: 7,
        observations: 27834,
        objectives: 3,
        targets: 22,
      },
    ]);
  });

  it('has reports of every period type, from the end of 2016 to August 2022', async () => {
    expect(
      await ask(`
        select period_type, min(period_start) as first, max(period_start) as last
        from observation join indicator on indicator.id = indicator_id
        group by period_type order by last desc`),
    ).toEqual([
      { period_type: 'MONTH', first: '2016-12-01', last: '2022-08-01' },
      { period_type: 'QUARTER', first: '2017-01-01', last: '2022-04-01' },
      { period_type: 'YEAR', first: '2017-01-01', last: '2022-01-01' },
      { period_type: 'HALF_YEAR', first: '2017-01-01', last: '2022-01-01' },
    ]);
  });

  it('has its acts recorded when they took place, and its figures when they were loaded', async () => {
    expect(
      await ask(`
        select (select count(*)::int from unit_change where recorded_at > '2022-09-05 09:00+07') as recent_acts,
          (select count(*)::int from observation 
            where change_set_id <> (select id from change_set where actor_name = 'sample') or recorded_at < now() - interval '1 hour')
            as old_figures`),
    ).toEqual([{ recent_acts: 0, old_figures: 0 }]);
  });

  it('is refused by a database that is not empty, and changes nothing there', async () => {
    await expect(loadSample(database.dataSource)).rejects.toThrow(
      'The sample goes into an empty database only: this one has units or indicators.',
    );
    expect(await ask('select count(*)::int as units from party_unit')).toEqual([{ units: 335 }]);
  });
});
