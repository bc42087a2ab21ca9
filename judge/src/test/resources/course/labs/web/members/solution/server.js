import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import * as client from 'openid-client';

const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REDIRECT_URI, PORT } = process.env;
const options = { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks], timeout: 3 };
const sessions = new Map();
const config = () => client.discovery(new URL(OIDC_ISSUER), OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, options);

const routes = {
  async '/login'() {
    const verifier = client.randomPKCECodeVerifier();
    const begun = { verifier, state: client.randomState(), nonce: client.randomNonce() };
    const sid = randomUUID();
    const to = client.buildAuthorizationUrl(await config(), {
      redirect_uri: OIDC_REDIRECT_URI, scope: 'openid email', state: begun.state, nonce: begun.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    });
    sessions.set(sid, begun);
    return [302, { Location: to.href, 'Set-Cookie': `sid=${sid}; HttpOnly; Path=/` }];
  },
  async '/callback'(url, sid) {
    const begun = sessions.get(sid);
    sessions.delete(sid);
    if (!begun?.verifier) return [400, {}];
    const back = new URL(OIDC_REDIRECT_URI + url.search);
    if (url.searchParams.get('error') === 'access_denied') return [403, {}];
    const tokens = await client.authorizationCodeGrant(await config(), back, {
      pkceCodeVerifier: begun.verifier, expectedState: begun.state, expectedNonce: begun.nonce, idTokenExpected: true,
    });
    const fresh = randomUUID();
    const info = await client.fetchUserInfo(await config(), tokens.access_token, tokens.claims().sub);
    sessions.set(fresh, { me: { sub: tokens.claims().sub, email: info.email } });
    return [303, { Location: '/me', 'Set-Cookie': `sid=${fresh}; HttpOnly; Path=/` }];
  },
  async '/me'(url, sid) {
    const me = sessions.get(sid)?.me;
    return me ? [200, { 'Content-Type': 'application/json' }, JSON.stringify(me)] : [401, {}];
  },
};

createServer(async (req, res) => {
  const url = new URL(req.url, 'http://localhost');
  const sid = /sid=([^;]+)/.exec(req.headers.cookie)?.[1];
  try {
    const [status, headers, body] = await (routes[url.pathname] ?? (() => [404, {}]))(url, sid);
    res.writeHead(status, headers).end(body);
  } catch (error) {
    console.error(error.message, error.code);
    const theirs = error.cause?.status === 400 || /^OAUTH_(INVALID|RESPONSE_BODY|JWT|TIMEOUT|PARSE)/.test(error.code ?? '');
    const away = error.cause?.status >= 500 || error.name === 'TypeError' || error.code === 'OAUTH_TIMEOUT';
    res.writeHead(away ? 502 : theirs ? 400 : 400).end();
  }
}).listen(PORT);
