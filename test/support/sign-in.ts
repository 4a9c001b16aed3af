import type { FastifyInstance, InjectOptions } from 'fastify';
import type { BrowserContext } from 'playwright-core';
import { administrator } from './administrator';

/** What a browser says of a request that a page of ours sends. */
export const fromOwnPage = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };

/** A request to one of the routes under /auth, as a page of ours sends it. */
export function auth(path: string, body: object, headers: Record<string, string> = {}): InjectOptions {
  return {
    method: 'POST',
    url: `/auth/${path}`,
    headers: { ...fromOwnPage, ...headers },
    payload: JSON.stringify(body),
  };
}

/** Signs in, by password, and answers the header that makes further requests those of a page of this session. */
export async function signIn(
  app: FastifyInstance,
  { username, password }: { username: string; password: string } = administrator,
): Promise<{ cookie: string; 'sec-fetch-site': string }> {
  const answer = await app.inject(auth('sign-in', { username, password }));
  const [cookie] = answer.cookies;
  if (!cookie) throw new Error(`Nobody was signed in: ${answer.body}`);
  return { cookie: `${cookie.name}=${cookie.value}`, 'sec-fetch-site': 'same-origin' };
}

/** Has a browser be signed in as the administrator of tests. */
export async function signInBrowser(
  app: FastifyInstance,
  context: BrowserContext,
  address: string,
): Promise<void> {
  const { cookie } = await signIn(app);
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: address }]);
}
