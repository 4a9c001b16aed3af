import { query } from '../../support/client';
import { type OpenAdmin, openAdmin } from './open-admin';

jest.setTimeout(60_000);

let admin: OpenAdmin;
beforeAll(async () => {
  admin = await openAdmin({ sample: false });
});
afterAll(() => admin?.close());
afterEach(async () => {
  expect(admin.complaints()).toEqual([]);
  await admin.closePage();
});

describe('an installation without data', () => {
  it('is led from the first unit to the first indicator and the first figure', async () => {
    const page = await admin.open('/');
    await page.getByRole('link', { name: 'Thêm đơn vị đầu tiên' }).waitFor();

    await query(
      admin.app,
      'mutation { createPartyUnit(input: { code: "R", name: "Gốc", openedOn: "2020-01-01" }) { id } }',
    );
    await page.reload();
    await page.getByRole('link', { name: 'Thêm chỉ tiêu' }).waitFor();

    await query(
      admin.app,
      'mutation { createIndicator(input: { code: "visits", name: "Lượt thăm", periodType: MONTH, unitAggregation: SUM, periodAggregation: SUM }) { id } }',
    );
    await page.reload();
    await page.getByRole('link', { name: 'Nhập số liệu' }).waitFor();

    await query(
      admin.app,
      'mutation { createObservation(input: { unit: "R", indicator: "visits", period: "2023-05", numeric: "7" }) { id } }',
    );
    await page.reload();
    await page.getByText('Trang tổng quan trình bày các chỉ tiêu').waitFor();
  });

  it('says in a list what belongs there', async () => {
    const page = await admin.open('/dimensions');
    await page.getByRole('heading', { name: 'Chưa có phân tổ nào' }).waitFor();
  });
});
