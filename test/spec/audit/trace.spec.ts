import { Client } from 'pg';
import { Access } from '../../../server/access/access';
import { inWriteTransaction } from '../../../server/database/write-transaction';
import { Api } from '../../support/api';

jest.setTimeout(60_000);

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

beforeEach(async () => {
  await api.empty();
  await api.create('Indicator', {
    code: 'members',
    name: 'Đảng viên',
    periodType: 'QUARTER',
    unitAggregation: 'SUM',
    periodAggregation: 'LAST',
  });
  await api.create('PartyUnit', { code: 'A', name: 'Sở Y tế', openedOn: '2020-01-01' });
});

// biome-ignore lint/suspicious/noExplicitAny: rows of any statement
type Row = any;

const sql = (text: string, values: unknown[] = []): Promise<Row[]> =>
  api.database.dataSource.query(text, values);

const entriesOf = (table: string) =>
  sql(
    `select operation, record_id, record_name, before, after from audit_entry
     where table_name = $1 and change_set_id > (select max(change_set_id) - 1 from audit_entry where table_name = $1)
     order by id`,
    [table],
  );

const create = (numeric: string, period = '2022-Q3') =>
  api.create('Observation', { unit: 'A', indicator: 'members', period, numeric });

const update = (id: string, version: number, input: object) =>
  api.ask(
    'mutation ($id: ID!, $version: Int!, $input: UpdateObservationInput!) { updateObservation(id: $id, version: $version, input: $input) { id } }',
    { id, version, input },
  );

const remove = (id: string) => api.ask('mutation ($id: ID!) { deleteObservation(id: $id) { id } }', { id });

describe('a change of what units share', () => {
  it('leaves the new row, without what is empty or made by the database', async () => {
    await api.create('Sector', { code: 'health', name: 'Y tế' });
    expect(await entriesOf('sector')).toEqual([
      {
        operation: 'INSERT',
        record_id: '1',
        record_name: 'health',
        before: null,
        after: { id: 1, code: 'health', name: 'Y tế', sort_order: 0 },
      },
    ]);
  });

  it('leaves what an update changed, before and after', async () => {
    await api.create('Sector', { code: 'health', name: 'Y tế', nameEn: 'Health' });
    await api.ask(
      'mutation { updateSector(id: "1", version: 1, input: { name: "Sức khoẻ", nameEn: null }) { id } }',
    );
    expect(await entriesOf('sector')).toEqual([
      {
        operation: 'UPDATE',
        record_id: '1',
        record_name: 'health',
        before: { name: 'Y tế', name_en: 'Health' },
        after: { name: 'Sức khoẻ', name_en: null },
      },
    ]);
  });

  it('leaves nothing when the update changed nothing', async () => {
    await api.create('Sector', { code: 'health', name: 'Y tế' });
    await api.ask('mutation { updateSector(id: "1", version: 1, input: { name: "Y tế" }) { id } }');
    expect(await entriesOf('sector')).toEqual([expect.objectContaining({ operation: 'INSERT' })]);
  });

  it('leaves the row that was deleted, and each that was emptied away', async () => {
    await api.create('Sector', { code: 'health', name: 'Y tế' });
    await api.ask('mutation { deleteSector(id: "1") { id } }');
    const deleted = { operation: 'DELETE', record_name: 'health', after: null };
    expect(await entriesOf('sector')).toEqual([expect.objectContaining({ ...deleted, record_id: '1' })]);
    await api.create('Sector', { code: 'health', name: 'Y tế' });
    await sql('truncate sector cascade');
    expect(await entriesOf('sector')).toEqual([expect.objectContaining({ ...deleted, record_id: '2' })]);
  });

  it('tells of secrets that they changed, not what they are', async () => {
    await sql('create table vault (id integer primary key, name text, secret text, seen_at date)');
    await sql(`select audit_table('vault', secrets => '{secret}', ignored => '{seen_at}')`);
    await sql(`insert into vault values (7, 'door', '1234', null)`);
    expect(await entriesOf('vault')).toEqual([
      expect.objectContaining({ record_id: '7', after: { id: 7, name: 'door', secret: '(secret)' } }),
    ]);
    await sql(`update vault set secret = '5678', seen_at = '2022-01-01'`);
    expect(await entriesOf('vault')).toEqual([
      expect.objectContaining({ before: { secret: '(secret)' }, after: { secret: '(secret)' } }),
    ]);
    await sql('drop table vault');
  });
});

