import { Router } from 'express';
import * as oidc from 'openid-client';

const issuer = new URL(process.env.OIDC_ISSUER);
const callback = new URL(process.env.OIDC_REDIRECT_URI);
let config;

async function connect() {
  if (config) return config;
  const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = process.env;
  const found = await oidc.discovery(issuer, OIDC_CLIENT_ID, {}, oidc.ClientSecretBasic(OIDC_CLIENT_SECRET), {
    execute: [oidc.allowInsecureRequests],
    timeout: 10,
  });
  oidc.enableNonRepudiationChecks(found);
  found.timeout = 10;
  config = found;
  return found;
}

function inTrouble(error) {
  const reached = !(error instanceof TypeError) && error.code !== 'OAUTH_TIMEOUT';
  return !reached || (error.cause instanceof Response && error.cause.status >= 500);
}

function isLocal(path) {
  return /^\/([^/\\]|$)/.test(path) && ![...path].some((each) => each < ' ');
}

export function signIn(accountFor) {
  const router = new Router();

  router.get('/login', async (req, res) => {
    const provider = await connect();
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    const verifier = oidc.randomPKCECodeVerifier();
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: callback.href,
      scope: 'email openid',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    req.visit.begun.set(state, { nonce, verifier, to: isLocal(req.query.to) ? req.query.to : '/' });
    req.renew();
    res.redirect(url);
  });

  router.get('/callback', async (req, res) => {
    const { state } = req.query;
    const begun = req.visit.begun.get(state);
    if (!begun) return res.sendStatus(400);
    req.visit.begun.delete(state);
    const back = new URL(callback);
    back.search = new URL(req.url, callback).search;
    const tokens = await oidc.authorizationCodeGrant(await connect(), back, {
      expectedState: state,
      expectedNonce: begun.nonce,
      pkceCodeVerifier: begun.verifier,
      idTokenExpected: true,
    });
    const account = accountFor(tokens.claims());
    if (!account) return res.sendStatus(403);
    req.visit.account = account.id;
    req.renew();
    res.redirect(303, begun.to);
  });

  router.use((error, req, res, next) => {
    if (error instanceof oidc.AuthorizationResponseError) {
      return res.sendStatus(error.error === 'access_denied' ? 403 : 502);
    }
    res.sendStatus(inTrouble(error) ? 502 : 400);
  });

  return router;
}
