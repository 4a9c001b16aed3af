import type { Page } from 'playwright-core';
import { administrator } from '../../support/administrator';
import { query } from '../../support/client';
import { type OpenAdmin, openAdmin } from './open-admin';

jest.setTimeout(60_000);

let admin: OpenAdmin;
beforeAll(async () => {
  admin = await openAdmin();
});
afterAll(() => admin?.close());
let expected: RegExp | undefined;
beforeEach(() => admin.signInAs(null));
afterEach(async () => {
  expect(admin.complaints().filter((complaint) => !expected?.test(complaint))).toEqual([]);
  expected = undefined;
  await admin.closePage();
});

const refused = /status of (401|429)/;
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

async function signIn(page: Page, username: string, password: string) {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true, disabled: false }).waitFor();
  await page.keyboard.press('Enter');
}

describe('the sign-in page', () => {
  it('leads back to the page that was asked for', async () => {
    const page = await admin.open('/sectors');
    await heading(page, 'Đăng nhập');
    expect(await page.title()).toBe('Đăng nhập – Khối');
    await signIn(page, administrator.username, administrator.password);
    await page.getByRole('cell', { name: 'Doanh nghiệp' }).waitFor();
    expect(page.url()).toMatch(/#\/sectors/);
  });

  it('says when the password is wrong, and lets it be looked at', async () => {
    expected = refused;
    const page = await admin.open('/');
    await signIn(page, administrator.username, 'không phải mật khẩu');
    await page.getByRole('alert').getByText('Sai tên đăng nhập hoặc mật khẩu.').waitFor();
    await page.getByRole('button', { name: 'Hiện mật khẩu' }).click();
    expect(await page.getByLabel('Mật khẩu', { exact: true }).getAttribute('type')).toBe('text');
    expect(await page.getByLabel('Mật khẩu', { exact: true }).inputValue()).toBe('không phải mật khẩu');
  });

  it('counts down how long one has to wait after many failures', async () => {
    expected = refused;
    const page = await admin.open('/');
    for (let failures = 0; failures < 5; failures += 1) {
      const answered = page.waitForResponse(/\/auth\/sign-in/);
      await signIn(page, 'nobody.of.that.name', `wrong ${failures}`);
      await answered;
      await page.getByRole('alert').waitFor();
    }
    await page.getByText(/Thử lại được sau \d+ giây/).waitFor();
    const button = page.getByRole('button', { name: 'Đăng nhập', exact: true });
    while (await button.isDisabled()) await page.waitForTimeout(100);
    await button.click();
    await page.getByRole('alert').getByText('Đã thử quá nhiều lần.').waitFor();
    await page.getByRole('button', { name: /^Chờ \d+ giây$/, disabled: true }).waitFor();
  });

  it('offers the users of the sample as buttons', async () => {
    const page = await admin.open('/');
    await page.getByRole('button', { name: 'Cán bộ nhập liệu: số liệu của Sở Tài chính' }).click();
    await page.getByRole('heading', { name: 'Đảng bộ Sở Tài chính' }).waitFor();
    await page.getByRole('button', { name: 'Tài khoản' }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).waitFor();
  });

  it('speaks English to a browser that was told so', async () => {
    const page = await admin.open('/');
    await page.getByRole('button', { name: 'Ngôn ngữ: Tiếng Việt' }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await heading(page, 'Sign in');
    await page.getByRole('button', { name: 'Analyst: sees all units, changes nothing' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  });

  it('fits on a phone', async () => {
    const page = await admin.open('/');
    await page.setViewportSize({ width: 390, height: 844 });
    await heading(page, 'Đăng nhập');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

describe('a session', () => {
  it('ends by signing out, and the next person starts at the beginning', async () => {
    await admin.signInAs('tester');
    const page = await admin.open('/sectors');
    await page.getByRole('cell', { name: 'Doanh nghiệp' }).waitFor();
    const [cookie] = await admin.context.cookies();
    await page.getByRole('button', { name: 'Tài khoản' }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await heading(page, 'Đăng nhập');
    expect(await admin.context.cookies()).toEqual([]);
    expect(await admin.userOf(cookie?.value)).toBeNull();
    await signIn(page, administrator.username, administrator.password);
    await heading(page, 'Tổng quan');
  });

  it('that ends in one tab has ended in all of them', async () => {
    await admin.signInAs('tester');
    const page = await admin.open('/sectors');
    await page.getByRole('cell', { name: 'Doanh nghiệp' }).waitFor();
    const other = await admin.context.newPage();
    await other.goto(`${admin.address}/#/partyUnits`);
    await other.getByRole('button', { name: 'Tài khoản' }).click();
    await other.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await heading(page, 'Đăng nhập');
    await other.close();
  });

  it('that is over leads to the sign-in page and back to where one was', async () => {
    expected = refused;
    await admin.signInAs('tester');
    const page = await admin.open('/sectors');
    await page.getByRole('cell', { name: 'Doanh nghiệp' }).waitFor();
    await admin.dataSource.query('delete from session');
    await page.getByRole('menuitem', { name: 'Phân tổ' }).click();
    await page.getByText('Phiên đăng nhập đã kết thúc').waitFor();
    await signIn(page, administrator.username, administrator.password);
    await page.getByRole('cell', { name: 'membership_status' }).waitFor();
  });

  it('is out of reach for scripts', async () => {
    await admin.signInAs(null);
    const page = await admin.open('/');
    await signIn(page, administrator.username, administrator.password);
    await heading(page, 'Tổng quan');
    expect(await page.evaluate('document.cookie')).toBe('');
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('khoi_session');
  });
});

describe('a generated password', () => {
  it('is changed before anything else, by the policy', async () => {
    expected = /status of 400/;
    const { createUser } = await query<{ createUser: { password: string } }>(
      admin.app,
      'mutation { createUser(input: { username: "moi", name: "Người Mới" }) { password } }',
    );
    const page = await admin.open('/account');
    await signIn(page, 'moi', createUser.password);
    await heading(page, 'Đặt mật khẩu của bạn');
    const choose = async (wanted: string, repeated = wanted) => {
      await page.getByLabel('Mật khẩu mới', { exact: true }).fill(wanted);
      await page.getByLabel('Nhập lại mật khẩu mới').fill(repeated);
      await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    };
    await choose('ngắn');
    await page.getByText('phải có ít nhất 12 ký tự').waitFor();
    await choose('một câu dễ nhớ', 'một câu khó nhớ');
    await page.getByText('không giống mật khẩu ở trên').waitFor();
    await choose('một câu dễ nhớ của tôi');
    await page.getByRole('heading', { name: 'Người Mới' }).waitFor();
    await page.getByText('chưa được mở phần nào của cây').waitFor();
  });
});

describe('the playground', () => {
  it('leads to the sign-in page and back, with the query that was shared', async () => {
    const page = await admin.open('/');
    const shared = `/playground?${new URLSearchParams({ query: '{ me { user { username } } }' })}`;
    await page.goto(admin.address + shared);
    await heading(page, 'Đăng nhập');
    await signIn(page, administrator.username, administrator.password);
    await page.locator('.graphiql-query-editor').getByText('username').waitFor();
    expect(page.url()).toBe(`${admin.address}/playground`);
  });

  it('is the only page outside the admin that the sign-in page leads to', async () => {
    await admin.signInAs('tester');
    const page = await admin.open(
      `/login?${new URLSearchParams({ from: '//elsewhere.example/playground' })}`,
    );
    await heading(page, 'Tổng quan');
    expect(new URL(page.url()).origin).toBe(admin.address);
  });

  it('says that the session is over, and keeps what was written', async () => {
    expected = refused;
    await admin.signInAs('tester');
    const page = await admin.open('/');
    await page.goto(`${admin.address}/playground`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await admin.dataSource.query('delete from session');
    await page.getByRole('button', { name: /^(Chạy truy vấn|Execute query)/ }).click();
    const link = page.getByRole('alert').getByRole('link', { name: 'Đăng nhập lại' });
    expect(await link.getAttribute('href')).toBe('/#/login?from=%2Fplayground');
  });
});
