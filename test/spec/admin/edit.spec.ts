import type { Locator, Page } from 'playwright-core';
import { query } from '../../support/client';
import { type OpenAdmin, openAdmin } from './open-admin';

jest.setTimeout(60_000);

let admin: OpenAdmin;
beforeAll(async () => {
  admin = await openAdmin();
});
afterAll(() => admin?.close());
let expected: RegExp | undefined;
afterEach(async () => {
  expect(admin.complaints().filter((complaint) => !expected?.test(complaint))).toEqual([]);
  expected = undefined;
  await admin.closePage();
});

const text = (where: Page | Locator, name: string) => where.getByRole('textbox', { name, exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Lưu' }).click();
const errorAt = (page: Page, field: string) =>
  page
    .locator('.MuiFormControl-root', { has: text(page, field) })
    .locator('.MuiFormHelperText-root.Mui-error');

async function choose(page: Page, field: string, words: string, option: RegExp) {
  await page.getByRole('combobox', { name: field }).fill(words);
  await page.getByRole('option', { name: option }).click();
}

async function aFigure(): Promise<{ id: string; numeric: string; version: number }> {
  const { observations } = await query<{
    observations: { items: { id: string; numeric: string; version: number }[] };
  }>(
    admin.app,
    `{ observations(filter: { unit: { eq: "CQ-BDTO" }, indicator: { eq: "members" }, member: { eq: "official" },
        period: { eq: "2022-08" } }) { items { id numeric version } } }`,
  );
  const [figure] = observations.items;
  if (!figure) throw new Error('The sample has no such figure.');
  return figure;
}

const changeFigure = ({ id, version }: { id: string; version: number }, numeric: string) =>
  query(
    admin.app,
    'mutation ($id: ID!, $input: UpdateObservationInput!, $version: Int!) { updateObservation(id: $id, input: $input, version: $version) { id } }',
    { id, version, input: { numeric } },
  );

describe('a figure', () => {
  it('changes the roll-up when it is edited', async () => {
    const figure = await aFigure();
    const page = await admin.open(`/observations/${figure.id}`);
    await page
      .getByLabel('Giá trị')
      .fill(String(Number(figure.numeric) + 1000).replace(/(\d)(\d{3})$/, '$1.$2'));
    await save(page);
    await page.getByText('Đã cập nhật').waitFor();
    await page.getByRole('menuitem', { name: 'Tổng quan' }).click();
    await page
      .getByRole('region', { name: 'Đảng viên', exact: true })
      .getByText('5.240', { exact: true })
      .waitFor();
    await changeFigure(await aFigure(), figure.numeric);
  });

  it('is entered with its member, in a period of the right type', async () => {
    const page = await admin.open('/observations/create');
    expect(await page.getByLabel('Mục phân tổ').count()).toBe(0);
    await choose(page, 'Đơn vị', 'ban dan toc', /Chi bộ Ban Dân tộc tỉnh/);
    await choose(page, 'Chỉ tiêu', 'members', /^Đảng viên \(members\)/);
    await page.getByPlaceholder('2022-08').fill('10/2022');
    await page.getByRole('combobox', { name: 'Mục phân tổ' }).click();
    await page.getByRole('option', { name: 'Đảng viên dự bị' }).click();
    await text(page, 'Giá trị').fill('1.5');
    await save(page);
    expect(await errorAt(page, 'Giá trị').innerText()).toBe('Hãy viết số như 4.240 hoặc 96,57');
    expect(await text(page, 'Giá trị').inputValue()).toBe('1.5');
    await text(page, 'Giá trị').fill('3');
    await save(page);
    await page.getByText('tháng 10/2022').first().waitFor();
  });

  it('that somebody else changed meanwhile shows both values', async () => {
    const figure = await aFigure();
    const page = await admin.open(`/observations/${figure.id}`);
    await text(page, 'Giá trị').fill('55');
    await changeFigure(figure, '44');
    await save(page);
    const dialog = page.getByRole('dialog', { name: 'Người khác đã lưu trước' });
    await dialog.getByRole('row', { name: 'Giá trị 44 55' }).waitFor();
    await dialog.getByRole('button', { name: 'Ghi đè bằng của tôi' }).click();
    await page.getByText('Đã cập nhật').waitFor();
    expect((await aFigure()).numeric).toBe('55');
    await changeFigure(await aFigure(), figure.numeric);
  });
});

describe('what the server refuses', () => {
  it('is said at the field', async () => {
    const page = await admin.open('/sectors/create');
    await text(page, 'Mã').fill('press');
    await text(page, 'Tên').fill('Báo chí hai');
    await save(page);
    expect(await errorAt(page, 'Mã').innerText()).toContain('Mã "press" đã được dùng');
  });

  it('points at the wrong place of a formula', async () => {
    const page = await admin.open('/indicators/create');
    await page.getByLabel('Tính từ công thức').check();
    await text(page, 'Mã').fill('wrong');
    await text(page, 'Tên').fill('Sai');
    await text(page, 'Công thức').fill('100 * members / / classified');
    await save(page);
    expect(await errorAt(page, 'Công thức').innerText()).toContain('vị trí 17');
    expect(await page.locator('mark').innerText()).toBe('/');
  });

  it('is said with its reason when a record is in use', async () => {
    const page = await admin.open('/sectors/press/show');
    await page.getByRole('button', { name: 'Xóa' }).click();
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText(/Không xóa được vì còn \d+ đơn vị đang dùng/).waitFor();
  });
});

describe('a record', () => {
  it('is made, shown, changed and deleted', async () => {
    const page = await admin.open('/unitKinds/create');
    await text(page, 'Mã').fill('test_kind');
    await text(page, 'Tên').fill('Loại thử');
    await save(page);
    await page.getByRole('link', { name: 'Sửa' }).click();
    await text(page, 'Tên').fill('Loại thử hai');
    await save(page);
    await page.getByText('Loại thử hai').first().waitFor();
    await page.getByRole('button', { name: 'Xóa' }).click();
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('1–5 trong 5').waitFor();
  });

  it('is deleted together with others', async () => {
    for (const code of ['bulk_1', 'bulk_2']) {
      await query(
        admin.app,
        'mutation ($code: String!) { createSector(input: { code: $code, name: $code }) { id } }',
        {
          code,
        },
      );
    }
    const page = await admin.open('/sectors');
    for (const code of ['bulk_1', 'bulk_2']) {
      await page.getByRole('row', { name: code }).getByRole('checkbox').check();
    }
    await page.getByRole('button', { name: 'Xóa', exact: true }).click();
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('1–5 trong 5').waitFor();
  });

  it('inside another one is changed where it is shown', async () => {
    const page = await admin.open('/dimensions/membership_status/show');
    await page.getByRole('button', { name: 'Thêm mục' }).click();
    const dialog = page.getByRole('dialog');
    await text(dialog, 'Mã').fill('suspended');
    await text(dialog, 'Tên').fill('Đình chỉ sinh hoạt');
    await save(page);
    await page.getByRole('button', { name: 'Sửa Đình chỉ sinh hoạt' }).click();
    await dialog.getByRole('button', { name: 'Xóa' }).click();
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByRole('cell', { name: 'suspended' }).waitFor({ state: 'detached' });
  });
});

describe('a server that does not answer', () => {
  it('is said, and forgotten once it answers again', async () => {
    expected = /Failed to load resource/;
    const page = await admin.open('/sectors');
    await page.getByRole('cell', { name: 'Báo chí' }).waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('menuitem', { name: 'Phân tổ' }).click();
    await page.getByText('Không kết nối được với máy chủ').first().waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Thử lại' }).first().click();
    await page.getByRole('cell', { name: 'membership_status' }).waitFor();
    await page.getByText('Không kết nối được với máy chủ').waitFor({ state: 'detached' });
  });
});
