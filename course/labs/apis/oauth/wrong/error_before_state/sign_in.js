// The code flow with fetch, and jose for the ID token.
import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';

const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REDIRECT_URI } = process.env;
const PATIENCE = 10_000;

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const unguessable = () => randomBytes(32).toString('base64url');

async function ask(url, init) {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE) });
    if (response.ok) return await response.json();
    throw new Refusal(response.status >= 500 ? 502 : 400, `${response.status} by the provider`);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(502, `no answer by the provider: ${error.message}`);
  }
}

let metadata;
let keys;

async function provider() {
  if (!metadata) {
    const found = await ask(`${OIDC_ISSUER}/.well-known/openid-configuration`);
    if (found.issuer !== OIDC_ISSUER) throw new Refusal(502, 'another issuer');
    keys = createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: PATIENCE });
    metadata = found;
  }
  return metadata;
}

export async function begin() {
  const { authorization_endpoint: endpoint } = await provider();
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

export async function finish(search, expected) {
  const query = new URL(search, OIDC_REDIRECT_URI).searchParams;
  const { issuer, token_endpoint: endpoint } = await provider();
  if (query.has('error')) {
    throw new Refusal(query.get('error') === 'access_denied' ? 403 : 502, 'an error came back');
  }
  if (query.get('state') !== expected.state) throw new Refusal(400, 'not our state');
  if (query.get('iss') !== issuer) throw new Refusal(400, 'not our issuer');
  const { id_token: token } = await ask(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: query.get('code') ?? '',
      redirect_uri: OIDC_REDIRECT_URI,
      code_verifier: expected.verifier,
      client_id: OIDC_CLIENT_ID,
      client_secret: OIDC_CLIENT_SECRET,
    }),
  });
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: OIDC_CLIENT_ID,
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'sub'],
  });
  if (payload.nonce !== expected.nonce) throw new Refusal(400, 'not our nonce');
  return payload;
}

export function statusOf(error) {
  if (error instanceof Refusal) return error.status;
  if (['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC'].includes(error.code)) return 502;
  return error instanceof errors.JOSEError ? 400 : 500;
}
