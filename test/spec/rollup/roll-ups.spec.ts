import { Client } from 'pg';
import { FoldLoop } from '../../../server/rollup/fold-loop';
import { verify } from '../../../server/verify/verify';
import { reported, unit, worldOf } from '../../reference/builders';
import { Analytics } from '../../support/analytics';

const LEAVES = 24;

let analytics: Analytics;
beforeAll(async () => {
  analytics = await Analytics.open();
});
afterAll(() => analytics.close());

const leaf = (no: number) => `L${no}`;

/** A root, two branches, and leaves below them in turn; a flow and a stock by month, that nobody has reported. */
const world = worldOf({
  units: [
    unit('ROOT', null),
    unit('A', 'ROOT'),
    unit('B', 'ROOT'),
    ...Array.from({ length: LEAVES }, (_, no) => unit(leaf(no), no % 2 === 0 ? 'A' : 'B')),
  ],
  indicators: [reported('flow'), reported('stock', { periodAggregation: 'LAST' })],
  observations: [],
});
beforeEach(() => analytics.load(world));

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: analytics.database.url });
  await client.connect();
  return client;
}

/** Writes a figure of a leaf, whatever was there. */
const report = `
  insert into observation (indicator_id, unit_id, period_start, value)
  select indicator.id, party_unit.id, $3::date, $4::numeric
  from indicator, party_unit
  where indicator.code = $1 and party_unit.code = $2
  on conflict on constraint observation_key do update set value = excluded.value`;

function valuesOf(indicator: string, periods: string): Promise<string[]> {
  return analytics.said({ indicators: indicator, units: { codes: ['ROOT', 'A', 'B'] }, periods });
}

function fold(): Promise<{ units: number }[]> {
  return analytics.database.dataSource.query('select fold_rollups(1000000) as units');
}

async function pending(): Promise<number> {
  const [row] = await analytics.database.dataSource.query('select count(*)::int as count from rollup_delta');
  return row.count;
}

async function expectTrueRollUps(): Promise<void> {
  expect((await verify(analytics.database.dataSource)).filter(({ count }) => count > 0)).toEqual([]);
}

describe('a change of figures', () => {
  it.each([
    ['before', async () => {}],
    ['after', fold],
  ])('is in the answers at every level %s it is folded', async (_, then) => {
    const client = await connect();
    await client.query(report, ['flow', leaf(0), '2024-01-01', '5']);
    await client.query(report, ['flow', leaf(1), '2024-01-01', '2.5']);
    await then();
    expect(await valuesOf('flow', '2024')).toEqual(['ROOT 2024: 7.5', 'A 2024: 5', 'B 2024: 2.5']);
    await client.query(report, ['flow', leaf(0), '2024-01-01', '4']);
    await client.query("delete from observation where value = '2.5'");
    await then();
    expect(await valuesOf('flow', '2024')).toEqual(['ROOT 2024: 4', 'A 2024: 4']);
    await client.end();
  });

  it('of a stock reaches the periods after it, until the next report', async () => {
    const client = await connect();
    await client.query(report, ['stock', leaf(0), '2024-01-01', '10']);
    await client.query(report, ['stock', leaf(0), '2024-05-01', '20']);
    await fold();
    await client.query(report, ['stock', leaf(0), '2024-03-01', '7']);
    const range = { from: '2024-01', to: '2024-05' };
    const expected = ['2024-01: 10', '2024-02: 10', '2024-03: 7', '2024-04: 7', '2024-05: 20'];
    const said = () => analytics.said({ indicators: 'stock', units: 'ROOT', periods: range });
    expect(await said()).toEqual(expected.map((row) => `ROOT ${row}`));
    await fold();
    expect(await said()).toEqual(expected.map((row) => `ROOT ${row}`));
    await client.end();
  });

  it('of many figures folds itself, within its transaction', async () => {
    const client = await connect();
    await client.query('begin');
    await client.query(
      `insert into observation (indicator_id, unit_id, period_start, value)
       select indicator.id, party_unit.id, day::date, 1
       from indicator, party_unit, generate_series('2020-01-01'::date, '2037-12-01', '1 month') as day
       where indicator.code = 'flow' and party_unit.code like 'L%'`,
    );
    const { rows } = await client.query('select count(*)::int as count from rollup_delta');
    expect(rows).toEqual([{ count: 0 }]);
    await client.query('rollback');
    expect(await valuesOf('flow', '2024')).toEqual([]);
    await expectTrueRollUps();
    await client.end();
  });

  it('of many figures takes along what is logged of the same units', async () => {
    const client = await connect();
    const large = [
      `insert into observation (indicator_id, unit_id, period_start, value)
       select indicator.id, party_unit.id, day::date, 1
       from indicator, party_unit, generate_series('2020-01-01'::date, '2037-12-01', '1 month') as day
       where party_unit.code like 'L%'
       on conflict do nothing`,
      'update observation set value = value + 1',
      'delete from observation',
    ];
    for (const [no, statement] of large.entries()) {
      await client.query(report, ['flow', leaf(0), '2024-01-01', `${10 * (no + 1)}`]);
      await client.query(report, ['stock', leaf(0), '2024-02-01', `${11 * (no + 1)}`]);
      expect(await pending()).toBe(2);
      await client.query(statement);
      expect(await pending()).toBe(0);
      await expectTrueRollUps();
    }
    const [{ kept }] = await analytics.database.dataSource.query('select count(*)::int as kept from rollup');
    expect(kept).toBe(0);
    await client.end();
  });
});

