import * as client from 'openid-client';

const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REDIRECT_URI } = process.env;
const options = { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] };

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
  };
  const url = client.buildAuthorizationUrl(await provider(), {
    redirect_uri: OIDC_REDIRECT_URI,
    scope: 'openid email',
    state: expected.state,
    nonce: expected.nonce,
  });
  return { url: url.href, expected };
}

// What the provider says about whoever came back to this address: the claims of the ID token.
export async function finish(address, { state, nonce }) {
  const tokens = await client.authorizationCodeGrant(
    await provider(),
    new URL(address, OIDC_REDIRECT_URI),
    {
      expectedState: state,
      expectedNonce: nonce,
    },
  );
  return tokens.claims();
}

// 403 for somebody who said no, 400 for what is not to be believed.
export function statusOf(error) {
  return error.error === 'access_denied' ? 403 : 400;
}
