import { Role } from '../../../schema/access/role.enum';
import { AuditResource } from '../../../schema/audit/audit.enums';
import type { AuditEntryListArgs } from '../../../schema/audit/audit-entry.args';
import { SortOrder } from '../../../schema/list/sort-order.enum';
import { Access, type Grant } from '../../../server/access/access';
import { AuditService } from '../../../server/audit/audit.service';
import { tableOf } from '../../../server/audit/traced-tables';
import { Api } from '../../support/api';

jest.setTimeout(60_000);

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

interface Entry {
  at: string;
  requestId: string;
  [field: string]: unknown;
}

/** The moment up to which earlier tests have left their traces. */
let start: string;
beforeEach(async () => {
  await api.empty();
  const [{ at }] = await api.database.dataSource.query(
    `select coalesce(max(at), '2000-01-01') + interval '1 ms' as at from change_set`,
  );
  start = at.toISOString();
  await waitUntilAfter(start);
  await api.create('Indicator', {
    code: 'members',
    name: 'Đảng viên',
    periodType: 'QUARTER',
    unitAggregation: 'SUM',
    periodAggregation: 'LAST',
  });
  await api.create('PartyUnit', { code: 'A', name: 'Sở Y tế', openedOn: '2020-01-01' });
  await api.create('PartyUnit', { code: 'A1', name: 'Chi bộ 1', openedOn: '2020-01-01', parent: 'A' });
  await api.create('PartyUnit', { code: 'B', name: 'Sở Tài chính', openedOn: '2020-01-01' });
});

/** Until the clock of the database shows another millisecond. */
async function waitUntilAfter(moment: string): Promise<void> {
  for (;;) {
    const [{ passed }] = await api.database.dataSource.query(
      `select date_trunc('milliseconds', clock_timestamp()) >= $1::timestamptz as passed`,
      [moment],
    );
    if (passed) return;
  }
}

const fields = 'id operation resource recordId recordName before after';

async function entries(filter = '', more = ''): Promise<{ items: Entry[]; total: number }> {
  const at = filter.includes('at:') ? '' : `at: { gte: "${start}" }`;
  const { auditEntries } = await api.ask<{ auditEntries: { items: Entry[]; total: number } }>(
    `{ auditEntries(filter: { ${at} ${filter} } ${more}) { total items { ${fields} at actor actorKind requestId } } }`,
  );
  return auditEntries;
}

const inShort = ({ items }: { items: Entry[] }) =>
  items.map(({ operation, resource, recordName, before, after }) =>
    [operation, resource, recordName, before, after].filter((part) => part !== null).join(' '),
  );

const enter = (unit: string, numeric: string, period = '2022-Q3') =>
  api.create('Observation', { unit, indicator: 'members', period, numeric, note: 'x' });

const correct = (id: string, version: number, input: object) =>
  api.ask(
    'mutation ($id: ID!, $version: Int!, $input: UpdateObservationInput!) { updateObservation(id: $id, version: $version, input: $input) { id } }',
    { id, version, input },
  );

