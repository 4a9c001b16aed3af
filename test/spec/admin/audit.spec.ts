import { query } from '../../support/client';
import { type OpenAdmin, openAdmin } from './open-admin';

jest.setTimeout(60_000);

let admin: OpenAdmin;
let figure: { id: string; version: number };
beforeAll(async () => {
  admin = await openAdmin();
  const { observations } = await query<{ observations: { items: (typeof figure)[] } }>(
    admin.app,
    `{ observations(filter: { unit: { eq: "CQ-BDTO" }, indicator: { eq: "members" }, member: { eq: "official" },
        period: { eq: "2022-08" } }) { items { id version } } }`,
  );
  figure = observations.items[0] as typeof figure;
  await query(
    admin.app,
    `mutation ($id: ID!, $version: Int!) {
      updateObservation(id: $id, version: $version, input: { numeric: "1234", note: "Công văn 12" }) { id }
    }`,
    figure,
  );
});
afterAll(() => admin?.close());
afterEach(async () => {
  expect(admin.complaints()).toEqual([]);
  await admin.closePage();
});

describe('the trace of changes', () => {
  it('shows who changed what, field by field, and leads to the record', async () => {
    const page = await admin.open('/auditEntries');
    const row = page.getByRole('row', { name: /members · CQ-BDTO · 2022-08 · official/ });
    await row.getByText('tester (tests) (công cụ dùng khóa)').waitFor();
    await row.getByText('Sửa').click();
    const change = (field: string) =>
      page.locator('dt', { hasText: field }).locator('xpath=following-sibling::dd[1]');
    await change('Giá trị').locator('ins').getByText('1.234', { exact: true }).waitFor();
    expect(await change('Giá trị').locator('del').innerText()).toMatch(/^\d+$/);
    expect(await change('Ghi chú').locator('ins').innerText()).toBe('Công văn 12');
    await row.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: /Chi bộ Ban Dân tộc tỉnh/ }).waitFor();
  });

  it('is filtered by kind of record, operation and who did it', async () => {
    await query(admin.app, 'mutation { createSector(input: { code: "moi", name: "Mới" }) { id } }');
    const filter = JSON.stringify({ resource: 'Sector', operation: 'INSERT', actor_contains: 'tester' });
    const page = await admin.open(`/auditEntries?${new URLSearchParams({ filter })}`);
    await page.getByText('1–1 trong 1').waitFor();
    await page.getByRole('link', { name: 'moi' }).waitFor();
  });

  it('names other records by their names, not their ids', async () => {
    await query(
      admin.app,
      'mutation { createPartyUnit(input: { code: "MOI", name: "Đơn vị mới", parent: "CQ-SOTC", openedOn: "2024-01-01" }) { id } }',
    );
    const filter = JSON.stringify({ resource: 'UnitPlacement' });
    const page = await admin.open(`/auditEntries?${new URLSearchParams({ filter })}`);
    await page.getByRole('row', { name: /MOI/ }).getByText('Thêm').click();
    await page.locator('ins').getByText('Đảng bộ Sở Tài chính').waitFor();
  });

  it('tells on the page of a unit when it was called otherwise', async () => {
    const { partyUnit } = await query<{ partyUnit: { id: string; version: number } }>(
      admin.app,
      '{ partyUnit(code: "CQ-SOTC-CB1") { id version } }',
    );
    await query(
      admin.app,
      `mutation ($id: ID!, $version: Int!) {
        updatePartyUnit(id: $id, version: $version, input: { name: "Chi bộ Văn phòng" }) { id }
      }`,
      partyUnit,
    );
    const page = await admin.open('/partyUnits/CQ-SOTC-CB1/show');
    await page.getByRole('button', { name: 'Lịch sử thay đổi' }).click();
    await page.locator('del').getByText('Chi bộ Văn phòng Sở Tài chính').waitFor();
    await page.locator('ins').getByText('Chi bộ Văn phòng', { exact: true }).first().waitFor();
  });

  it('stands as the history on the page of a record', async () => {
    const page = await admin.open(`/observations/${figure.id}/show`);
    await page.getByRole('button', { name: 'Lịch sử thay đổi' }).click();
    await page.getByText('lệnh trên máy chủ').waitFor();
    expect(await page.locator('ol > li').count()).toBe(2);
    await page.locator('ins').getByText('Công văn 12').waitFor();
  });

  it('fits on a phone', async () => {
    const page = await admin.open('/auditEntries');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByText('members · CQ-BDTO · 2022-08 · official').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});
