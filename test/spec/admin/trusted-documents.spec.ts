import { type OpenAdmin, openAdmin } from './open-admin';

let admin: OpenAdmin;

beforeAll(async () => {
  admin = await openAdmin();
});
afterAll(() => admin.close());

describe('the admin', () => {
  it.each(['/', '/partyUnits', '/observations', '/indicators/create', '/programmes', '/users', '/account'])(
    'sends ids of documents in the place of their texts: %s',
    async (path) => {
      const page = await admin.open(path);
      const bodies: Record<string, unknown>[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/graphql')) bodies.push(request.postDataJSON());
      });
      await page.reload();
      await page.waitForLoadState('networkidle');
      expect(bodies.length).toBeGreaterThan(0);
      expect(bodies.filter((body) => 'query' in body || typeof body.documentId !== 'string')).toEqual([]);
      expect(admin.complaints()).toEqual([]);
      await admin.closePage();
    },
  );
});
