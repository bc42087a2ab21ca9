import { Router } from 'express';
import * as oidc from 'openid-client';

const callback = new URL(process.env.OIDC_REDIRECT_URI);
const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = process.env;

// The server starts once it knows its provider.
const provider = await oidc.discovery(
  new URL(OIDC_ISSUER),
  OIDC_CLIENT_ID,
  { [oidc.clockTolerance]: 5 },
  oidc.ClientSecretBasic(OIDC_CLIENT_SECRET),
  { execute: [oidc.allowInsecureRequests] },
);
oidc.enableNonRepudiationChecks(provider);

export function signIn(accountFor) {
  const router = new Router();

  router.get('/login', async (req, res) => {
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
    req.visit.begun.set(state, { nonce, verifier });
    req.renew();
    res.redirect(url.href);
  });

  router.get('/callback', async (req, res) => {
    const { state } = req.query;
    const begun = req.visit.begun.get(state);
    if (!begun) return res.sendStatus(400);
    req.visit.begun.delete(state);
    const back = new URL(callback);
    back.search = new URL(req.url, callback).search;
    const tokens = await oidc.authorizationCodeGrant(provider, back, {
      expectedState: state,
      expectedNonce: begun.nonce,
      pkceCodeVerifier: begun.verifier,
      idTokenExpected: true,
    });
    req.visit.account = accountFor(tokens.claims()).id;
    req.renew();
    res.redirect(303, '/');
  });

  router.use((error, req, res, next) => {
    const said = error instanceof oidc.AuthorizationResponseError ? error.error : '';
    res.sendStatus({ access_denied: 403, server_error: 502 }[said] ?? 400);
  });

  return router;
}
