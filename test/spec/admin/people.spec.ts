import type { Page } from 'playwright-core';
import { graphql, query } from '../../support/client';
import { auth } from '../../support/sign-in';
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

const confirm = (page: Page) => page.getByRole('button', { name: 'Xác nhận' }).click();

async function userId(username: string): Promise<string> {
  const { users } = await query<{ users: { items: { id: string }[] } }>(
    admin.app,
    'query ($name: String!) { users(filter: { username: { eq: $name } }) { items { id } } }',
    { name: username },
  );
  return String(users.items[0]?.id);
}

const grantsOf = async (username: string) => {
  const { user } = await query<{ user: { grants: { role: string; unit: { code: string } | null }[] } }>(
    admin.app,
    'query ($id: ID!) { user(id: $id) { grants { role unit { code } } } }',
    { id: await userId(username) },
  );
  return user.grants;
};

describe('a user', () => {
  it('is made with a password that is shown once, and granted a role on a branch of the tree', async () => {
    const page = await admin.open('/users/create');
    await page.getByLabel(/^Tên đăng nhập/).fill('lan.nguyen');
    await page.getByLabel(/^Họ tên/).fill('Nguyễn Thị Lan');
    await page.getByRole('button', { name: 'Lưu' }).click();
    const dialog = page.getByRole('dialog', { name: 'Mật khẩu' });
    const password = await dialog.locator('code').innerText();
    const signedIn = await admin.app.inject(auth('sign-in', { username: 'lan.nguyen', password }));
    expect(signedIn.json()).toMatchObject({ user: { username: 'lan.nguyen' }, mustChangePassword: true });
    await dialog.getByRole('button', { name: 'Tôi đã lưu lại' }).click();
    await page.getByText('Chưa cấp quyền nào').waitFor();
    expect(await page.content()).not.toContain(password);

    await page.getByRole('button', { name: 'Cấp vai trò' }).click();
    await page.getByRole('combobox', { name: /^Vai trò/ }).click();
    await page.getByRole('option', { name: 'Cán bộ nhập liệu' }).click();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('hãy chọn một đơn vị').waitFor();
    await page.getByLabel('Tìm trong cây').fill('so tai chinh');
    await page.getByRole('radio', { name: /^Đảng bộ Sở Tài chính/ }).check();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Cán bộ nhập liệu – Đảng bộ Sở Tài chính và mọi cấp dưới').waitFor();
    expect(await grantsOf('lan.nguyen')).toEqual([{ role: 'EDITOR', unit: { code: 'CQ-SOTC' } }]);
  });

  it('has the place of a grant chosen by opening the tree branch by branch', async () => {
    await query(
      admin.app,
      'mutation { createUser(input: { username: "cay", name: "Cây" }) { user { id } } }',
    );
    const page = await admin.open(`/users/${await userId('cay')}/show`);
    await page.getByRole('button', { name: 'Cấp vai trò' }).click();
    await page.getByRole('button', { name: 'Mở Đảng bộ Sở Tài chính' }).click();
    await page.getByRole('radio', { name: 'Chi bộ Văn phòng Sở Tài chính' }).check();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Người xem – Chi bộ Văn phòng Sở Tài chính và mọi cấp dưới').waitFor();
    await page.getByRole('button', { name: /^Sửa: Người xem/ }).click();
    await page.getByRole('radio', { name: 'Toàn cây' }).check();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Người xem – toàn cây').waitFor();
    expect(await grantsOf('cay')).toEqual([{ role: 'VIEWER', unit: null }]);
  });

  it('is locked out at once, and let in again', async () => {
    await query(
      admin.app,
      'mutation { createUser(input: { username: "khoa", name: "Khoa" }) { user { id } } }',
    );
    const page = await admin.open(`/users/${await userId('khoa')}/show`);
    await page.getByRole('button', { name: 'Khóa người dùng' }).click();
    await confirm(page);
    await page.getByText('bị khóa', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Mở lại' }).click();
    await confirm(page);
    await page.getByText('bị khóa', { exact: true }).waitFor({ state: 'detached' });
  });

  it('gets a new password, and the old one is none any more', async () => {
    const { createUser } = await query<{ createUser: { password: string } }>(
      admin.app,
      'mutation { createUser(input: { username: "quen", name: "Quên" }) { password } }',
    );
    const page = await admin.open(`/users/${await userId('quen')}/show`);
    await page.getByRole('button', { name: 'Cấp mật khẩu mới' }).click();
    await confirm(page);
    const password = await page.getByRole('dialog', { name: 'Mật khẩu' }).locator('code').innerText();
    const tries = (given: string) => admin.app.inject(auth('sign-in', { username: 'quen', password: given }));
    expect((await tries(createUser.password)).statusCode).toBe(401);
    expect((await tries(password)).statusCode).toBe(200);
  });

  it('is found by name without diacritics', async () => {
    await query(
      admin.app,
      'mutation { createUser(input: { username: "duc", name: "Đỗ Đức" }) { user { id } } }',
    );
    const page = await admin.open('/users');
    await page.getByPlaceholder('Tìm').fill('do duc');
    await page.getByRole('cell', { name: 'Đỗ Đức' }).waitFor();
    await page.getByRole('cell', { name: 'Tester', exact: true }).waitFor({ state: 'detached' });
  });
});

describe('the last administrator', () => {
  it('cannot be locked out or lose the grant, and the page says why', async () => {
    const page = await admin.open(`/users/${await userId('tester')}/show`);
    const reason = page.getByText('Đây là quản trị viên cuối cùng của toàn cây').first();
    await page.getByRole('button', { name: 'Khóa người dùng' }).click();
    await confirm(page);
    await reason.waitFor();
    await page.getByRole('button', { name: /^Sửa: Quản trị viên/ }).click();
    await page.getByRole('combobox', { name: /^Vai trò/ }).click();
    await page.getByRole('option', { name: 'Người xem' }).click();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('dialog').getByText('Đây là quản trị viên cuối cùng').waitFor();
    const { data } = await graphql(admin.app, '{ me { highestRole } }');
    expect(data).toEqual({ me: { highestRole: 'ADMINISTRATOR' } });
  });
});
