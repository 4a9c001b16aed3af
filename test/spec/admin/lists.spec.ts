import { readFileSync } from 'node:fs';
import { type OpenAdmin, openAdmin } from './open-admin';

jest.setTimeout(60_000);

let admin: OpenAdmin;
beforeAll(async () => {
  admin = await openAdmin();
});
afterAll(() => admin?.close());
afterEach(async () => {
  expect(admin.complaints()).toEqual([]);
  await admin.closePage();
});

describe('a list', () => {
  it('is searched without diacritics', async () => {
    const page = await admin.open('/partyUnits');
    await page.getByPlaceholder('Tìm').fill('dang bo bao tinh');
    await page.getByRole('cell', { name: 'Chi bộ Ban Dân tộc tỉnh' }).waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: 'Đảng bộ Báo tỉnh' }).first().waitFor();
  });

  it('is filtered by another record, found by its name', async () => {
    const page = await admin.open('/partyUnits');
    await page.getByRole('combobox', { name: 'Loại đơn vị' }).fill('chi bo co so');
    await page.getByRole('option', { name: /^Chi bộ cơ sở/ }).click();
    await page.getByText(/trong 27$/).waitFor();
    expect(decodeURIComponent(page.url())).toContain('{"kind":"grassroots_cell"}');
  });

  it('is sorted by a column', async () => {
    const page = await admin.open('/sectors');
    const row = (index: number) => page.getByRole('row').nth(index);
    await row(2).getByText('public_service').waitFor();
    await page.getByRole('button', { name: /^Sắp xếp theo mã/ }).click();
    await row(2).getByText('association').waitFor();
    await row(5).getByText('public_service').waitFor();
  });

  it('goes on to the next page', async () => {
    const page = await admin.open('/observations');
    await page.getByRole('button', { name: 'Trang sau' }).click();
    await page.getByText(/^26–50 trong \d+/).waitFor();
  });

  it('exports all that is listed, more than the API answers at once, as a file that can be imported', async () => {
    const filter = JSON.stringify({ indicator: 'study_eligible', period_gte: '2020' });
    const page = await admin.open(`/observations?${new URLSearchParams({ filter })}`);
    const shown = await page.getByText(/^1–25 trong \d\.\d{3}$/).innerText();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất tệp' }).first().click();
    const lines = readFileSync(await (await download).path(), 'utf8').split('\r\n');
    expect(lines[0]).toBe('\uFEFFunit,indicator,period,member,value,note,source');
    expect(lines).toHaveLength(1 + Number(shown.split(' ').at(-1)?.replace('.', '')));
  });

  it('exports computed indicators with their formulas', async () => {
    const page = await admin.open('/indicators');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất tệp' }).first().click();
    const file = readFileSync(await (await download).path(), 'utf8');
    expect(file).toMatch(/^official_share,.*,%,2,,,,100 \* members\[official\] \/ members,,/m);
  });

  it('says in the title of the document what it shows', async () => {
    const page = await admin.open('/sectors');
    const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
    await heading('Loại hình');
    expect(await page.title()).toBe('Loại hình – Khối');
    await page.getByRole('cell', { name: 'Doanh nghiệp' }).click();
    await heading('Doanh nghiệp');
    expect(await page.title()).toBe('Doanh nghiệp – Khối');
  });

  it('shows how many objectives of a programme are reached, of how many', async () => {
    const page = await admin.open('/programmes');
    await page.getByRole('cell', { name: '3/3' }).waitFor();
  });

  it('shows units as they were on a day', async () => {
    const page = await admin.open(
      `/partyUnits?${new URLSearchParams({ filter: JSON.stringify({ parent: 'DBK', asOf: '2022-08-31' }) })}`,
    );
    await page.getByText(/trong 73$/).waitFor();
  });

  it('fits on a phone', async () => {
    const page = await admin.open('/partyUnits');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByText('CQ-BDTO · Chi bộ cơ sở').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});

describe('the language', () => {
  it('is that of the browser until another is chosen, which is remembered', async () => {
    const page = await admin.open('/sectors');
    await page.getByRole('cell', { name: 'Doanh nghiệp' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('vi');
    await page.getByRole('button', { name: 'Ngôn ngữ: Tiếng Việt' }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('cell', { name: 'Enterprises' }).waitFor();
    await page.reload();
    await page.getByRole('cell', { name: 'Enterprises' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  });
});

describe('the page of a unit', () => {
  it('shows its place, its units, its history and its figures', async () => {
    const page = await admin.open('/partyUnits/HH-LDLD/show');
    await page
      .getByRole('navigation', { name: 'Vị trí trong cây' })
      .getByText('Đảng bộ Khối các cơ quan tỉnh')
      .waitFor();
    await page.getByRole('cell', { name: 'Chi bộ Ban Nữ công Liên đoàn Lao động tỉnh' }).waitFor();
    await page.getByText('01-QĐ/ĐUK').waitFor();
    await page.getByText('Xem dạng bảng').click();
    await page.getByRole('row', { name: 'năm 2022 43' }).waitFor();
  });
});
