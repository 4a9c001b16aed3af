import type { Configuration } from 'openid-client';
import type { OidcSettings } from './oidc-settings';

/** What the browser keeps between going to the provider and coming back. */
export interface OidcAttempt {
  codeVerifier: string;
  state: string;
  nonce: string;
}

/** Whom a provider vouches for. */
export interface OidcPerson {
  /** The issuer with its subject: another issuer may have the same. */
  subject: string;
  username: string;
  name: string;
  groups: string[];
}

/** The code flow with PKCE, state and nonce (https://openid.net/specs/openid-connect-core-1_0.html). */
export class OidcClient {
  private configuration: Promise<Configuration> | undefined;

  constructor(private readonly settings: OidcSettings) {}

  /** What people read on the button. */
  get name(): string {
    return this.settings.issuer.hostname;
  }

  /** Where to send the browser, and what it keeps meanwhile. */
  async begin(redirectUri: string): Promise<{ address: string; attempt: OidcAttempt }> {
    const client = await load();
    const attempt = {
      codeVerifier: client.randomPKCECodeVerifier(),
      state: client.randomState(),
      nonce: client.randomNonce(),
    };
    const url = client.buildAuthorizationUrl(await this.discover(), {
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(attempt.codeVerifier),
      code_challenge_method: 'S256',
      state: attempt.state,
      nonce: attempt.nonce,
    });
    return { address: url.href, attempt };
  }

  /** Whom the provider vouches for, by the address at which the browser came back. Anything that does not fit is an error. */
  async finish(address: URL, { codeVerifier, state, nonce }: OidcAttempt): Promise<OidcPerson> {
    const client = await load();
    const configuration = await this.discover();
    const tokens = await client.authorizationCodeGrant(configuration, address, {
      pkceCodeVerifier: codeVerifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const idToken = tokens.claims();
    if (!idToken) throw new Error('The provider sent no ID token.');
    // Many tell no more than the subject in the token itself.
    const info =
      idToken.groups === undefined && configuration.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(configuration, tokens.access_token, idToken.sub)
        : {};
    const claims: Record<string, unknown> = { ...info, ...idToken };
    const text = (name: string) => (typeof claims[name] === 'string' ? String(claims[name]) : '');
    const username = text('preferred_username') || text('email') || idToken.sub;
    return {
      subject: `${idToken.iss} ${idToken.sub}`,
      username,
      name: text('name') || username,
      groups: [claims.groups].flat().filter((group) => typeof group === 'string'),
    };
  }

  /** Once; after a failure anew, since the provider may only have been down. */
  private discover(): Promise<Configuration> {
    this.configuration ??= this.ask().catch((error: unknown) => {
      this.configuration = undefined;
      throw error;
    });
    return this.configuration;
  }

  private async ask(): Promise<Configuration> {
    const client = await load();
    const { issuer, clientId, clientSecret } = this.settings;
    // The settings allow plain HTTP on this machine alone.
    const execute = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    return client.discovery(issuer, clientId, clientSecret, clientSecret ? undefined : client.None(), {
      execute,
    });
  }
}

/** An ES module, and needed only where a provider is configured. */
const load = () => import('openid-client');
