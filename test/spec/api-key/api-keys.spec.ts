import { asAdministrator } from '../../support/administrator';
import { People } from '../../support/people';

let people: People;
let an: Record<string, string>;
beforeEach(async () => {
  people = await People.open();
  await people.add('an', 'EDITOR');
  an = await people.signIn('an');
});
afterEach(() => people.close());

const over = '401 UNAUTHENTICATED: The session or key is not known, is over, or was revoked.';
const whoAmI = '{ me { user { username } apiKey { name } highestRole rights } }';
const create = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { secret apiKey { id hint role isReadOnly seesSensitive expiresAt lastUsedAt unit { code } } }
}`;
const revoke = 'mutation ($id: ID!) { revokeApiKey(id: $id) { revokedAt } }';

interface Made {
  secret: string;
  apiKey: { id: string; hint: string };
}
const make = async (input: object = {}, sender = an): Promise<Made> =>
  (await people.ask<{ createApiKey: Made }>(create, { input: { name: 'tool', ...input } }, sender))
    .createApiKey;
const bearing = (secret: string) => ({ authorization: `Bearer ${secret}` });

describe('a key', () => {
  it('is shown once, and kept as a hash with its last four characters', async () => {
    const { secret, apiKey } = await make();
    expect(secret).toMatch(/^khoi_[\w-]{43}$/);
    expect(apiKey).toEqual({
      id: expect.any(String),
      hint: secret.slice(-4),
      role: 'VIEWER',
      isReadOnly: true,
      seesSensitive: false,
      expiresAt: null,
      lastUsedAt: null,
      unit: null,
    });
    const [row] = await people.database.dataSource.query<{ text: string }[]>(
      `select string_agg(api_key::text, '') as text from api_key`,
    );
    expect(row?.text).not.toContain(secret.slice(5, -4));
  });

  it.each([
    ['Authorization: Bearer', (secret: string) => ({ authorization: `Bearer ${secret}` })],
    ['authorization: bearer', (secret: string) => ({ authorization: `bearer  ${secret}` })],
    ['X-API-Key', (secret: string) => ({ 'x-api-key': secret })],
    [
      'the password of HTTP Basic',
      (secret: string) => ({ authorization: `Basic ${btoa(`anyone:${secret}`)}` }),
    ],
  ])('is taken as %s', async (_, header) => {
    const { secret } = await make();
    expect(await people.ask(whoAmI, {}, header(secret))).toEqual({
      me: { user: { username: 'an' }, apiKey: { name: 'tool' }, highestRole: 'VIEWER', rights: ['READ'] },
    });
  });

  it('goes before a cookie, and one that is wrong is not made good by a cookie', async () => {
    const { secret } = await make();
    expect(await people.ask(whoAmI, {}, { ...an, ...bearing(secret) })).toMatchObject({
      me: { apiKey: { name: 'tool' } },
    });
    for (const authorization of [
      'Bearer wrong',
      `Digest ${secret}`,
      secret,
      'Basic ',
      `Bearer ${secret} ${secret}`,
    ]) {
      expect(await people.refusal(whoAmI, {}, { ...an, authorization })).toBe(over);
    }
    expect(await people.refusal(whoAmI, {}, { ...an, 'x-api-key': '' })).toBe(over);
  });

  it('is over from the next request on when it is revoked, for good', async () => {
    const { secret, apiKey } = await make();
    expect(await people.ask(whoAmI, {}, bearing(secret))).toBeTruthy();
    await people.ask(revoke, { id: apiKey.id }, an);
    people.pass(1);
    const again = await people.ask<{ revokeApiKey: { revokedAt: string } }>(revoke, { id: apiKey.id }, an);
    expect(again.revokeApiKey.revokedAt).toBe('2025-06-01T05:00:00.000Z');
    expect(await people.refusal(whoAmI, {}, bearing(secret))).toBe(over);
    expect(await people.refusal(whoAmI, {}, bearing(secret))).toBe(over);
  });

  it('is over when its time is, and never made for a time that is over', async () => {
    const { secret } = await make({ expiresAt: '2025-06-01T06:00:00Z' });
    people.pass(3599);
    expect(await people.ask(whoAmI, {}, bearing(secret))).toBeTruthy();
    people.pass(1);
    expect(await people.refusal(whoAmI, {}, bearing(secret))).toBe(over);
    expect(
      await people.refusal(create, { input: { name: 'late', expiresAt: '2025-06-01T06:00:00Z' } }, an),
    ).toBe('200 VALIDATION_FAILED: The input is not valid: expiresAt must be in the future.');
  });

  it('is over while its owner is disabled, and when the owner is gone', async () => {
    const { secret } = await make();
    const { dataSource } = people.database;
    await dataSource.query(`update app_user set is_disabled = true where username = 'an'`);
    expect(await people.refusal(whoAmI, {}, bearing(secret))).toBe(over);
    await dataSource.query(`update app_user set is_disabled = false where username = 'an'`);
    expect(await people.ask(whoAmI, {}, bearing(secret))).toBeTruthy();
    await dataSource.query(`delete from app_user where username = 'an'`);
    expect(await people.refusal(whoAmI, {}, bearing(secret))).toBe(over);
  });

  it('may what its limits and the grants of its owner both allow, at the moment', async () => {
    const { secret } = await make({ role: 'ADMINISTRATOR', isReadOnly: false });
    const role = async () =>
      (await people.ask<{ me: { highestRole: string | null } }>(whoAmI, {}, bearing(secret))).me.highestRole;
    expect(await role()).toBe('EDITOR');
    await people.database.dataSource.query(`update access_grant set role = 'VIEWER' where role = 'EDITOR'`);
    expect(await role()).toBe('VIEWER');
  });

  it('says when it was last used, to the minute', async () => {
    const { secret, apiKey } = await make();
    const used = async () =>
      (
        await people.ask<{ apiKey: { lastUsedAt: string } }>(
          `{ apiKey(id: ${apiKey.id}) { lastUsedAt } }`,
          {},
          an,
        )
      ).apiKey.lastUsedAt;
    for (const seconds of [0, 59, 1]) {
      people.pass(seconds);
      await people.ask(whoAmI, {}, bearing(secret));
    }
    expect(await used()).toBe('2025-06-01T05:01:00.000Z');
  });

  it('goes with the unit that it is for, where it would else be one for the whole tree', async () => {
    await people.ask(
      'mutation { createPartyUnit(input: { code: "A", name: "A", openedOn: "2020-01-01" }) { id } }',
    );
    const { secret, apiKey } = await make({ unit: 'A' });
    expect(apiKey).toMatchObject({ unit: { code: 'A' } });
    await people.ask('mutation { deletePartyUnit(id: 1) { id } }');
    expect(await people.refusal(whoAmI, {}, bearing(secret))).toBe(over);
  });
});

describe('keys', () => {
  it('are made by people alone: a key makes none, and none of its owner is revoked by it', async () => {
    const { secret, apiKey } = await make({ role: 'EDITOR', isReadOnly: false });
    const forbidden = '200 FORBIDDEN: You may not make keys for tools here.';
    expect(await people.refusal(create, { input: { name: 'more' } }, bearing(secret))).toBe(forbidden);
    expect(await people.refusal(revoke, { id: apiKey.id }, bearing(secret))).toBe(
      '200 FORBIDDEN: You may not manage people and their grants here.',
    );
  });

  it('are made from the role of an analyst on', async () => {
    await people.add('viewer', 'VIEWER');
    await people.add('analyst', 'ANALYST');
    expect(await people.refusal(create, { input: { name: 'x' } }, await people.signIn('viewer'))).toMatch(
      /FORBIDDEN/,
    );
    expect((await make({}, await people.signIn('analyst'))).secret).toBeTruthy();
  });

  it('of others are neither seen nor revoked, but by who manages people', async () => {
    const { apiKey } = await make();
    await people.add('binh', 'EDITOR');
    const binh = await people.signIn('binh');
    const total = '{ apiKeys(filter: { isRevoked: false }) { total } }';
    expect(await people.ask(total, {}, binh)).toEqual({ apiKeys: { total: 0 } });
    expect(await people.ask(`{ apiKey(id: ${apiKey.id}) { id } }`, {}, binh)).toEqual({ apiKey: null });
    expect(await people.refusal(revoke, { id: apiKey.id }, binh)).toMatch(/NOT_FOUND/);
    expect(await people.ask(total, {}, asAdministrator)).toEqual({ apiKeys: { total: 2 } });
    await people.ask(revoke, { id: apiKey.id }, asAdministrator);
    expect(await people.ask(total, {}, an)).toEqual({ apiKeys: { total: 0 } });
  });
});
