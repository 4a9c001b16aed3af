import type { Client } from 'pg';

/** Ids as they are given out in the order of the levels; the tree is the same for every size. */
export const nation = { provinces: 63, districts: 700, communes: 11_000 };
const firstDistrict = 2 + nation.provinces;
const firstCommune = firstDistrict + nation.districts;
export const firstCell = firstCommune + nation.communes;

export const root = 'U1';
export const province = 'U2';
export const leaf = `U${firstCell}`;
export const communeLevel = 4;
export const firstYear = 2015;
export const lastYear = 2024;

interface BenchIndicator {
  code: string;
  periodType: 'MONTH' | 'QUARTER' | 'YEAR';
  periodAggregation: 'SUM' | 'LAST';
}

/** Flows F and stocks S by month, quarter and year: four, four and twelve. */
export const indicators: BenchIndicator[] = (
  [
    ['MONTH', 2, 2],
    ['QUARTER', 2, 2],
    ['YEAR', 8, 4],
  ] as const
).flatMap(([periodType, flows, stocks]) =>
  Array.from({ length: flows + stocks }, (_, index) => {
    const isFlow = index < flows;
    const no = isFlow ? index + 1 : index + 1 - flows;
    return {
      code: `${periodType.charAt(0)}${isFlow ? 'F' : 'S'}${no}`,
      periodType,
      periodAggregation: isFlow ? ('SUM' as const) : ('LAST' as const),
    };
  }),
);

const periodsOf = { MONTH: 120, QUARTER: 40, YEAR: 10 };
const stepOf = { MONTH: '1 month', QUARTER: '3 months', YEAR: '1 year' };

/** 760: what a cell reports in ten years. */
export const figuresACell = indicators.reduce((sum, { periodType }) => sum + periodsOf[periodType], 0);

/** The tree, with so many reporting cells dealt out to the communes; five each when `perCommune` says so. */
export async function growNation(client: Client, cells: number, perCommune: number | null): Promise<void> {
  await client.query('begin');
  await client.query(`
    insert into unit_kind (code, name) values ('committee', 'Committee'), ('cell', 'Cell');
    insert into sector (code, name) select 'S' || no, 'Sector ' || no from generate_series(1, 5) as no;
    create temp table grown (id integer, parent integer, kind integer, sector integer) on commit drop;
    insert into grown values (1, null, 1, 1)`);
  await client.query(
    `insert into grown
     select 2 + no, 1, 1, 1 from generate_series(0, ${nation.provinces - 1}) as no
     union all
     select ${firstDistrict} + no, 2 + no % ${nation.provinces}, 1, 1 from generate_series(0, ${nation.districts - 1}) as no
     union all
     select ${firstCommune} + no, ${firstDistrict} + no % ${nation.districts}, 1, 1
     from generate_series(0, ${nation.communes - 1}) as no`,
  );
  // 7,919 has no divisor in common with the communes: cells are dealt out evenly before a commune has its second.
  await client.query(
    `insert into grown
     select ${firstCell} + no, ${firstCommune} + ((no / $2::integer)::bigint * 7919) % ${nation.communes}, 2, 1 + no % 5
     from generate_series(0, $1::integer - 1) as no`,
    [cells, perCommune ?? 1],
  );
  await client.query(`
    insert into party_unit (id, code, opened_on) overriding system value
    select id, 'U' || id, '2010-01-01' from grown order by id;
    insert into unit_placement (unit_id, effective_on, name, parent_id, kind_id, sector_id)
    select id, '2010-01-01', 'Unit ' || id, parent, kind, sector from grown order by id`);
  for (const { code, periodType, periodAggregation } of indicators) {
    await client.query(
      `insert into indicator (code, name, period_type, unit_aggregation, period_aggregation)
       values ($1, $1, $2, 'SUM', $3)`,
      [code, periodType, periodAggregation],
    );
  }
  await client.query('commit');
}

/** The figures of one indicator for all cells: made of a hash of the key, so the same in every run. */
export function figuresOf({ code, periodType }: BenchIndicator): string {
  return `
    select indicator.id as indicator_id, unit.id as unit_id,
      (make_date(${firstYear}, 1, 1) + no * interval '${stepOf[periodType]}')::date as period_start,
      (10 + abs(hashint8(unit.id::bigint * 100000 + no * 100 + indicator.id) % 500))::numeric as value
    from indicator
    cross join party_unit unit
    cross join generate_series(0, ${periodsOf[periodType] - 1}) as no
    where indicator.code = '${code}' and unit.id >= ${firstCell}`;
}

export async function fillNation(client: Client, log: (line: string) => void): Promise<void> {
  for (const indicator of indicators) {
    await client.query(
      `insert into observation (indicator_id, unit_id, period_start, value) ${figuresOf(indicator)} order by 1, 2, 3`,
    );
    log(`reported ${indicator.code}`);
  }
  await client.query(`
    create table bench_closure (above_id integer, unit_id integer, primary key (above_id, unit_id));
    insert into bench_closure select distinct above_id, unit_id from unit_closure;
    create index on bench_closure (unit_id);`);
  await client.query('vacuum analyze');
}
