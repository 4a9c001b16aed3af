import { Api } from '../../support/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
  await makeTree();
});
afterAll(() => api.close());

/** A and B stand under the root; A1 moved from A to B on 1 July 2020 and was renamed; C closed into B in 2022. */
async function makeTree(): Promise<void> {
  const unit = (code: string, parent: string | null, rest: object = {}) =>
    api.create('PartyUnit', { code, name: code, parent, openedOn: '2010-01-01', ...rest });
  await unit('ROOT', null);
  await unit('A', 'ROOT', { documentNumber: '1-QĐ' });
  await unit('B', 'ROOT');
  await unit('A1', 'A');
  await unit('C', 'A', { closedOn: '2022-01-01' });
  const { dataSource } = api.database;
  await dataSource.transaction(async (manager) => {
    await manager.query(`update unit_placement set ended_on = '2020-07-01' where unit_id = 4`);
    await manager.query(
      `insert into unit_placement (unit_id, effective_on, name, parent_id) values (4, '2020-07-01', 'A1 của B', 3)`,
    );
  });
  await dataSource.query('update party_unit set successor_id = 3 where id = 5');
}

const codes = (units: { code: string }[]) => units.map(({ code }) => code).join(' ');

describe('a unit', () => {
  it.each([
    ['2015-01-01', { name: 'A1', parent: { code: 'A' }, level: 3 }],
    ['2020-06-30', { name: 'A1', parent: { code: 'A' }, level: 3 }],
    ['2020-07-01', { name: 'A1 của B', parent: { code: 'B' }, level: 3 }],
    ['2000-01-01', { name: 'A1', parent: { code: 'A' }, level: 3 }],
  ])('is shown as it was on %s', async (asOf, shown) => {
    const { partyUnit } = await api.ask(
      `query ($asOf: Date) { partyUnit(code: "A1", asOf: $asOf) { name parent { code } level } }`,
      { asOf },
    );
    expect(partyUnit).toEqual(shown);
  });

  it('is shown as of today when nothing is said', async () => {
    expect(await api.ask('{ partyUnit(code: "A1") { name } }')).toEqual({ partyUnit: { name: 'A1 của B' } });
  });

  it('that is closed shows its last state and its successor', async () => {
    const document = '{ partyUnit(code: "C") { name closedOn parent { code } successor { code } } }';
    expect(await api.ask(document)).toEqual({
      partyUnit: { name: 'C', closedOn: '2022-01-01', parent: { code: 'A' }, successor: { code: 'B' } },
    });
  });

  it('is null when there is none with that code', async () => {
    expect(await api.ask('{ partyUnit(code: "NONE") { name } }')).toEqual({ partyUnit: null });
  });

  it('carries its day to all that it leads to', async () => {
    const document =
      '{ partyUnit(code: "A", asOf: "2015-01-01") { children { name parent { children { code } } } } }';
    const siblings = { children: [{ code: 'A1' }, { code: 'C' }] };
    expect(await api.ask(document)).toEqual({
      partyUnit: {
        children: [
          { name: 'A1', parent: siblings },
          { name: 'C', parent: siblings },
        ],
      },
    });
  });

  it('lists the acts that concern it', async () => {
    const document = '{ partyUnit(code: "A") { changes { type effectiveOn documentNumber note } } }';
    expect(await api.ask(document)).toEqual({
      partyUnit: {
        changes: [{ type: 'OPEN', effectiveOn: '2010-01-01', documentNumber: '1-QĐ', note: null }],
      },
    });
  });
});

describe('children', () => {
  it.each([
    ['2015-01-01', 'A1 C', ''],
    ['2021-01-01', 'C', 'A1'],
    ['2022-01-01', '', 'A1'],
    ['2000-01-01', '', ''],
  ])('on %s are those that stand there and are open', async (asOf, ofA, ofB) => {
    const { a, b } = await api.ask<Record<'a' | 'b', { children: { code: string }[] }>>(
      `query ($asOf: Date) {
        a: partyUnit(code: "A") { children(asOf: $asOf) { code } }
        b: partyUnit(code: "B") { children(asOf: $asOf) { code } }
      }`,
      { asOf },
    );
    expect([codes(a.children), codes(b.children)]).toEqual([ofA, ofB]);
  });
});

describe('descendants', () => {
  it.each([
    ['', 'A B A1'],
    ['(level: 1)', ''],
    ['(level: 2)', 'A B'],
    ['(level: 3)', 'A1'],
    ['(level: 4)', ''],
    ['(asOf: "2015-01-01")', 'A B A1 C'],
    ['(level: 3, asOf: "2015-01-01")', 'A1 C'],
  ])('of the root%s are %s', async (args, found) => {
    const { partyUnit } = await api.ask<{ partyUnit: { descendants: { code: string }[] } }>(
      `{ partyUnit(code: "ROOT") { descendants${args} { code } } }`,
    );
    expect(codes(partyUnit.descendants)).toBe(found);
  });

  it('count levels from the root, whoever is asked', async () => {
    const document =
      '{ partyUnit(code: "B") { two: descendants(level: 2) { code } three: descendants(level: 3) { code } } }';
    expect(await api.ask(document)).toEqual({ partyUnit: { two: [], three: [{ code: 'A1' }] } });
  });
});

describe('ancestors', () => {
  it('begin with the root', async () => {
    const document =
      '{ now: partyUnit(code: "A1") { ancestors { code } } before: partyUnit(code: "A1", asOf: "2015-01-01") { ancestors { code } } }';
    expect(await api.ask(document)).toEqual({
      now: { ancestors: [{ code: 'ROOT' }, { code: 'B' }] },
      before: { ancestors: [{ code: 'ROOT' }, { code: 'A' }] },
    });
  });

  it('of a root are none', async () => {
    const document = '{ partyUnit(code: "ROOT") { level parent { code } ancestors { code } } }';
    expect(await api.ask(document)).toEqual({ partyUnit: { level: 1, parent: null, ancestors: [] } });
  });
});
