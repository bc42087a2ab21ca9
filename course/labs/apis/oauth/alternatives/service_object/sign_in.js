import { randomBytes } from 'node:crypto';
import { accountFor } from './accounts.js';
import { InvalidSignIn, ProviderFailed, SignInDenied } from './problems.js';
import { Provider } from './provider.js';

const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REDIRECT_URI } = process.env;

/** So long may a sign-in take, in milliseconds. */
export const SIGN_IN_TIME = 30 * 60 * 1000;

function randomValue() {
  return randomBytes(32).toString('base64url');
}

/** The sign-ins that have been begun: each under its state, and for one browser. */
class PendingSignIns {
  #byState = new Map(); // the oldest first

  add(state, data) {
    this.#removeExpired();
    this.#byState.set(state, { ...data, expires: Date.now() + SIGN_IN_TIME });
  }

  /** Gives the sign-in once, and only to the browser that has begun it. */
  take(state, browser) {
    this.#removeExpired();
    const pending = this.#byState.get(state);
    if (!pending || pending.browser !== browser) return undefined;
    this.#byState.delete(state);
    return pending;
  }

  knows(browser) {
    this.#removeExpired();
    for (const pending of this.#byState.values()) {
      if (pending.browser === browser) return true;
    }
    return false;
  }

  #removeExpired() {
    for (const [state, { expires }] of this.#byState) {
      if (expires > Date.now()) return;
      this.#byState.delete(state);
    }
  }
}

export class SignInService {
  #provider;
  #pending = new PendingSignIns();

  constructor(provider) {
    this.#provider = provider;
  }

  /**
   * Where the browser is sent, and the value that it has to keep. A browser with several sign-ins
   * (in several tabs) keeps its value; one that we do not know is never taken over.
   */
  async begin(browser) {
    const configuration = await this.#provider.discover();
    const secrets = { state: randomValue(), nonce: randomValue(), verifier: randomValue() };
    const url = await this.#provider.authorizationUrl(configuration, secrets);
    const owner = browser !== undefined && this.#pending.knows(browser) ? browser : randomValue();
    this.#pending.add(secrets.state, {
      ...secrets,
      configuration,
      browser: owner,
    });
    return { url, browser: owner };
  }

  /** The account of whoever came back. */
  async finish(browser, query) {
    const { state, iss, error, code } = query;
    if (typeof state !== 'string' || browser === undefined) {
      throw new InvalidSignIn('this browser has begun no such sign-in');
    }
    const pending = this.#pending.take(state, browser);
    if (!pending) throw new InvalidSignIn('this browser has begun no such sign-in');
    if (iss !== this.#provider.issuer) throw new InvalidSignIn('the answer is of another issuer');

    if (error === 'access_denied') throw new SignInDenied('the sign-in was not agreed to');
    if (error !== undefined) throw new ProviderFailed('the provider reports an error');
    if (typeof code !== 'string' || code === '') throw new InvalidSignIn('there is no code');

    return accountFor(await this.#provider.redeem(pending.configuration, code, pending));
  }
}

export const signIn = new SignInService(
  new Provider({
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    redirectUri: OIDC_REDIRECT_URI,
  }),
);
