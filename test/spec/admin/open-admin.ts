import type { FastifyInstance } from 'fastify';
import type { BrowserContext, Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { keepSession, openBrowser } from '../../support/browser';
import { openSampleApp } from '../../support/sample-app';

/** The built admin, served with the sample unless told otherwise, and a browser that keeps book of what should not happen. */
export interface OpenAdmin {
  app: FastifyInstance;
  dataSource: DataSource;
  address: string;
  /** Opens a page of the admin, such as /partyUnits, in a browser without memory of the test before. */
  open(path: string): Promise<Page>;
  /** Makes the browser that of a user, or of nobody; until said, it is that of the administrator of tests. */
  signInAs(username: string | null): Promise<void>;
  /** Who is signed in by a token of a cookie; null when nobody is. */
  userOf(token: string | undefined): Promise<object | null>;
  context: BrowserContext;
  /** Errors in the console and requests to other origins since the page was opened. */
  complaints(): string[];
  closePage(): Promise<void>;
  close(): Promise<void>;
}

export async function openAdmin({ sample = true, locale = 'vi-VN' } = {}): Promise<OpenAdmin> {
  const served = await openSampleApp({ sample });
  const { app, dataSource } = served;
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await openBrowser(locale);
  let page: Page | undefined;
  let complaints: string[] = [];
  const signInAs = async (username: string | null) => {
    await browser.context.clearCookies();
    if (username !== null) await keepSession(browser.context, address, await served.openSession(username));
  };
  await signInAs('tester');

  async function newPage(): Promise<Page> {
    const opened = await browser.context.newPage();
    opened.setDefaultTimeout(30_000);
    complaints = [];
    opened.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    opened.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && new URL(url).origin !== address) complaints.push(`foreign: ${url}`);
    });
    return opened;
  }

  return {
    app,
    dataSource,
    address,
    context: browser.context,
    signInAs,
    async userOf(token) {
      const answer = await app.inject({ url: '/auth/session', headers: { cookie: `khoi_session=${token}` } });
      return answer.json().user;
    },
    async open(path) {
      page ??= await newPage();
      await page.goto(`${address}/#${path}`);
      return page;
    },
    complaints: () => complaints,
    async closePage() {
      await page?.evaluate('localStorage.clear()');
      await page?.close();
      page = undefined;
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}
