import { Api } from '../../support/api';
import { importCsv } from '../import/import-csv';

jest.setTimeout(60_000);

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

beforeEach(async () => {
  await api.empty();
  for (const [code, periodAggregation] of [
    ['members', 'LAST'],
    ['classes', 'SUM'],
  ]) {
    await api.create('Indicator', {
      code,
      name: code,
      periodType: 'QUARTER',
      unitAggregation: 'SUM',
      periodAggregation,
    });
  }
  await api.create('PartyUnit', { code: 'A', name: 'A', openedOn: '2020-01-01' });
  await api.create('PartyUnit', { code: 'A1', name: 'A1', openedOn: '2020-01-01', parent: 'A' });
});

/** The moment of the latest change; the next one comes in a later millisecond. */
async function now(): Promise<string> {
  const { dataSource } = api.database;
  const [{ at }] = await dataSource.query('select at from change_set order by id desc limit 1');
  for (let passed = false; !passed; ) {
    [{ passed }] = await dataSource.query(
      `select date_trunc('milliseconds', clock_timestamp()) > $1 as passed`,
      [at],
    );
  }
  return at.toISOString();
}

async function figuresAt(moment: string): Promise<string> {
  const { observations } = await api.ask<{
    observations: { total: number; items: { numeric: string; unit: { code: string }; version: number }[] };
  }>(
    `{ observations(knownAt: "${moment}", sort: [{ field: unit }, { field: indicator, order: DESC }]) { total items { numeric version unit { code } } } }`,
  );
  expect(observations.total).toBe(observations.items.length);
  return observations.items
    .map(({ numeric, unit, version }) => `${unit.code}=${numeric} v${version}`)
    .join(' ');
}

async function totalAt(indicator: string, moment: string | null): Promise<string | null> {
  const knownAt = moment ? `knownAt: "${moment}"` : '';
  const { analytics } = await api.ask<{ analytics: { rows: { exactValue: string | null }[] } }>(
    `{ analytics(query: { indicators: ["${indicator}"], units: { codes: ["A"] }, periods: { codes: ["2022-Q3"] }, includeEmpty: true
        ${knownAt} }) { rows { exactValue } } }`,
  );
  return analytics.rows[0]?.exactValue ?? null;
}

const enter = (unit: string, numeric: string, indicator = 'members') =>
  api.create('Observation', { unit, indicator, period: '2022-Q3', numeric });

describe('knownAt', () => {
  it('answers as the figures stood: before they were entered, corrected and deleted', async () => {
    const before = await now();
    const { id } = await enter('A', '1');
    await enter('A1', '10');
    const entered = await now();
    await api.ask(`mutation { updateObservation(id: "${id}", version: 1, input: { numeric: "2" }) { id } }`);
    const corrected = await now();
    await api.ask(`mutation { deleteObservation(id: "${id}") { id } }`);
    const deleted = await now();

    expect(await figuresAt(before)).toBe('');
    expect(await figuresAt(entered)).toBe('A=1 v1 A1=10 v1');
    expect(await figuresAt(corrected)).toBe('A=2 v2 A1=10 v1');
    expect(await figuresAt(deleted)).toBe('A1=10 v1');
    expect(await figuresAt('2199-01-01T00:00:00Z')).toBe('A1=10 v1');

    expect(await totalAt('members', before)).toBeNull();
    expect(await totalAt('members', entered)).toBe('11');
    expect(await totalAt('members', corrected)).toBe('12');
    expect(await totalAt('members', deleted)).toBe('10');
    expect(await totalAt('members', '2199-01-01T00:00:00Z')).toBe('10');
    expect(await totalAt('members', null)).toBe('10');
  });

  it('takes an import as one change, of what is new, other and deleted', async () => {
    const file = (rows: string) => `unit,indicator,period,value\n${rows}`;
    const load = (rows: string) =>
      importCsv(api.database.server, 'observations', file(rows), { empty: 'delete' });
    await load('A,classes,2022-Q3,1\nA1,classes,2022-Q3,2');
    const first = await now();
    await load('A,classes,2022-Q3,\nA1,classes,2022-Q3,5');
    const second = await now();
    await load('A,classes,2022-Q3,7\nA1,classes,2022-Q3,5');
    const third = await now();
    expect(await figuresAt(first)).toBe('A=1 v1 A1=2 v1');
    expect(await figuresAt(second)).toBe('A1=5 v2');
    expect(await figuresAt(third)).toBe('A=7 v1 A1=5 v2');
    expect(await totalAt('classes', first)).toBe('3');
    expect(await totalAt('classes', second)).toBe('5');
    expect(await totalAt('classes', third)).toBe('12');
  });

  it('looks along the tree, and with the definitions, of today', async () => {
    await enter('A1', '10');
    const entered = await now();
    await api.ask(
      `mutation { movePartyUnit(input: { unit: "A1", parent: null, effectiveOn: "2020-01-01" }) { warnings } }`,
    );
    expect(await totalAt('members', entered)).toBeNull();
    expect(await figuresAt(entered)).toBe('A1=10 v1');
  });

  it('leaves out what was deleted or defined otherwise since', async () => {
    const { id } = await enter('A', '3', 'classes');
    await enter('A', '1');
    const entered = await now();
    await api.ask(`mutation { deleteObservation(id: "${id}") { id } }`);
    expect(await figuresAt(entered)).toBe('A=1 v1 A=3 v1');
    await api.ask(`mutation { updateIndicator(id: "2", version: 1, input: { periodType: YEAR }) { id } }`);
    expect(await totalAt('members', entered)).toBe('1');
    await api.ask(`mutation { deleteIndicator(id: "2") { id } }`);
    expect(await figuresAt(entered)).toBe('A=1 v1');
  });
});
