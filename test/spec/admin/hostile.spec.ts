import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { administrator } from '../../support/administrator';
import { query } from '../../support/client';
import { type OpenAdmin, openAdmin } from './open-admin';

jest.setTimeout(60_000);

let admin: OpenAdmin;
beforeAll(async () => {
  admin = await openAdmin();
});
afterAll(() => admin?.close());

const payloads = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(document.domain)</script>',
  '<svg/onload=alert(2)>{{7*7}}',
  'javascript:alert(3)',
];
const [image = '', script = '', vector = '', address = ''] = payloads;

describe('what people write', () => {
  let figure: string;
  let user: string;
  beforeAll(async () => {
    await query(
      admin.app,
      `mutation ($unit: CreatePartyUnitInput!, $sector: CreateSectorInput!, $user: CreateUserInput!) {
        createPartyUnit(input: $unit) { id } createSector(input: $sector) { id } createUser(input: $user) { user { id } }
      }`,
      {
        unit: {
          code: 'XSS',
          name: script,
          nameEn: image,
          parent: 'DBK',
          openedOn: '2020-01-01',
          documentNumber: vector,
          note: image,
        },
        sector: { code: address, name: vector },
        user: { username: 'xss', name: image },
      },
    );
    const { createObservation } = await query<{ createObservation: { id: string } }>(
      admin.app,
      `mutation ($input: CreateObservationInput!) { createObservation(input: $input) { id } }`,
      {
        input: {
          unit: 'XSS',
          indicator: 'members',
          member: 'official',
          period: '2022-08',
          numeric: '1',
          note: script,
          source: image,
        },
      },
    );
    figure = createObservation.id;
    const { users } = await query<{ users: { items: { id: string }[] } }>(
      admin.app,
      '{ users(filter: { username: { eq: "xss" } }) { items { id } } }',
    );
    user = String(users.items[0]?.id);
  });
  afterEach(() => admin.closePage());

  it.each<[string, () => string, string[]]>([
    ['the page of a unit', () => '/partyUnits/XSS/show', [script, vector]],
    ['the list of units', () => '/partyUnits?filter=%7B%22q%22%3A%22XSS%22%7D', [script]],
    ['the page of a figure', () => `/observations/${figure}/show`, [script, image]],
    ['the form of a figure', () => `/observations/${figure}`, [script]],
    ['the list of sectors', () => '/sectors', [vector, address]],
    ['the page of a sector', () => `/sectors/${encodeURIComponent(address)}/show`, [vector]],
    ['the list of users', () => '/users', [image]],
    ['the page of a user', () => `/users/${user}/show`, [image]],
    ['the trace of changes', () => '/auditEntries?filter=%7B%22resource%22%3A%22User%22%7D', []],
    ['the dashboard', () => '/?unit=XSS&period=2022-08&from=2020', []],
  ])('is text, and nothing else, on %s', async (_, path, shown) => {
    const page = await admin.open(path());
    for (const text of shown) await page.getByText(text, { exact: false }).first().waitFor();
    await page.waitForLoadState('networkidle');
    const history = page.getByRole('button', { name: 'Lịch sử thay đổi' });
    if (await history.isVisible()) {
      await history.click();
      await page.locator('ins').or(page.getByText('Chưa có thay đổi nào')).first().waitFor();
    }
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('script:not([src]), [onerror], [onload], img[src="x"], a[href^="javascript:"]')].map((found) => found.outerHTML)`,
      ),
    ).toEqual([]);
    expect(admin.complaints()).toEqual([]);
  });
});

describe('a page of another origin', () => {
  let other: Server;
  let origin: string;
  beforeAll(async () => {
    other = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>elsewhere</title>');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  });
  afterAll(() => other?.close());

  const sectors = async () =>
    (await query<{ sectors: { total: number } }>(admin.app, '{ sectors { total } }')).sectors.total;
  const mutation = JSON.stringify({
    query: 'mutation { createSector(input: { code: "forged", name: "Forged" }) { id } }',
  });

  // The same host on another port: the browser sends the cookie along, which SameSite does not prevent.
  it.each<[string, string, Record<string, string>]>([
    ['a mutation as text', '/graphql', { body: mutation, type: 'text/plain' }],
    ['a mutation as JSON', '/graphql', { body: mutation, type: 'application/json' }],
    ['a sign-out as JSON', '/auth/sign-out', { body: '{}', type: 'application/json' }],
    ['a sign-out as text', '/auth/sign-out', { body: '{}', type: 'text/plain' }],
    [
      'a new password',
      '/auth/password',
      {
        body: JSON.stringify({ current: administrator.password, new: 'kẻ gian đặt lại' }),
        type: 'text/plain',
      },
    ],
    [
      'a sign-in as a demo account',
      '/auth/demo',
      { body: '{"username":"demo-analyst"}', type: 'text/plain' },
    ],
  ])('cannot send %s with the cookie of a person', async (_, path, { body, type }) => {
    await admin.signInAs('tester');
    const [cookie] = await admin.context.cookies();
    const before = await sectors();
    const page = await admin.context.newPage();
    await page.goto(origin);
    const sent = page.waitForRequest((request) => request.url() === admin.address + path);
    await page.evaluate(
      ([url, text, contentType]) =>
        fetch(String(url), {
          method: 'POST',
          credentials: 'include',
          mode: contentType === 'text/plain' ? 'no-cors' : 'cors',
          headers: { 'content-type': String(contentType) },
          body: String(text),
        }).then(
          () => undefined,
          () => undefined,
        ),
      [admin.address + path, body, type],
    );
    await sent;
    await page.close();
    expect(await sectors()).toBe(before);
    expect(await admin.userOf(cookie?.value)).toMatchObject({ username: 'tester' });
    expect((await admin.context.cookies())[0]?.value).toBe(cookie?.value);
  });

  it('cannot change anything by sending a form', async () => {
    await admin.signInAs('tester');
    const before = await sectors();
    const page = await admin.context.newPage();
    await page.goto(origin);
    await page.evaluate(`{
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', action: ${JSON.stringify(`${admin.address}/graphql`)}, enctype: 'text/plain' });
      const input = document.createElement('input');
      Object.assign(input, { name: ${JSON.stringify(mutation)}, value: '' });
      form.append(input);
      document.body.append(form);
      form.submit();
    }`);
    await page.waitForURL(`${admin.address}/graphql`);
    expect(await page.locator('body').innerText()).toMatch(/FORBIDDEN|BAD_REQUEST/);
    await page.close();
    expect(await sectors()).toBe(before);
  });

  it('cannot show the admin in a frame', async () => {
    const page = await admin.context.newPage();
    await page.goto(origin);
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('iframe'), { src: ${JSON.stringify(admin.address)} }))`,
    );
    await page.waitForTimeout(1000);
    expect(page.frames().map((frame) => frame.url())).not.toContain(`${admin.address}/`);
    await page.close();
  });
});
