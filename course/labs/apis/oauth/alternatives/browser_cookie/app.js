import { randomBytes } from 'node:crypto';
import express from 'express';
import { accountById, accountFor } from './accounts.js';
import { openSession, sessionOf } from './sessions.js';
import { begin, finish } from './sign_in.js';

export const app = express();

const cookie = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: (process.env.OIDC_REDIRECT_URI ?? '').startsWith('https:'),
};

// The name that a browser has for us before anybody is signed in. Sign-ins that it begins belong to it.
function browserId(req) {
  return /(?:^|;\s*)browser=([\w-]{32})(?:;|$)/.exec(req.headers.cookie ?? '')?.[1];
}

app.use((req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
});

app.get('/login', async (req, res) => {
  const browser = browserId(req) ?? randomBytes(24).toString('base64url');
  const url = await begin(browser);
  res.cookie('browser', browser, cookie);
  res.redirect(303, url);
});

app.get('/callback', async (req, res) => {
  const claims = await finish(browserId(req), req.query);
  openSession(req, res, { account: accountFor(claims).id });
  res.redirect(303, '/');
});

app.get('/me', (req, res) => {
  const account = accountById(sessionOf(req)?.account);
  if (!account) return res.sendStatus(401);
  res.json({ id: account.id, email: account.email });
});

// The last word on errors. Neither the reply nor the output quotes what somebody has sent.
app.use((error, req, res, next) => {
  const status = error.status ?? 500;
  if (status === 502) console.error(error.message);
  if (status === 500) console.error('unexpected:', error.name);
  if (res.headersSent) return req.socket.destroy();
  res.sendStatus(status);
});
