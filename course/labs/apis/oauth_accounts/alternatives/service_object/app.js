import express from 'express';
import { accountById } from './accounts.js';
import { endSession, findSession, openSession, sessionId } from './sessions.js';
import { SIGN_IN_TIME, signIn } from './service.js';

const BROWSER_COOKIE = 'sign_in';
const COOKIE = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: (process.env.OIDC_REDIRECT_URI ?? '').startsWith('https:'),
};

export const app = express();
app.disable('x-powered-by');

app.use((req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
});

app.get('/login', async (req, res) => {
  const { url, browser } = await signIn.begin(browserOf(req), req.query.to);
  res.cookie(BROWSER_COOKIE, browser, { ...COOKIE, maxAge: SIGN_IN_TIME });
  redirect(res, url);
});

app.get('/callback', async (req, res) => {
  const { account, to } = await signIn.finish(browserOf(req), req.query);
  endSession(sessionId(req));
  res.cookie('sid', openSession({ account: account.id }), COOKIE);
  redirect(res, to);
});

app.get('/me', (req, res) => {
  const account = accountById(findSession(sessionId(req))?.account);
  if (!account) return res.sendStatus(401);
  res.json({ id: account.id, email: account.email });
});

app.post('/logout', (req, res) => {
  endSession(sessionId(req));
  res.clearCookie('sid', COOKIE);
  res.sendStatus(204);
});

// Neither the reply nor the output has more than our own words: what the provider said stays out.
app.use((error, req, res, next) => {
  if (res.headersSent) return next(error);
  const status = Number.isInteger(error.status) ? error.status : 500;
  if (status >= 500) {
    console.error(status, error.name, status === 500 ? '' : error.message, error.cause?.code ?? '');
  }
  res.sendStatus(status);
});

function browserOf(req) {
  return /(?:^|;\s*)sign_in=([^;]*)/.exec(req.headers.cookie ?? '')?.[1];
}

// Express would write `%` and blanks in another way; only what no header can hold is encoded.
function redirect(res, to) {
  const location = to.replace(/[^\x20-\x7e]+/gu, encodeURIComponent);
  res.status(303).set('Location', location).end();
}