describe('the change set', () => {
  const latest = async () =>
    (await sql('select * from change_set order by id desc limit 1'))[0] as Record<string, unknown>;

  it('says who acted and in which request', async () => {
    const access = new Access({ kind: 'KEY', userId: 3, keyId: 5, name: 'an.nguyen/excel' }, []);
    await inWriteTransaction(api.database.dataSource, { access, requestId: 'r-1' }, (manager) =>
      manager.query(`insert into sector (code, name) values ('a', 'A')`),
    );
    expect(await latest()).toMatchObject({
      actor_kind: 'KEY',
      actor_user_id: 3,
      actor_key_id: 5,
      actor_name: 'an.nguyen/excel',
      request_id: 'r-1',
    });
  });

  it('names the role of the database where the server says nothing', async () => {
    await sql(`insert into sector (code, name) values ('a', 'A')`);
    const [{ session_user: role }] = await sql('select session_user');
    expect(await latest()).toMatchObject({ actor_kind: 'SYSTEM', actor_name: role, request_id: null });
  });

  it('is one for all that a transaction writes, and none for what is rolled back', async () => {
    const { id } = await create('1');
    const before = await latest();
    await update(id, 1, { numeric: '2' });
    const [counted] = await sql('select count(*)::int as count from change_set where id > $1', [before.id]);
    expect(counted).toEqual({ count: 1 });
    const after = await latest();
    await expect(update(id, 1, { numeric: '3' })).rejects.toThrow('CONFLICT');
    expect(await latest()).toEqual(after);
  });

  it('is that of the transaction, whatever the statement says', async () => {
    await sql(`insert into sector (code, name) values ('a', 'A')`);
    const old = await latest();
    const client = new Client({ connectionString: api.database.serverUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('khoi.change_set', $1, true)`, [old.id]);
      await client.query(`insert into sector (code, name) values ('b', 'B')`);
      await client.query('commit');
      expect(await latest()).not.toEqual(old);
      await client.query('begin');
      await client.query(`insert into sector (code, name) values ('c', 'C')`);
      await client.query(`select set_config('khoi.change_set_at', '0', true)`);
      const backdated = `insert into observation (indicator_id, unit_id, period_start, value) values (1, 1, '2022-01-01', 1)`;
      await expect(client.query(backdated)).rejects.toMatchObject({ code: '42501' });
      await client.query('rollback');
      await expect(
        client.query(
          `insert into observation (indicator_id, unit_id, period_start, value)
           select 1, 1, '2022-01-01', case when set_config('khoi.change_set', $1, true) = '' then 0 else 1 end`,
          [old.id],
        ),
      ).rejects.toThrow();
    } finally {
      await client.end();
    }
  });
});

describe('a figure', () => {
  const revisions = () =>
    sql(`select version, value, is_deleted, replaced_at > recorded_at as stood from observation_revision
         where replaced_by > (select max(id) from change_set where actor_name = 'khoi') order by replaced_at`);

  it('is its own revision while nothing replaces it', async () => {
    await create('1');
    expect(await revisions()).toEqual([]);
    expect(
      await sql(`select (select actor_name from change_set where id = change_set_id) as actor, change_set_id = (select max(id) from change_set) as is_latest,
        recorded_at = (select at from change_set order by id desc limit 1) as is_moment from observation`),
    ).toEqual([{ actor: 'tester (tests)', is_latest: true, is_moment: true }]);
  });

  it('leaves what it was when it is changed and when it is deleted', async () => {
    const { id } = await create('1');
    await update(id, 1, { numeric: '2' });
    await remove(id);
    expect(await revisions()).toEqual([
      { version: 1, value: '1', is_deleted: false, stood: expect.any(Boolean) },
      { version: 2, value: '2', is_deleted: true, stood: expect.any(Boolean) },
    ]);
  });

  it('says itself when and by whom it was recorded, whatever the statement says', async () => {
    await create('1');
    await sql(`update observation set recorded_at = '2001-01-01', recorded_by = 'nobody', change_set_id = 1`);
    const [row] = await sql(
      `select recorded_at > now() - interval '1 hour' as is_now, recorded_by,
        (select actor_name from change_set where id = change_set_id) as actor from observation`,
    );
    expect(row).toEqual({ is_now: true, recorded_by: null, actor: 'khoi' });
  });

  it('never counts from before what it replaces, though its transaction began earlier', async () => {
    const { id } = await create('1');
    const early = new Client({ connectionString: api.database.url });
    await early.connect();
    try {
      await early.query('begin');
      await early.query(`insert into sector (code, name) values ('a', 'A')`);
      await update(id, 1, { numeric: '2' });
      await early.query('update observation set value = 3');
      await early.query('commit');
      expect(
        await sql(`select observation.recorded_at = revision.replaced_at as follows
          from observation join observation_revision revision on revision.change_set_id is not null
            and revision.replaced_by = observation.change_set_id`),
      ).toEqual([{ follows: true }]);
    } finally {
      await early.end();
    }
  });
});

describe('a figure that was deleted by a later transaction while an earlier one enters it anew', () => {
  it('is refused, to be tried again', async () => {
    const { id } = await create('1');
    const early = new Client({ connectionString: api.database.serverUrl });
    await early.connect();
    try {
      await early.query('begin');
      await early.query(`insert into sector (code, name) values ('a', 'A')`);
      await laterThan(early);
      await remove(id);
      const anew = early.query(
        `insert into observation (indicator_id, unit_id, period_start, value) values (1, 1, '2022-07-01', 2)`,
      );
      await expect(anew).rejects.toMatchObject({ code: '40001' });
    } finally {
      await early.end();
    }
  });

  it('is tried again by the server', async () => {
    let tries = 0;
    const access = Access.ofSystem('test');
    const done = inWriteTransaction(api.database.server, { access, requestId: null }, async (manager) => {
      tries += 1;
      if (tries < 3) await manager.query(`do $$ begin raise exception using errcode = '40001'; end $$`);
      return tries;
    });
    expect(await done).toBe(3);
  });
});

/** Until the clock shows another millisecond than that of the transaction's change set. */
async function laterThan(client: Client): Promise<void> {
  for (let passed = false; !passed; ) {
    const { rows } = await client.query(
      `select (extract(epoch from date_trunc('milliseconds', clock_timestamp())) * 1000)::bigint
         > current_setting('khoi.change_set_at')::bigint as passed`,
    );
    passed = rows[0].passed;
  }
}

describe('the trace', () => {
  it.each(['change_set', 'audit_entry', 'observation_revision'])(
    'of %s is refused to be changed, to the owner too',
    async (table) => {
      for (const statement of [`delete from ${table}`, `truncate ${table}`]) {
        await expect(sql(statement)).rejects.toThrow('only ever added to');
      }
    },
  );

  it('is kept of every table, but for those that follow from others or are no data', async () => {
    const untraced = await sql(`
      select relname as name from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not exists (
        select from pg_trigger
        join pg_proc on pg_proc.oid = tgfoid
        where tgrelid = pg_class.oid and (proname = 'audit_changes' or proname like 'trace_%_observations'))
      order by 1`);
    expect(untraced.map(({ name }) => name)).toEqual([
      'audit_entry',
      'change_set',
      'data_version', // counts what is traced elsewhere
      'indicator_operand', // follows from the formulas
      'migration',
      'moved_edge', // follows from placements
      'observation_revision',
      'rollup', // follows from figures and placements
      'rollup_delta',
      'rollup_unit',
      'session', // comes and goes with signing in
      'sign_in_failure',
      'structure_pending',
      'unit_change_unit', // what an act replaced, which the entries of units and placements tell as well
      'unit_closure',
    ]);
  });
});
