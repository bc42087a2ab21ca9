// The code flow. It stays as it is.
import { createHash, randomBytes } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { ask, metadata } from './provider.js';

const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REDIRECT_URI } = process.env;

// What came back is not to be believed, or the token endpoint refuses the code with a 4xx.
export class Refused extends Error {}

// An error came back, with the right state and iss. Its name is in `error`: access_denied.
export class ErrorCameBack extends Error {
  constructor(error) {
    super('the provider sends an error');
    this.error = error;
  }
}

const unguessable = () => randomBytes(32).toString('base64url');

// Where the browser is sent, and what has to be known again when it comes back.
export async function begin() {
  const { authorization_endpoint: endpoint } = await metadata();
  const expected = { state: unguessable(), nonce: unguessable(), verifier: unguessable() };
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: OIDC_CLIENT_ID,
    redirect_uri: OIDC_REDIRECT_URI,
    scope: 'openid email',
    state: expected.state,
    nonce: expected.nonce,
    code_challenge: createHash('sha256').update(expected.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return { url: `${endpoint}?${query}`, expected };
}

// The claims of whoever came back with this query: `iss` and `sub`, and what else the provider says of them.
export async function finish(query, expected) {
  const { issuer, token_endpoint: endpoint, jwks_uri: keys } = await metadata();
  if (query.state !== expected.state || query.iss !== issuer) {
    throw new Refused('not an answer to this sign-in');
  }
  if (query.error) throw new ErrorCameBack(query.error);
  const tokens = await ask(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: query.code,
      redirect_uri: OIDC_REDIRECT_URI,
      code_verifier: expected.verifier,
      client_id: OIDC_CLIENT_ID,
      client_secret: OIDC_CLIENT_SECRET,
    }),
  });
  if (!tokens.ok) throw new Refused('the provider refuses the code');
  const { body: set } = await ask(keys);
  return claims(tokens.body.id_token, set, issuer, expected.nonce);
}

async function claims(token, set, issuer, nonce) {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(set), {
      issuer,
      audience: OIDC_CLIENT_ID,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'sub'],
    });
    if (payload.nonce === nonce) return payload;
  } catch {
    // Why, nobody is told.
  }
  throw new Refused('an ID token that does not hold');
}
