/**
 * An OpenID Connect provider on any free port, in a process of its own since it is an ES module. Its one client is `khoi`, whose
 * redirect address comes as the argument. Who is to be signed in is what the page /people?account=…&groups=… was told last.
 */
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

let person = { account: 'an', name: 'An', groups: [] };

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'khoi', client_secret: 'a secret of this test', redirect_uris: [process.argv[2]] },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'], email: ['email'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ['test'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: person.account, name: person.name, groups: person.groups }),
    }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    // Everybody has agreed to everything.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  server.on('request', async (request, response) => {
    const url = new URL(request.url, issuer);
    if (url.pathname === '/people') {
      const account = url.searchParams.get('account');
      person = { account, name: account.toUpperCase(), groups: url.searchParams.getAll('group') };
      response.end();
    } else if (url.pathname.startsWith('/interaction/')) {
      await provider.interactionFinished(request, response, {
        login: { accountId: `id of ${person.account}` },
      });
    } else {
      handle(request, response);
    }
  });
  process.stdout.write(`${issuer}\n`);
});
