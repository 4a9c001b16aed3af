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

const menu = [
  'Tổng quan',
  'Đơn vị',
  'Số liệu',
  'Chỉ tiêu',
  'Nghị quyết',
  'Phân tổ',
  'Loại đơn vị',
  'Loại hình',
];

describe('the editor of one committee', () => {
  beforeEach(() => admin.signInAs('demo-editor'));

  it('begins at that committee, and finds no more in the menu than may be opened', async () => {
    const page = await admin.open('/');
    await page.getByRole('heading', { name: 'Đảng bộ Sở Tài chính' }).waitFor();
    await page.getByRole('region', { name: 'Đảng viên', exact: true }).getByText(/^\d+$/).first().waitFor();
    await page.getByRole('menuitem', { name: 'Loại hình' }).waitFor();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([...menu, 'Truy vấn GraphQL']);
    expect(await page.getByText('Bạn không có quyền').count()).toBe(0);
  });

  it('sees the units of that branch only', async () => {
    const page = await admin.open('/partyUnits');
    await page.getByRole('cell', { name: 'Chi bộ Văn phòng Sở Tài chính' }).waitFor();
    const codes = await page.locator('td.column-code').allInnerTexts();
    expect(codes.filter((code) => !code.startsWith('CQ-SOTC'))).toEqual([]);
    expect(await page.getByRole('link', { name: 'Thêm mới' }).count()).toBe(0);
  });

  it('is shown of a unit above its name, and that there is no more', async () => {
    const page = await admin.open('/partyUnits/CQ-SOTC/show');
    await page
      .getByRole('navigation', { name: 'Vị trí trong cây' })
      .getByRole('link', { name: 'Đảng bộ Khối các cơ quan tỉnh' })
      .click();
    await page.getByText('bạn chỉ xem được tên và vị trí').waitFor();
    expect(await page.getByText('Số liệu theo năm').count()).toBe(0);
  });

  it.each([
    ['/partyUnits/CQ-SOTC/show', 'Đơn vị trực thuộc'],
    ['/indicators/members/show', 'Đơn vị tính'],
    ['/dimensions/membership_status/show', 'Đảng viên chính thức'],
    ['/programmes/07-NQ-DU/show', 'Các nhóm mục tiêu'],
    ['/sectors/press/show', 'Thứ tự'],
  ])('finds no button at %s that would be refused', async (path, shown) => {
    const { programmes } = await query<{ programmes: { items: { code: string }[] } }>(
      admin.app,
      '{ programmes { items { code } } }',
    );
    const page = await admin.open(path.replace('07-NQ-DU', String(programmes.items[0]?.code)));
    await page.getByText(shown).first().waitFor();
    await page.getByRole('link', { name: 'Danh sách' }).waitFor();
    const offered = page.getByRole('main').getByRole('button').or(page.getByRole('main').getByRole('link'));
    const names = await offered.allInnerTexts();
    expect(names.filter((name) => /^(Sửa|Xóa|Thêm)/.test(name))).toEqual([]);
    expect(await page.getByLabel(/^Sửa /).count()).toBe(0);
    expect(await page.getByText('Lịch sử thay đổi').count()).toBe(0);
  });

  it('may enter figures', async () => {
    const page = await admin.open('/observations');
    await page.getByRole('link', { name: 'Thêm mới' }).waitFor();
    await page.getByRole('cell').nth(3).click();
    await page.getByRole('link', { name: 'Sửa' }).waitFor();
  });

  it.each(['/users', '/auditEntries', '/sectors/create', '/partyUnits/create', '/indicators/members'])(
    'is told at %s that it may not be opened',
    async (path) => {
      const page = await admin.open(path);
      await page.getByRole('heading', { level: 2, name: 'Bạn không mở được trang này' }).waitFor();
    },
  );
});

describe('the server', () => {
  it('is the judge: what it refuses is said in the language of the person', async () => {
    const { createUser } = await query<{ createUser: { user: { id: string } } }>(
      admin.app,
      'mutation { createUser(input: { username: "hai.vai", name: "Hai vai" }) { user { id } } }',
    );
    await admin.dataSource.query('update app_user set must_change_password = false');
    for (const grant of [{ role: 'VIEWER' }, { role: 'EDITOR', unit: 'CQ-SOTC' }]) {
      await query(admin.app, 'mutation ($input: CreateGrantInput!) { createGrant(input: $input) { id } }', {
        input: { userId: createUser.user.id, ...grant },
      });
    }
    const { observations } = await query<{ observations: { items: { id: string }[] } }>(
      admin.app,
      '{ observations(filter: { unit: { eq: "CQ-BDTO" }, indicator: { eq: "members" } }, perPage: 1) { items { id } } }',
    );
    await admin.signInAs('hai.vai');
    const page = await admin.open(`/observations/${observations.items[0]?.id}`);
    await page.getByRole('textbox', { name: 'Giá trị' }).fill('77');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Bạn không có quyền nhập số liệu ở đây.').waitFor();
    // Elsewhere the same person is refused nothing.
    await page.getByRole('menuitem', { name: 'Tổng quan' }).click();
    await page.getByRole('heading', { name: 'Đảng bộ Khối các cơ quan tỉnh' }).waitFor();
  });

  it('has a person without any grant told so, and whom to ask', async () => {
    await query(
      admin.app,
      'mutation { createUser(input: { username: "chua", name: "Chưa" }) { user { id } } }',
    );
    await admin.dataSource.query('update app_user set must_change_password = false');
    await admin.signInAs('chua');
    const page = await admin.open('/');
    await page.getByRole('heading', { name: 'Bạn chưa được cấp quyền nào' }).waitFor();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Tổng quan', 'Truy vấn GraphQL']);
  });
});

describe('an indicator', () => {
  it('is marked as sensitive in its form', async () => {
    await admin.signInAs('tester');
    const page = await admin.open('/indicators/inspected_by_bloc');
    await page.getByLabel('Nhạy cảm').check();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã cập nhật').waitFor();
    const { indicator } = await query<{ indicator: { isSensitive: boolean } }>(
      admin.app,
      '{ indicator(code: "inspected_by_bloc") { isSensitive } }',
    );
    expect(indicator.isSensitive).toBe(true);
    const filter = JSON.stringify({ isSensitive: true });
    await admin.open(`/indicators?${new URLSearchParams({ filter })}`);
    await page.getByText('1–1 trong 1').waitFor();
    await page.getByRole('cell', { name: 'inspected_by_bloc' }).waitFor();
  });
});
