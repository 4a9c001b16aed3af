import { DataSource, type DataSourceOptions } from 'typeorm';
import { createDataSource } from '../../../server/data-source';
import { rebuild } from '../../../server/rollup/rebuild';
import { verify } from '../../../server/verify/verify';
import { reported, reports, unit, worldOf } from '../../reference/builders';
import { Analytics } from '../../support/analytics';
import { createBlankDatabase } from '../../support/database';
import { loadWorld } from '../../support/load-world';
import { setRollUpThreshold } from '../../support/roll-up-threshold';

jest.setTimeout(60_000);

/** A has two leaves below it and B three; each leaf reports a flow and a stock of 1 in January 2024. */
const world = worldOf({
  units: [
    unit('ROOT', null),
    unit('A', 'ROOT'),
    unit('B', 'ROOT'),
    ...['A1', 'A2'].map((code) => unit(code, 'A')),
    ...['B1', 'B2', 'B3'].map((code) => unit(code, 'B')),
  ],
  indicators: [reported('flow'), reported('stock', { periodAggregation: 'LAST' })],
  observations: ['A1', 'A2', 'B1', 'B2', 'B3'].flatMap((code) =>
    ['flow', 'stock'].flatMap((indicator) => reports(code, indicator, { '2024-01': '1' })),
  ),
});

let analytics: Analytics;
beforeAll(async () => {
  analytics = await Analytics.open();
  await setRollUpThreshold(analytics.database.dataSource, 3);
});
afterAll(() => analytics.close());

beforeEach(async () => {
  await analytics.load(world);
  await query('select fold_rollups(1000)');
});

function query(statement: string): Promise<Record<string, unknown>[]> {
  return analytics.database.dataSource.query(statement);
}

/** Which units have rows in the roll-ups. */
async function keepers(): Promise<string[]> {
  const rows = await query('select distinct code from rollup join party_unit on id = unit_id order by code');
  return rows.map(({ code }) => String(code));
}

async function problems(): Promise<string[]> {
  const results = await verify(analytics.database.dataSource);
  return results.flatMap(({ differences }) => differences);
}

const move = (code: string, to: string) => `
  update unit_placement set parent_id = (select id from party_unit where code = '${to}')
  where unit_id = (select id from party_unit where code = '${code}')`;

const valuesOf = (indicator: string) =>
  analytics.said({ indicators: indicator, units: { codes: ['ROOT', 'A', 'B'] }, periods: '2024-01' });

const ofRootAB = (root: number, a: number, b: number) => [
  `ROOT 2024-01: ${root}`,
  `A 2024-01: ${a}`,
  `B 2024-01: ${b}`,
];

describe('a unit with fewer units below it than the threshold', () => {
  it('keeps no roll-ups and answers from the reports', async () => {
    expect(await keepers()).toEqual(['B', 'ROOT']);
    expect(await valuesOf('flow')).toEqual(ofRootAB(5, 2, 3));
    expect(await valuesOf('stock')).toEqual(ofRootAB(5, 2, 3));
    expect(await problems()).toEqual([]);
  });

  it('gets its roll-ups when it comes to have as many, and goes on keeping them', async () => {
    await query(move('B3', 'A'));
    expect(await keepers()).toEqual(['A', 'B', 'ROOT']);
    expect(await valuesOf('flow')).toEqual(ofRootAB(5, 3, 2));
    expect(await valuesOf('stock')).toEqual(ofRootAB(5, 3, 2));
    expect(await problems()).toEqual([]);

    await query(move('B3', 'B'));
    expect(await keepers()).toEqual(['A', 'B', 'ROOT']);
    expect(await valuesOf('flow')).toEqual(ofRootAB(5, 2, 3));
    expect(await problems()).toEqual([]);
  });

  it('counts units that have ever been below it', async () => {
    await query(`update unit_placement set ended_on = '2023-01-01'
      where unit_id = (select id from party_unit where code = 'B3');
      insert into unit_placement (unit_id, parent_id, effective_on, name)
      select unit.id, parent.id, '2023-01-01', unit.code from party_unit unit, party_unit parent
      where unit.code = 'B3' and parent.code = 'A'`);
    expect(await keepers()).toEqual(['A', 'B', 'ROOT']);
    expect(await valuesOf('flow')).toEqual(ofRootAB(5, 3, 2));
    await rebuild(analytics.database.dataSource);
    expect(await keepers()).toEqual(['A', 'B', 'ROOT']);
    expect(await problems()).toEqual([]);
  });

  it('loses its roll-ups when they are made anew', async () => {
    await query(move('B3', 'A'));
    await rebuild(analytics.database.dataSource);
    expect(await keepers()).toEqual(['A', 'ROOT']);
    expect(await problems()).toEqual([]);
  });
});

describe('khoi verify', () => {
  it('finds a large unit that keeps no roll-ups', async () => {
    await query(`delete from rollup_unit where unit_id = (select id from party_unit where code = 'B')`);
    expect(await problems()).toContain('unit B keeps no roll-ups');
  });

  it('finds roll-ups of a unit that is to have none', async () => {
    await query(`insert into rollup select indicator_id, (select id from party_unit where code = 'A'), period_start,
      member_id, kind_id, sector_id, reports, value from rollup where unit_id = (select id from party_unit where code = 'B')`);
    expect((await problems()).sort()).toEqual([
      expect.stringContaining('indicator flow, unit A, period from 2024-01-01'),
      expect.stringContaining('indicator stock, unit A, period from 2024-01-01'),
    ]);
  });
});

describe('a database of a version that kept roll-ups of all units', () => {
  it('has those of the large ones when it is brought up to date', async () => {
    const { url, drop } = await createBlankDatabase();
    const now = createDataSource(url);
    const migrations = (now.options.migrations as DataSourceOptions['migrations'] & unknown[]).slice(0, 3);
    const then = await new DataSource({ ...now.options, migrations } as DataSourceOptions).initialize();
    await then.runMigrations({ transaction: 'each' });
    const leaves = Array.from({ length: 50 }, (_, no) => unit(`C${no}`, 'B'));
    await loadWorld(then, { ...world, units: [...world.units, ...leaves] });
    await then.query('select fold_rollups(1000)');
    const keepersOf = (dataSource: DataSource) =>
      dataSource.query('select distinct code from rollup join party_unit on id = unit_id order by code');
    expect(await keepersOf(then)).toEqual([{ code: 'A' }, { code: 'B' }, { code: 'ROOT' }]);
    await then.destroy();

    await now.initialize();
    await now.runMigrations({ transaction: 'each' });
    expect(await keepersOf(now)).toEqual([{ code: 'B' }, { code: 'ROOT' }]);
    expect((await verify(now)).filter(({ count }) => count > 0)).toEqual([]);
    await now.destroy();
    await drop();
  });
});
