import { errorOf, People, password } from '../../support/people';

let people: People;
let cookie: string;
beforeAll(async () => {
  people = await People.open({ publicUrl: new URL('https://khoi.example') });
  await people.add('an', 'ADMINISTRATOR');
  cookie = (await people.signIn('an')).cookie as string;
});
afterAll(() => people.close());

const json = 'application/json';
const crossSite = '403 FORBIDDEN: You may not send this from another site here.';

async function send(url: string, body: object, headers: Record<string, string>): Promise<string> {
  const answer = await people.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': json, host: 'khoi.internal:4000', ...headers },
    payload: JSON.stringify(body),
  });
  if (answer.statusCode === 200) return '200';
  const { extensions, message } = errorOf(answer);
  return `${answer.statusCode} ${extensions.code}: ${message}`;
}

const change = { query: 'mutation { createSector(input: { code: "x", name: "x" }) { id } }' };
const countSectors = async () =>
  (await people.ask<{ sectors: { total: number } }>('{ sectors { total } }')).sectors.total;

describe('a request with a cookie', () => {
  it.each([
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    [
      'another site that names us as origin too',
      { 'sec-fetch-site': 'cross-site', origin: 'https://khoi.example' },
    ],
    ['an older browser on another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a site whose name begins like ours', { origin: 'https://khoi.example.evil.example' }],
    ['our name over plain HTTP', { origin: 'http://khoi.example' }],
    ['something that says nothing of where it is from', {}],
  ])('is refused from %s', async (_, headers) => {
    const before = await countSectors();
    const refusals = [
      await send('/graphql', change, { cookie, ...headers }),
      await send('/auth/sign-out', {}, { cookie, ...headers }),
      await send(
        '/auth/password',
        { current: password, new: 'sáu bảy tám chín mười' },
        { cookie, ...headers },
      ),
      await send('/auth/sign-in', { username: 'an', password }, headers),
      await send('/auth/demo', { username: 'demo-administrator' }, headers),
    ];
    expect(new Set(refusals)).toEqual(new Set([crossSite]));
    expect(await countSectors()).toBe(before);
  });

  it.each([
    ['our own pages', { 'sec-fetch-site': 'same-origin' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['an older browser on the host that was asked', { origin: 'http://khoi.internal:4000' }],
    ['an older browser on the published address', { origin: 'https://khoi.example' }],
  ])('is taken from %s', async (_, headers) => {
    expect(await send('/graphql', { query: '{ sectors { total } }' }, { cookie, ...headers })).toBe('200');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonx'])(
    'is taken as JSON alone, not as %s, which a form can send',
    async (type) => {
      const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': type };
      expect(await send('/graphql', change, headers)).toMatch(/^4\d\d BAD_REQUEST/);
      expect(await send('/auth/sign-out', {}, headers)).toMatch(/^400 BAD_REQUEST/);
    },
  );

  it('changes nothing by GET', async () => {
    const before = await countSectors();
    const { statusCode } = await people.app.inject({
      url: `/graphql?query=${encodeURIComponent(change.query)}`,
      headers: { cookie, 'apollo-require-preflight': 'true', 'sec-fetch-site': 'cross-site' },
    });
    expect(statusCode).toBe(405);
    expect(await countSectors()).toBe(before);
  });
});

describe('a request with a key', () => {
  it('is taken from anywhere: no browser adds one by itself', async () => {
    const data = await people.ask(
      '{ sectors { total } }',
      {},
      {
        authorization: `Bearer khoi_${'test'.repeat(10)}key`,
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      },
    );
    expect(data).toEqual({ sectors: { total: expect.any(Number) } });
  });
});

describe('over https', () => {
  it('the cookie is bound to the host and never sent in the clear', async () => {
    const answer = await people.post('sign-in', { username: 'an', password });
    expect(answer.cookies).toEqual([
      expect.objectContaining({ name: '__Host-khoi_session', secure: true, httpOnly: true, path: '/' }),
    ]);
    expect(answer.cookies[0]).not.toHaveProperty('domain');
  });

  it('a cookie without the prefix, which a neighbouring host can set, counts for nothing', async () => {
    const bare = cookie.replace('__Host-', '');
    expect(await people.refusal('{ sectors { total } }', {}, { cookie: bare })).toMatch(
      /^401 UNAUTHENTICATED/,
    );
  });
});
