import { createHash, randomBytes } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';

const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REDIRECT_URI } = process.env;

const PATIENCE = 10_000; // ms that the provider has for an answer
const LIFETIME = 30 * 60_000; // ms that a person has to sign in at the provider

// The sign-ins that have begun and are not finished, by state, the oldest first:
// { browser, nonce, verifier, tokenEndpoint, jwksUri, until }
const begun = new Map();

const random = () => randomBytes(32).toString('base64url');

// The messages are ours alone: those of fetch, JSON.parse and jose may quote what must not be printed.
function failure(status, message) {
  const error = new Error(message);
  error.status = status;
  return error;
}

async function ask(url, options) {
  try {
    const response = await fetch(url, { ...options, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
    return { status: response.status, text: await response.text() };
  } catch {
    throw failure(502, 'the provider cannot be reached');
  }
}

async function getJson(url) {
  const { status, text } = await ask(url);
  if (status !== 200) throw failure(502, `the provider answered with ${status}`);
  try {
    return JSON.parse(text);
  } catch {
    throw failure(502, 'the provider answered with something that is not JSON');
  }
}

// Asked anew for each sign-in, so that nothing is remembered that is no longer so.
async function discover() {
  const metadata = await getJson(`${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (metadata?.issuer !== OIDC_ISSUER) throw failure(502, 'the provider calls itself by another name');
  for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri']) {
    if (!URL.canParse(metadata[name])) throw failure(502, `the provider has no ${name}`);
  }
  return metadata;
}

// Where the browser is sent. What has to be known when it comes back is kept for this browser.
export async function begin(browser) {
  const metadata = await discover();

  const now = Date.now();
  for (const [state, { until }] of begun) {
    if (until > now) break;
    begun.delete(state);
  }

  const state = random();
  const nonce = random();
  const verifier = random();
  begun.set(state, {
    browser,
    nonce,
    verifier,
    tokenEndpoint: metadata.token_endpoint,
    jwksUri: metadata.jwks_uri,
    authMethods: metadata.token_endpoint_auth_methods_supported,
    until: now + LIFETIME,
  });

  const url = new URL(metadata.authorization_endpoint);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('client_id', OIDC_CLIENT_ID);
  url.searchParams.set('redirect_uri', OIDC_REDIRECT_URI);
  url.searchParams.set('scope', 'openid email');
  url.searchParams.set('state', state);
  url.searchParams.set('nonce', nonce);
  url.searchParams.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'));
  url.searchParams.set('code_challenge_method', 'S256');
  return url.href;
}

// What the provider says about whoever came back.
export async function finish(browser, query) {
  if (query.iss !== OIDC_ISSUER) throw failure(400, 'the answer is not from the provider');

  const signIn = typeof query.state === 'string' ? begun.get(query.state) : undefined;
  if (!signIn || !browser || signIn.browser !== browser || signIn.until <= Date.now()) {
    throw failure(400, 'this browser has not begun this sign-in');
  }
  begun.delete(query.state); // before the first await: once is once

  if (query.error === 'access_denied') throw failure(403, 'the sign-in was refused');
  if (query.error !== undefined) throw failure(502, 'the provider reports an error');
  if (typeof query.code !== 'string' || query.code === '') throw failure(400, 'there is no code');

  const idToken = await redeem(query.code, signIn);
  return verify(idToken, signIn);
}

async function redeem(code, { verifier, tokenEndpoint, authMethods }) {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: OIDC_REDIRECT_URI,
    code_verifier: verifier,
  });
  const headers = { accept: 'application/json' };

  // client_secret_basic is what a provider takes that says nothing about it.
  if (Array.isArray(authMethods) && !authMethods.includes('client_secret_basic')) {
    body.set('client_id', OIDC_CLIENT_ID);
    body.set('client_secret', OIDC_CLIENT_SECRET);
  } else {
    const form = (text) => new URLSearchParams({ x: text }).toString().slice(2);
    const pair = `${form(OIDC_CLIENT_ID)}:${form(OIDC_CLIENT_SECRET)}`;
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  }

  const { status, text } = await ask(tokenEndpoint, { method: 'POST', headers, body });
  if (status >= 400 && status < 500) throw failure(400, 'the provider refuses the code');
  if (status !== 200) throw failure(502, `the provider answered with ${status}`);

  let idToken;
  try {
    idToken = JSON.parse(text).id_token;
  } catch {
    // as if there were none
  }
  if (typeof idToken !== 'string') throw failure(400, 'there is no ID token');
  return idToken;
}

async function verify(idToken, { nonce, jwksUri }) {
  const jwks = await getJson(jwksUri);

  let claims;
  try {
    const { payload } = await jwtVerify(idToken, createLocalJWKSet(jwks), {
      algorithms: ['RS256'],
      issuer: OIDC_ISSUER,
      audience: OIDC_CLIENT_ID,
      requiredClaims: ['exp', 'sub', 'nonce'],
    });
    claims = payload;
  } catch {
    throw failure(400, 'the ID token is not valid');
  }

  if (claims.nonce !== nonce) throw failure(400, 'the ID token is of another sign-in');
  if (typeof claims.sub !== 'string' || claims.sub === '') throw failure(400, 'the ID token is of nobody');
  // A token for several clients names the one that it was made for.
  const several = Array.isArray(claims.aud) && claims.aud.length > 1;
  if ((several || claims.azp !== undefined) && claims.azp !== OIDC_CLIENT_ID) {
    throw failure(400, 'the ID token is for another client');
  }
  return claims;
}