describe('eight writers below one root', () => {
  it('with two edits a transaction neither deadlock nor lose a figure, while folds go on', async () => {
    const { dataSource } = analytics.database;
    const warnings: object[] = [];
    const loop = new FoldLoop(dataSource, { warn: (details) => warnings.push(details) });
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      const client = await connect();
      for (let round = 0; round < 40; round += 1) {
        // Two neighbouring periods of one series, in the one order or the other: what could wait in a circle would.
        const months = (writer + round) % 2 === 0 ? ['01', '02'] : ['02', '01'];
        await client.query('begin');
        for (const [index, month] of months.entries()) {
          const code = leaf((writer * 3 + round + index * 8) % LEAVES);
          const indicator = round % 2 === 0 ? 'flow' : 'stock';
          await client.query(report, [indicator, code, `20${20 + writer}-${month}-01`, `${round}.${writer}`]);
        }
        await client.query('commit');
      }
      await client.end();
    });
    await Promise.all(writers);
    await loop.stop();
    expect(warnings).toEqual([]);
    await fold();
    expect(await pending()).toBe(0);
    await expectTrueRollUps();
    const [{ total }] = await dataSource.query(
      `select sum(value)::text as total from observation join indicator on indicator.id = indicator_id
       where code = 'flow' and period_start >= '2020-01-01' and period_start < '2021-01-01'`,
    );
    const { rows } = await analytics.answer({ indicators: 'flow', units: 'ROOT', periods: '2020' });
    expect(Number(rows[0]?.exactValue)).toBe(Number(total));
  }, 60_000);
});

describe('a fold', () => {
  async function withChange(): Promise<Client> {
    const client = await connect();
    await client.query(report, ['flow', leaf(0), '2024-01-01', '5']);
    return client;
  }

  it('keeps neither readers nor writers waiting', async () => {
    const client = await withChange();
    await client.query('begin');
    await client.query('select fold_rollups(1000000)');
    expect(await valuesOf('flow', '2024')).toEqual(['ROOT 2024: 5', 'A 2024: 5']);
    const writer = await connect();
    await writer.query("set statement_timeout = '5s'");
    await writer.query(report, ['flow', leaf(0), '2024-01-01', '6']);
    expect(await valuesOf('flow', '2024')).toEqual(['ROOT 2024: 6', 'A 2024: 6']);
    await client.query('commit');
    expect(await valuesOf('flow', '2024')).toEqual(['ROOT 2024: 6', 'A 2024: 6']);
    await Promise.all([client.end(), writer.end()]);
  });

  it('that is killed has done nothing, and the next one does it', async () => {
    const client = await withChange();
    client.on('error', () => {});
    await client.query('begin');
    await client.query('select fold_rollups(1000000)');
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await analytics.database.dataSource.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
    expect(await pending()).toBe(1);
    await fold();
    expect(await pending()).toBe(0);
    expect(await valuesOf('flow', '2024')).toEqual(['ROOT 2024: 5', 'A 2024: 5']);
    await expectTrueRollUps();
  });

  it('leaves another one that is at work alone', async () => {
    const client = await withChange();
    await client.query('begin');
    await client.query('select lock_rollups()');
    expect(await fold()).toEqual([{ units: 0 }]);
    await client.query('commit');
    expect(await fold()).toEqual([{ units: 1 }]);
    await client.end();
  });
});

