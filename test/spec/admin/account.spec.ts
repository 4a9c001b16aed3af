import { administrator } from '../../support/administrator';
import { graphql } from '../../support/client';
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

const me = 'query Me { me { user { username } apiKey { name } } }';

describe('the account page', () => {
  it('says in words what one may, and where', async () => {
    await admin.signInAs('demo-editor');
    const page = await admin.open('/account');
    await page.getByText('Cán bộ nhập liệu – Đảng bộ Sở Tài chính và mọi cấp dưới').waitFor();
    await page.getByText('Không gồm số liệu nhạy cảm.').waitFor();
  });

  it('shows a key once, which works until it is revoked', async () => {
    await admin.signInAs('demo-analyst');
    const page = await admin.open('/account');
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(/^Tên/).fill('Báo cáo tháng');
    await form.getByRole('button', { name: 'Tạo khóa' }).click();
    const shown = page.getByRole('dialog', { name: 'Khóa mới của bạn' });
    const secret = await shown.locator('code').first().innerText();
    expect(secret).toMatch(/^khoi_\S{40,}$/);
    await shown.getByText(`Authorization: Bearer ${secret}`).waitFor();
    await shown.getByRole('button', { name: 'Tôi đã lưu lại' }).click();

    const asked = () => graphql(admin.app, me, {}, { authorization: `Bearer ${secret}` });
    expect((await asked()).data).toEqual({
      me: { user: { username: 'demo-analyst' }, apiKey: { name: 'Báo cáo tháng' } },
    });
    await page.reload();
    await page.getByText(`khoi_…${secret.slice(-4)}`).waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')).not.toContain(
      secret,
    );

    await page.getByRole('button', { name: 'Thu hồi Báo cáo tháng' }).click();
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('đã thu hồi').waitFor();
    expect((await asked()).status).toBe(401);
  });

  it('offers no role above one’s own to a key', async () => {
    await admin.signInAs('demo-analyst');
    const page = await admin.open('/account');
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    await page.getByRole('combobox', { name: /^Vai trò cao nhất/ }).click();
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['Người xem', 'Chuyên viên phân tích']);
  });

  it('ends a session in another browser, and not this one', async () => {
    await admin.dataSource.query('delete from session');
    await admin.signInAs('tester');
    const [other] = await admin.context.cookies();
    await admin.signInAs('tester');
    const page = await admin.open('/account');
    await page.getByText('trình duyệt này').waitFor();
    await page.getByRole('button', { name: /^Đăng xuất ở đó/ }).click();
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByRole('button', { name: /^Đăng xuất ở đó/ }).waitFor({ state: 'detached' });
    expect(await admin.userOf(other?.value)).toBeNull();
    await page.reload();
    await page.getByText('trình duyệt này').waitFor();
  });

  it('changes the password, and says at the field what is wrong with it', async () => {
    expected = /status of 400/;
    await admin.signInAs('tester');
    const page = await admin.open('/account');
    const change = async (before: string, wanted: string) => {
      await page.getByLabel('Mật khẩu hiện tại').fill(before);
      await page.getByLabel('Mật khẩu mới', { exact: true }).fill(wanted);
      await page.getByLabel('Nhập lại mật khẩu mới').fill(wanted);
      await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    };
    await change('không phải', 'con trâu là đầu cơ nghiệp');
    await page.getByText('không phải mật khẩu của bạn').waitFor();
    await change(administrator.password, 'password2024');
    await page.getByText('là mật khẩu nhiều người chọn').waitFor();
    await change(administrator.password, 'con trâu là đầu cơ nghiệp');
    await page.getByText('Đã đổi mật khẩu.').waitFor();
    await change('con trâu là đầu cơ nghiệp', administrator.password);
    await page.getByText('Đã đổi mật khẩu.').first().waitFor();
  });
});