describe('auditEntries', () => {
  it('tells the history of a figure, newest first, with exact decimals', async () => {
    const { id } = await enter('A', '0.123456789012');
    await enter('B', '7');
    await correct(id, 1, { numeric: '4240.5', note: null });
    await api.ask('mutation ($id: ID!) { deleteObservation(id: $id) { id } }', { id });
    await enter('A', '5');
    const history = await entries(`resource: { eq: Observation } recordId: "${id}"`);
    const name = 'Observation members · A · 2022-Q3';
    expect(inShort(history)).toEqual([
      `INSERT ${name} {"numeric":5,"note":"x"}`,
      `DELETE ${name} {"numeric":4240.5}`,
      `UPDATE ${name} {"numeric":0.123456789012,"note":"x"} {"numeric":4240.5,"note":null}`,
      `INSERT ${name} {"numeric":0.123456789012,"note":"x"}`,
    ]);
    expect(history.total).toBe(4);
  });

  it('tells of all that was changed in one list, in either order, page by page', async () => {
    await enter('A', '1');
    await api.create('Sector', { code: 'health', name: 'Y tế' });
    await enter('B', '2');
    const all = await entries();
    const names = all.items.map(({ resource, recordName }) => `${resource} ${recordName}`);
    expect(names.slice(0, 3)).toEqual([
      'Observation members · B · 2022-Q3',
      'Sector health',
      'Observation members · A · 2022-Q3',
    ]);
    expect(names.at(-1)).toBe('Indicator members');
    expect(all.total).toBe(all.items.length);

    const paged: Entry[] = [];
    for (let page = 1; paged.length < all.total; page += 1) {
      paged.push(...(await entries('', `page: ${page} perPage: 2`)).items);
    }
    expect(paged).toEqual(all.items);
    const oldestFirst = await entries('', 'sort: [{ field: at }]');
    expect(oldestFirst.items).toEqual([...all.items].reverse());
  });

  it('has the whole history of a unit: of itself, and of where it stands', async () => {
    const { id } = await api.create('PartyUnit', {
      code: 'C',
      name: 'Unit C',
      parent: 'A',
      openedOn: '2020-01-01',
    });
    await enter('C', '1');
    await api.ask(
      'mutation ($id: ID!) { updatePartyUnit(id: $id, version: 1, input: { name: "Renamed" }) { id } }',
      { id },
    );
    const { items, total } = await entries(`unitId: "${id}"`);
    expect(items.map(({ resource, operation }) => `${resource} ${operation}`).sort()).toEqual([
      'PartyUnit INSERT',
      'UnitPlacement INSERT',
      'UnitPlacement UPDATE',
    ]);
    expect(total).toBe(3);
    expect((await entries('unitId: "0"')).items).toEqual([]);
  });

  it('finds by what, who, when and which request', async () => {
    const { id } = await enter('A', '1');
    await correct(id, 1, { numeric: '2' });
    const [latest] = (await entries()).items;
    expect((await entries(`requestId: "${latest?.requestId}"`)).items).toEqual([latest]);
    expect((await entries(`at: { gte: "${latest?.at}" }`)).items[0]).toEqual(latest);
    expect(
      (await entries('resource: { eq: Observation } operation: { in: [UPDATE, DELETE] }')).items,
    ).toEqual([latest]);
    expect((await entries('actor: { eq: "tester (tests)" } actorKind: { eq: KEY }')).total).toBe(
      (await entries()).total,
    );
    expect(await entries('actor: { eq: "nobody" }')).toEqual({ items: [], total: 0 });
    expect(inShort(await entries('resource: { in: [Sector] }'))).toEqual([]);
  });

  it('names units where only their placements changed, and acts by what they are', async () => {
    expect(inShort(await entries('resource: { in: [UnitPlacement, UnitChange] }'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^INSERT UnitPlacement A1 /),
        expect.stringMatching(/^INSERT UnitChange OPEN /),
      ]),
    );
  });

  it('refuses an id without saying of what', async () => {
    expect(await api.refusal('{ auditEntries(filter: { recordId: "1" }) { total } }')).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: { recordId: 'goes with resource: { eq: … }, since ids of different kinds are alike' },
    });
  });

  it('has a name for every table that is traced', async () => {
    const traced: { name: string }[] = await api.database.dataSource.query(
      `select tgrelid::regclass::text as name from pg_trigger where tgname in ('z_audit_insert', 'z_trace_inserted')`,
    );
    const named = Object.values(AuditResource).map((resource) => tableOf[resource]);
    expect(traced.filter(({ name }) => !named.includes(name))).toEqual([]);
  });
});

describe('who may read it', () => {
  const readBy = async (...grants: Grant[]) => {
    const access = new Access({ kind: 'USER', userId: 1, keyId: null, name: 'an' }, grants);
    const service = new AuditService(api.database.server, { access, today: '2025-06-01', requestId: 'r' });
    const args = {
      page: 1,
      perPage: 100,
      sort: [{ field: 'at', order: SortOrder.ASC }],
    } as AuditEntryListArgs;
    const { items, total } = await service.list({ ...args, filter: { at: { gte: new Date(start) } } });
    expect(total).toBe(items.length);
    return items.map(({ resource, recordName }) => `${resource} ${recordName}`);
  };
  const administers = (unitId: number | null, seesSensitive = true): Grant => ({
    role: Role.ADMINISTRATOR,
    unitId,
    seesSensitive,
  });

  it('sees, within a part of the tree, its units, acts, figures and targets, and nothing else', async () => {
    await enter('A1', '1');
    await enter('B', '2');
    const [{ id }] = await api.database.dataSource.query(`select id from party_unit where code = 'A'`);
    expect([...new Set(await readBy(administers(id)))].sort()).toEqual([
      'Observation members · A1 · 2022-Q3',
      'PartyUnit A',
      'PartyUnit A1',
      'UnitChange OPEN',
      'UnitPlacement A',
      'UnitPlacement A1',
    ]);
    expect(await readBy(administers(null))).toContain('Indicator members');
  });

  it('sees no figure of what is sensitive unless the grant says so', async () => {
    await enter('A', '1');
    await api.database.dataSource.query('update indicator set is_sensitive = true');
    expect(await readBy(administers(null))).toContain('Observation members · A · 2022-Q3');
    expect(await readBy(administers(null, false))).not.toContain('Observation members · A · 2022-Q3');
  });

  it('is refused whoever does not administer any part', async () => {
    await expect(readBy({ role: Role.APPROVER, unitId: null, seesSensitive: true })).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
  });
});
