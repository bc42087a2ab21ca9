// Everything that is said to the provider, and everything that is believed of what it says.
import * as client from 'openid-client';
import { InvalidSignIn, ProviderFailed } from './problems.js';

const TIMEOUT_SECONDS = 10;
const WITHOUT_BODY = [204, 205, 304];

export class Provider {
  #issuer;
  #clientId;
  #clientSecret;
  #redirectUri;

  constructor({ issuer, clientId, clientSecret, redirectUri }) {
    this.#issuer = issuer;
    this.#clientId = clientId;
    this.#clientSecret = clientSecret;
    this.#redirectUri = redirectUri;
  }

  get issuer() {
    return this.#issuer;
  }

  /**
   * Asks the provider for its addresses, anew for each sign-in: so neither a failure nor a withdrawn
   * key is remembered (the keys are kept with the configuration), and a provider that is away is noticed.
   */
  async discover() {
    try {
      const configuration = await client.discovery(
        new URL(this.#issuer),
        this.#clientId,
        { id_token_signed_response_alg: 'RS256', [client.clockTolerance]: 0 },
        (...request) => this.#authenticate(...request),
        {
          timeout: TIMEOUT_SECONDS,
          execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
          [client.customFetch]: (url, options) => this.#fetch(url, options),
        },
      );
      if (configuration.serverMetadata().issuer !== this.#issuer) {
        throw new ProviderFailed('the provider has another name');
      }
      return configuration;
    } catch (error) {
      throw new ProviderFailed('the provider cannot be asked', { cause: error });
    }
  }

  /** The address that begins a sign-in at the provider. */
  async authorizationUrl(configuration, { state, nonce, verifier }) {
    try {
      return client.buildAuthorizationUrl(configuration, {
        redirect_uri: this.#redirectUri,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }).href;
    } catch (error) {
      throw new ProviderFailed('the provider has no authorization endpoint', { cause: error });
    }
  }

  /** Changes the code into tokens, and gives the claims of the verified ID token. */
  async redeem(configuration, code, { state, nonce, verifier }) {
    const answer = new URL(this.#redirectUri);
    answer.search = new URLSearchParams({ code, state, iss: this.#issuer });
    let claims;
    try {
      const tokens = await client.authorizationCodeGrant(configuration, answer, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      claims = tokens.claims();
    } catch (error) {
      for (let cause = error; cause instanceof Error; cause = cause.cause) {
        if (cause instanceof ProviderFailed) throw cause;
      }
      throw new InvalidSignIn('the code or the ID token was refused', { cause: error });
    }
    if (typeof claims?.sub !== 'string' || claims.sub === '') {
      throw new InvalidSignIn('the ID token names nobody');
    }
    return claims;
  }

  // In the body, unless the provider says that it takes the secret in the header only.
  #authenticate(server, metadata, body, headers) {
    const methods = server.token_endpoint_auth_methods_supported;
    const headerOnly =
      Array.isArray(methods) &&
      methods.includes('client_secret_basic') &&
      !methods.includes('client_secret_post');
    const method = headerOnly ? client.ClientSecretBasic : client.ClientSecretPost;
    return method(this.#clientSecret)(server, metadata, body, headers);
  }

  // The body is read here, so that a provider that stops in the middle of it counts as away, too.
  async #fetch(url, options) {
    if (options.body instanceof URLSearchParams && options.body.has('redirect_uri')) {
      options.body.set('redirect_uri', this.#redirectUri); // as it is written, not as URL writes it
    }
    let response;
    let body;
    try {
      response = await fetch(url, options);
      body = await response.arrayBuffer();
    } catch (error) {
      throw new ProviderFailed('the provider cannot be reached', { cause: error });
    }
    if (response.status >= 500) throw new ProviderFailed('the provider is in trouble');
    return new Response(WITHOUT_BODY.includes(response.status) ? null : body, {
      status: response.status,
      headers: response.headers,
    });
  }
}