describe('a transaction that keeps looking at an older state', () => {
  it('is refused to move roll-ups: it would miss what was folded since', async () => {
    const client = await connect();
    await client.query('begin isolation level repeatable read');
    await client.query('select 1');
    await client.query(report, ['flow', leaf(0), '2024-01-01', '5']);
    await client.query("update unit_placement set name = 'A' where name = 'A'");
    await expect(client.query('commit')).rejects.toThrow('must be READ COMMITTED, not REPEATABLE READ');
    expect(await valuesOf('flow', '2024')).toEqual([]);
    await client.end();
  });
});

describe('a reorganisation', () => {
  const move = `
    update unit_placement set parent_id = (select id from party_unit where code = 'B')
    where unit_id = (select id from party_unit where code = $1)`;

  it('takes figures along that another transaction has written and not committed', async () => {
    const [writer, mover] = [await connect(), await connect()];
    await writer.query(report, ['stock', leaf(0), '2024-01-01', '3']);
    await fold();
    await writer.query('begin');
    await writer.query(report, ['stock', leaf(0), '2024-02-01', '5']);
    await mover.query(move, [leaf(0)]);
    await writer.query('commit');
    expect(await valuesOf('stock', '2024-01')).toEqual(['ROOT 2024-01: 3', 'B 2024-01: 3']);
    expect(await valuesOf('stock', '2024-02')).toEqual(['ROOT 2024-02: 5', 'B 2024-02: 5']);
    await fold();
    expect(await valuesOf('stock', '2024-02')).toEqual(['ROOT 2024-02: 5', 'B 2024-02: 5']);
    await expectTrueRollUps();
    await Promise.all([writer.end(), mover.end()]);
  });

  it('that is taken back leaves the roll-ups as they were', async () => {
    const client = await connect();
    await client.query(report, ['flow', leaf(0), '2024-01-01', '5']);
    await fold();
    await client.query('begin');
    await client.query(move, [leaf(0)]);
    await client.query('set constraints all immediate');
    await client.query('rollback');
    expect(await valuesOf('flow', '2024')).toEqual(['ROOT 2024: 5', 'A 2024: 5']);
    await expectTrueRollUps();
    await client.end();
  });
});

describe('an indicator that is rolled up in another way', () => {
  it('has its roll-ups made anew', async () => {
    const client = await connect();
    await client.query(report, ['flow', leaf(0), '2024-01-01', '5']);
    await client.query(report, ['flow', leaf(0), '2024-02-01', '6']);
    await fold();
    await client.query("update indicator set period_aggregation = 'LAST' where code = 'flow'");
    expect(await valuesOf('flow', '2024')).toEqual(['ROOT 2024: 6', 'A 2024: 6']);
    await client.query("update indicator set period_aggregation = 'MAX' where code = 'flow'");
    expect(await valuesOf('flow', '2024')).toEqual(['ROOT 2024: 6', 'A 2024: 6']);
    await client.query("update indicator set period_aggregation = 'SUM' where code = 'flow'");
    expect(await valuesOf('flow', '2024')).toEqual(['ROOT 2024: 11', 'A 2024: 11']);
    await expectTrueRollUps();
    await client.end();
  });
});
