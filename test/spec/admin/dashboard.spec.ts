import type { Page } from 'playwright-core';
import { type OpenAdmin, openAdmin } from './open-admin';

jest.setTimeout(60_000);

let admin: OpenAdmin;
beforeAll(async () => {
  admin = await openAdmin();
});
afterAll(() => admin?.close());
afterEach(() => admin.closePage());

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('the dashboard', () => {
  it('shows the figures of the report', async () => {
    const page = await admin.open('/');
    const shows = (name: string, ...texts: string[]) =>
      Promise.all(texts.map((text) => card(page, name).getByText(text, { exact: true }).first().waitFor()));

    await shows('Đảng viên', '4.240', '+560 so với tháng 12/2017', '4.051', '189');
    await shows('Tổ chức trực thuộc', '73', '46', '27', '5 loại hình');
    await shows('Lớp lý luận chính trị', '16', '1.097', '13', '868', '11', '599');
    await shows('Kiểm tra, giám sát', '1.041', '65');
    await shows('Mục tiêu đã đạt', '3 trên 3');
    await card(page, 'Tham gia học tập nghị quyết')
      .getByText(/^98,\d\d %$/)
      .waitFor();
    await page.getByText('Số liệu minh hoạ').waitFor();
    expect(admin.complaints()).toEqual([]);
  });

  it('has the values of the chart as a table', async () => {
    const page = await admin.open('/');
    const rates = card(page, 'Hoàn thành tốt nhiệm vụ trở lên');
    await rates.getByText('Xem dạng bảng').click();
    const rows = rates.getByRole('table').getByRole('row');
    await rows.nth(1).waitFor();
    expect(await rows.allInnerTexts()).toEqual([
      'Kỳ\tGiá trị',
      'năm 2017\t96,57 %',
      'năm 2018\t97,20 %',
      'năm 2019\t95,64 %',
      'năm 2020\t98,22 %',
      'năm 2021\t97,10 %',
    ]);
    await rates.locator('.recharts-line').waitFor({ state: 'attached' });
    expect(admin.complaints()).toEqual([]);
  });

  it('takes unit and period from its address, and puts a choice into it', async () => {
    const page = await admin.open('/?from=2018&period=2021-12');
    await card(page, 'Đảng viên').getByText('4.131', { exact: true }).waitFor();
    await page.getByRole('combobox', { name: 'Đến' }).click();
    await page.getByRole('option', { name: 'tháng 8/2022' }).click();
    await card(page, 'Đảng viên').getByText('4.240', { exact: true }).waitFor();
    expect(page.url()).toMatch(/from=2018&period=2022-08$/);
    expect(admin.complaints()).toEqual([]);
  });

  it('leads from a number to its query and to its figures', async () => {
    const page = await admin.open('/');
    const link = card(page, 'Đảng viên').getByRole('link', { name: /Mở truy vấn GraphQL/ });
    const address = new URL((await link.getAttribute('href')) ?? '', 'http://khoi');
    const { query } = JSON.parse(address.searchParams.get('variables') ?? '{}');
    expect([address.pathname, query.indicators, query.units]).toEqual([
      '/playground',
      ['members'],
      { codes: ['DBK'] },
    ]);
    await card(page, 'Đảng viên')
      .getByRole('link', { name: /Xem số liệu chi tiết/ })
      .click();
    await page.getByRole('cell', { name: 'tháng 8/2022' }).first().waitFor();
    expect(admin.complaints()).toEqual([]);
  });
});
