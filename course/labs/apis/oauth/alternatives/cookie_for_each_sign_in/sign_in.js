import { createHash, randomBytes } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { ask, failure, get } from './provider.js';

const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REDIRECT_URI } = process.env;

/** How long, in milliseconds, a browser may take from `begin` to `claim`. */
export const patience = 60 * 60 * 1000;

// The sign-ins that have begun, oldest first: state → what has to be known again.
const begun = new Map();

const random = () => randomBytes(32).toString('base64url');
const hash = (text) => createHash('sha256').update(text).digest('base64url');

function forgetOld(now) {
  for (const [state, { until }] of begun) {
    if (until > now) break;
    begun.delete(state);
  }
}

// Asked for anew each time, so that nothing is remembered of a bad day.
async function discover() {
  const base = OIDC_ISSUER.replace(/\/$/, '');
  const provider = await get(`${base}/.well-known/openid-configuration`);
  const { issuer, authorization_endpoint, token_endpoint, jwks_uri } = provider;
  const addresses = [authorization_endpoint, token_endpoint, jwks_uri];
  if (issuer !== OIDC_ISSUER || !addresses.every((url) => URL.canParse(url))) {
    throw failure(502, 'the provider does not describe itself');
  }
  return provider;
}

/** Where the browser is sent, and the key by which `claim` knows it again. */
export async function begin() {
  const provider = await discover();
  const [state, nonce, verifier, key] = Array.from({ length: 4 }, random);
  const now = Date.now();
  forgetOld(now);
  begun.set(state, { provider, nonce, verifier, key, until: now + patience });

  const url = new URL(provider.authorization_endpoint);
  const query = {
    response_type: 'code',
    client_id: OIDC_CLIENT_ID,
    redirect_uri: OIDC_REDIRECT_URI,
    scope: 'openid email',
    state,
    nonce,
    code_challenge: hash(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { url: url.href, state, key };
}

/** The sign-in that an answer belongs to. Each is given out once, and only for its key. */
export function claim({ state, iss }, key) {
  const signIn = begun.get(state);
  if (!signIn || signIn.key !== key || signIn.until <= Date.now()) {
    throw failure(400, 'this browser has not begun such a sign-in');
  }
  begun.delete(state);
  if (iss !== OIDC_ISSUER) throw failure(400, 'the answer is of another issuer');
  return signIn;
}

const formEncoded = (text) => new URLSearchParams({ _: text }).toString().slice(2);

// HTTP Basic is what a provider understands that does not say anything else.
function credentials({ token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] }) {
  if (!methods.includes('client_secret_basic')) {
    return { form: { client_id: OIDC_CLIENT_ID, client_secret: OIDC_CLIENT_SECRET } };
  }
  const pair = [OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].map(formEncoded).join(':');
  return { headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}

async function redeem(code, { provider, verifier }) {
  const { form, headers } = credentials(provider);
  const { ok, body } = await ask(provider.token_endpoint, {
    method: 'POST',
    headers: { ...headers, accept: 'application/json' },
    body: new URLSearchParams({
      ...form,
      grant_type: 'authorization_code',
      code,
      redirect_uri: OIDC_REDIRECT_URI,
      code_verifier: verifier,
    }),
  });
  if (!ok) throw failure(400, 'the provider refuses the code');
  return body?.id_token;
}

async function verify(token, { provider, nonce }) {
  const keys = await get(provider.jwks_uri);
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      algorithms: ['RS256'],
      issuer: OIDC_ISSUER,
      audience: OIDC_CLIENT_ID,
      requiredClaims: ['exp', 'sub', 'nonce'],
    });
    const { aud, azp, sub } = payload;
    const meant = [aud].flat().length === 1 || azp === OIDC_CLIENT_ID;
    if (payload.nonce === nonce && meant && sub && typeof sub === 'string') return payload;
  } catch {
    // jose tells why; the browser gets the same answer whatever it is.
  }
  throw failure(400, 'the ID token is not valid');
}

/** The claims of whoever came back with this answer to a claimed sign-in. */
export async function finish({ error, code }, signIn) {
  if (error === 'access_denied') throw failure(403, 'access was denied');
  if (error !== undefined) throw failure(502, 'the provider answers with an error');
  if (typeof code !== 'string' || code === '') throw failure(400, 'there is no code');
  return verify(await redeem(code, signIn), signIn);
}
