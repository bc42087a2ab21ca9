import { randomUUID, webcrypto } from 'node:crypto';
import * as jose from 'jose';

const LIMIT = 10_000;

function failed(status, message, cause) {
  return Object.assign(new Error(message, { cause }), { status });
}

// A text of 72 characters, for state, nonce and verifier.
const fresh = () => `${randomUUID()}${randomUUID()}`;

export class Provider {
  #settings;
  #found;

  constructor(environment) {
    this.#settings = environment;
  }

  async #metadata() {
    this.#found ??= await this.#json(new URL('/.well-known/openid-configuration', this.#settings.OIDC_ISSUER));
    return this.#found;
  }

  async #json(url, init = {}) {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(LIMIT) }).catch((cause) => {
      throw failed(502, 'the provider does not answer', cause);
    });
    if (answer.status >= 500) throw failed(502, 'the provider is in trouble');
    if (!answer.ok) throw failed(400, 'the provider refuses');
    return answer.json();
  }

  async invite() {
    const { authorization_endpoint: endpoint } = await this.#metadata();
    const secret = { state: fresh(), nonce: fresh(), verifier: fresh() };
    const hash = await webcrypto.subtle.digest('SHA-256', new TextEncoder().encode(secret.verifier));
    const url = new URL(endpoint);
    for (const [name, value] of Object.entries({
      client_id: this.#settings.OIDC_CLIENT_ID,
      redirect_uri: this.#settings.OIDC_REDIRECT_URI,
      response_type: 'code',
      scope: 'openid profile email',
      state: secret.state,
      nonce: secret.nonce,
      code_challenge: jose.base64url.encode(new Uint8Array(hash)),
      code_challenge_method: 'S256',
    })) {
      url.searchParams.set(name, value);
    }
    return { url: url.href, secret };
  }

  async welcome(query, secret) {
    const found = await this.#metadata();
    if (query.get('state') !== secret.state || query.get('iss') !== found.issuer) {
      throw failed(400, 'not an answer to what was asked');
    }
    const error = query.get('error');
    if (error) throw failed(error === 'access_denied' ? 403 : 502, 'nobody came back');
    const { OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: password, OIDC_REDIRECT_URI } = this.#settings;
    const tokens = await this.#json(found.token_endpoint, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${id}:${password}`)}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: query.get('code'),
        redirect_uri: OIDC_REDIRECT_URI,
        code_verifier: secret.verifier,
      }),
    });
    return this.#verified(tokens.id_token, secret.nonce, found);
  }

  // Fetches the keys each time: they may have changed.
  async #verified(token, nonce, { issuer, jwks_uri: keys }) {
    const set = jose.createLocalJWKSet(await this.#json(keys));
    const expected = { issuer, audience: this.#settings.OIDC_CLIENT_ID, requiredClaims: ['exp', 'sub', 'nonce'] };
    const { payload } = await jose.jwtVerify(token, set, expected).catch((cause) => {
      throw failed(400, 'an ID token that does not hold', cause);
    });
    if (payload.nonce !== nonce) throw failed(400, 'an ID token of another sign-in');
    return payload;
  }
}
