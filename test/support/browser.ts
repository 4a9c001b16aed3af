import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/** No sandbox, since CI runs as root; nothing in the background, since no test may ask the network for anything. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium with an empty profile; each test opens its pages in it with `context.newPage()`. */
export async function openBrowser(
  locale = 'vi-VN',
): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'khoi-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless: true,
    args: flags,
    locale,
    viewport: { width: 1280, height: 900 },
  });
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Signs a browser in with a session that the test opened in the database. */
export async function keepSession(context: BrowserContext, address: string, token: string): Promise<void> {
  await context.addCookies([
    { name: 'khoi_session', value: token, url: address, httpOnly: true, sameSite: 'Lax' },
  ]);
}

/** The system's Chromium, else the one from npm, which brings its own libraries to machines that have none. */
async function findChromium(): Promise<string> {
  if (existsSync(SYSTEM_CHROMIUM)) return SYSTEM_CHROMIUM;
  // It unpacks its libraries, and points LD_LIBRARY_PATH at them, only where it takes the machine for AWS Lambda.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
