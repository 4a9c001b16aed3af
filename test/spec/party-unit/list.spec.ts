import { Api } from '../../support/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
  await makeBloc();
});
afterAll(() => api.close());

/** The bloc with a committee, its cells and one that closed; today is 1 June 2025. These tests only read. */
async function makeBloc(): Promise<void> {
  await api.create('UnitKind', { code: 'committee', name: 'Đảng bộ cơ sở', sortOrder: 1 });
  await api.create('UnitKind', { code: 'cell', name: 'Chi bộ', sortOrder: 2 });
  await api.create('Sector', { code: 'health', name: 'Y tế' });
  const unit = (code: string, name: string, parent: string | null, rest: object = {}) =>
    api.create('PartyUnit', { code, name, parent, openedOn: '2010-01-01', ...rest });
  await unit('BLOC', 'Đảng bộ Khối', null, { openedOn: '2000-01-01' });
  await unit('HEALTH', 'Đảng bộ Sở Y tế', 'BLOC', { kind: 'committee', sector: 'health', nameEn: 'Health' });
  await unit('CELL1', 'Chi bộ 1', 'HEALTH', { kind: 'cell', sector: 'health' });
  await unit('CELL2', 'Chi bộ 2', 'HEALTH', { kind: 'cell', closedOn: '2020-01-01' });
  await unit('NEW', 'Chi bộ mới', 'BLOC', { kind: 'cell', openedOn: '2026-01-01' });
}

async function units(args: Record<string, unknown>): Promise<string> {
  const { partyUnits } = await api.ask<{ partyUnits: { total: number; items: { code: string }[] } }>(
    `query ($filter: PartyUnitFilter, $sort: [PartyUnitSort!], $asOf: Date, $includeClosed: Boolean) {
      partyUnits(filter: $filter, sort: $sort, asOf: $asOf, includeClosed: $includeClosed) {
        total
        items { code }
      }
    }`,
    args,
  );
  return `${partyUnits.items.map(({ code }) => code).join(' ')} of ${partyUnits.total}`;
}

describe('the list of units', () => {
  it('shows those open today, by name', async () => {
    expect(await units({})).toBe('CELL1 BLOC HEALTH of 3');
  });

  it.each([
    ['2015-01-01', 'CELL1 CELL2 BLOC HEALTH of 4'],
    ['2019-12-31', 'CELL1 CELL2 BLOC HEALTH of 4'],
    ['2020-01-01', 'CELL1 BLOC HEALTH of 3'],
    ['2026-01-01', 'CELL1 NEW BLOC HEALTH of 4'],
    ['1999-12-31', ' of 0'],
  ])('shows those open on %s: a unit closes on its first day of being closed', async (asOf, found) => {
    expect(await units({ asOf })).toBe(found);
  });

  it('shows those closed before and opened later with includeClosed', async () => {
    expect(await units({ includeClosed: true })).toBe('CELL1 CELL2 NEW BLOC HEALTH of 5');
  });

  it('finds a closed unit by its id, as a reference to it must', async () => {
    expect(await units({ filter: { ids: ['4', '5'] } })).toBe('CELL2 NEW of 2');
  });

  it.each([
    ['kind', { kind: { eq: 'cell' } }, 'CELL1 of 1'],
    ['kind, not that one: units without a kind too', { kind: { ne: 'cell' } }, 'BLOC HEALTH of 2'],
    ['no kind', { kind: { isNull: true } }, 'BLOC of 1'],
    ['several kinds', { kind: { in: ['cell', 'committee'] } }, 'CELL1 HEALTH of 2'],
    ['a part of the code of the kind', { kind: { contains: 'CELL' } }, 'CELL1 of 1'],
    ['sector', { sector: { eq: 'health' } }, 'CELL1 HEALTH of 2'],
    ['parent', { parent: { eq: 'HEALTH' } }, 'CELL1 of 1'],
    ['no parent', { parent: { isNull: true } }, 'BLOC of 1'],
    ['ancestor, at any depth', { ancestor: 'BLOC' }, 'CELL1 HEALTH of 2'],
    ['level', { level: { eq: 3 } }, 'CELL1 of 1'],
    ['levels', { level: { gte: 2 } }, 'CELL1 HEALTH of 2'],
    ['opening', { openedOn: { lte: '2009-12-31' } }, 'BLOC of 1'],
    ['a name in English', { nameEn: { contains: 'health' } }, 'HEALTH of 1'],
    ['words of q in code or name', { q: 'dang bo health' }, 'HEALTH of 1'],
  ])('is filtered by %s', async (_, filter, found) => {
    expect(await units({ filter })).toBe(found);
  });

  it('keeps closed units below what they stood under last', async () => {
    expect(await units({ includeClosed: true, filter: { ancestor: 'HEALTH' } })).toBe('CELL1 CELL2 of 2');
  });

  it.each([
    ['level', 'BLOC HEALTH CELL1 of 3'],
    ['kind', 'HEALTH CELL1 BLOC of 3'],
    ['sector', 'HEALTH CELL1 BLOC of 3'],
    ['parent', 'HEALTH CELL1 BLOC of 3'],
    ['openedOn', 'BLOC HEALTH CELL1 of 3'],
    ['code', 'BLOC CELL1 HEALTH of 3'],
  ])('is sorted by %s', async (field, found) => {
    expect(await units({ sort: [{ field }] })).toBe(found);
  });

  it.each(['kind', 'sector', 'parent'])('refuses an unknown code of a %s, at that filter', async (field) => {
    const resource = field === 'parent' ? 'unit' : field;
    const error = await api.refusal(`{ partyUnits(filter: { ${field}: { in: ["cell?"] } }) { total } }`);
    const message = `Unknown ${resource} code "cell?".`;
    expect(error).toEqual({ code: 'UNKNOWN_CODE', message, fields: { [field]: message } });
  });

  it('refuses an unknown ancestor', async () => {
    expect(await api.refusal('{ partyUnits(filter: { ancestor: "?" }) { total } }')).toMatchObject({
      code: 'UNKNOWN_CODE',
      fields: { ancestor: 'Unknown unit code "?".' },
    });
  });
});

describe('the statements of a list', () => {
  it('are as many for one row as for many', async () => {
    const list = (perPage: number) => `{
      partyUnits(perPage: ${perPage}, includeClosed: true) {
        total
        items {
          code name level successor { code }
          kind { name } sector { name } parent { name parent { name } }
          ancestors { name } children { name kind { name } } descendants { name } deep: descendants(level: 3) { name }
          changes { type }
        }
      }
    }`;
    const forOne = await api.statementsOf(list(1));
    expect(await api.statementsOf(list(5))).toBeLessThanOrEqual(forOne + 3);
    expect(await api.statementsOf(list(5))).toBeLessThanOrEqual(16);
  });
});
