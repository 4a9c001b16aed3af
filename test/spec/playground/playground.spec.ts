import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../../support/browser';
import { openSampleApp, type SampleApp } from '../../support/sample-app';
import { signInBrowser } from '../../support/sign-in';

jest.setTimeout(60_000);

let sample: SampleApp;
let address: string;
let browser: { context: BrowserContext; close(): Promise<void> };
beforeAll(async () => {
  sample = await openSampleApp();
  address = await sample.app.listen({ host: '127.0.0.1', port: 0 });
  browser = await openBrowser('vi-VN');
  await signInBrowser(sample.app, browser.context, address);
});
afterAll(async () => {
  await browser?.close();
  await sample?.close();
});

let page: Page;
let complaints: string[];
let foreign: string[];
beforeEach(async () => {
  page = await browser.context.newPage();
  page.setDefaultTimeout(30_000);
  complaints = [];
  foreign = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && new URL(url).origin !== address) foreign.push(url);
  });
});
afterEach(async () => {
  await page.evaluate('localStorage.clear()');
  await page.close();
});

const editor = () => page.locator('.graphiql-query-editor .view-lines');
const answer = () => page.locator('.result-window .view-lines');
const tabs = () => page.locator('.graphiql-tab');
const run = () => page.getByRole('button', { name: /^(Chạy truy vấn|Execute query)/ }).click();

async function open(path = '/playground') {
  await page.goto(address + path);
  await editor().locator('.view-line').first().waitFor();
}

async function until(locator: ReturnType<typeof answer>, text: string) {
  await locator.filter({ hasText: text }).first().waitFor();
}

describe('the playground', () => {
  it('runs an example at the first visit, without a complaint or a request to another origin', async () => {
    await open();
    expect(await page.title()).toBe('Khối · Truy vấn GraphQL');
    expect(await tabs().count()).toBe(6);
    await until(editor(), 'MembersOfTheBloc');
    await run();
    await until(answer(), '4240');
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it('finds an example without diacritics and opens it in a tab of its own', async () => {
    await open();
    await page.getByRole('searchbox').fill('xep loai nam muc');
    await page.getByRole('button', { name: 'Bốn mức xếp loại qua các năm' }).click();
    await until(editor(), 'GradesByYear');
    expect(await tabs().count()).toBe(7);
    await run();
    await until(answer(), 'Hoàn thành xuất sắc nhiệm vụ');
    expect(complaints).toEqual([]);
  });

  it('keeps the tabs of a reader who comes back, and adds no examples to them', async () => {
    await open();
    await page.getByRole('button', { name: 'Số đảng viên của khối' }).click();
    await until(editor(), 'MembersOfTheBloc');
    await expectStoredTabs(7);
    await page.getByRole('button', { name: 'Đóng thẻ' }).last().click();
    await expectStoredTabs(6);
    await open();
    expect(await tabs().count()).toBe(6);
  });

  it('shows what the schema says about itself', async () => {
    await open();
    await page.getByRole('button', { name: 'Mở tài liệu của lược đồ' }).click();
    await page.locator('.graphiql-doc-explorer').getByRole('link', { name: 'Query', exact: true }).click();
    await page
      .locator('.graphiql-doc-explorer')
      .getByRole('link', { name: 'AnalyticsResult' })
      .first()
      .click();
    await until(page.locator('.graphiql-doc-explorer'), 'The answer to an analytics query.');
  });

  it('opens a shared query in a tab in front, with its variables and not yet run', async () => {
    const query = 'query Shared($unit: String!) { partyUnit(code: $unit) { name } }';
    const variables = '{ "unit": "DBK" }';
    await open(`/playground?${new URLSearchParams({ query, variables })}`);
    await until(editor(), 'Shared');
    expect(await answer().innerText()).toBe('');
    expect(page.url()).toBe(`${address}/playground`);
    await run();
    await until(answer(), 'Đảng bộ Khối các cơ quan tỉnh');
    expect(complaints).toEqual([]);
  });

  it('speaks the language that was chosen in the admin', async () => {
    await page.addInitScript({ content: `localStorage.setItem('RaStorekhoi.locale', '"en"')` });
    await open();
    expect(await page.title()).toBe('Khối · GraphQL playground');
    await page.getByRole('button', { name: 'Show History' }).waitFor();
    await page.getByRole('link', { name: 'Admin' }).waitFor();
  });

  it('says so when the server cannot be reached, and goes on when it can', async () => {
    await open();
    await page.route('**/graphql', (route) => route.abort());
    await run();
    const notice = page.getByRole('alert').filter({ hasText: 'Không kết nối được với máy chủ Khối.' });
    await notice.waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Thử lại ngay' }).click();
    await notice.waitFor({ state: 'detached' });
  });

  it('fits a phone: the editor above the answer, nothing to scroll sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open();
    await run();
    await until(answer(), '4240');
    const above = await editor().boundingBox();
    const below = await answer().boundingBox();
    expect(above?.y).toBeLessThan(below?.y ?? 0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});

/** GraphiQL writes tabs down half a second after they changed. */
async function expectStoredTabs(count: number) {
  const stored = `JSON.parse(localStorage.getItem('khoi.graphiql:tabState') ?? '{}').tabs?.length`;
  while ((await page.evaluate(stored)) !== count) await page.waitForTimeout(100);
}
