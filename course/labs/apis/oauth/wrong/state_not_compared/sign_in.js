import * as client from 'openid-client';

const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REDIRECT_URI } = process.env;
const options = {
  execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  timeout: 10,
};

let known;

// Discovery, once it has succeeded.
async function provider() {
  known ??= await client.discovery(
    new URL(OIDC_ISSUER),
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET,
    undefined,
    options,
  );
  return known;
}

// Where the browser is sent, and what has to be known again when it comes back.
export async function begin() {
  const expected = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(await provider(), {
    redirect_uri: OIDC_REDIRECT_URI,
    scope: 'openid email',
    state: expected.state,
    nonce: expected.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(expected.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, expected };
}

// What the provider says about whoever came back with this query.
export async function finish(search, { nonce, verifier }) {
  const tokens = await client.authorizationCodeGrant(
    await provider(),
    new URL(search, OIDC_REDIRECT_URI),
    {
      expectedState: client.skipStateCheck,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
    },
  );
  return tokens.claims();
}

// How a sign-in that failed is answered: 403 for a no, 502 for a provider in trouble, 400 for what is not to be believed.
export function statusOf(error) {
  if (error instanceof client.AuthorizationResponseError) {
    return error.error === 'access_denied' ? 403 : 502;
  }
  const unreachable = error instanceof TypeError || error.code === 'OAUTH_TIMEOUT';
  return unreachable || error.cause?.status >= 500 ? 502 : 400;
}
