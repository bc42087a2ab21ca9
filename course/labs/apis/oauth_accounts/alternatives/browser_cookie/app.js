import { randomBytes } from 'node:crypto';
import express from 'express';
import { accountByEmail, accountById, accountByIdentity, createAccount } from './accounts.js';
import { endSession, findSession, openSession, sessionId } from './sessions.js';
import { begin, ErrorCameBack, finish, Refused } from './sign_in.js';

export const app = express();

const LIFETIME = 30 * 60_000; // ms that a person has to sign in at the provider

// The sign-ins that have begun and are not finished, by state, the oldest first: { browser, expected, to, until }
const begun = new Map();

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

// The way on, if it stays on this site.
function wayOn(to) {
  const local = typeof to === 'string' && /^\/(?![/\\])/.test(to) && !/\p{Cc}/u.test(to);
  return local ? to : '/';
}

function accountFor({ iss, sub, email, email_verified: verified }) {
  const known = accountByIdentity(iss, sub);
  if (known) return known;

  if (typeof email !== 'string' || email === '' || verified !== true) return undefined;

  const account = accountByEmail(email);
  if (!account) return createAccount(email, { iss, sub });
  if (account.identity) return undefined; // it is somebody else's
  account.identity = { iss, sub };
  return account;
}

app.use((req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
});

app.get('/login', async (req, res) => {
  const browser = browserId(req) ?? randomBytes(24).toString('base64url');
  const { url, expected } = await begin();
  const now = Date.now();
  for (const [state, { until }] of begun) {
    if (until > now) break;
    begun.delete(state);
  }
  begun.set(expected.state, { browser, expected, to: wayOn(req.query.to), until: now + LIFETIME });
  res.cookie('browser', browser, cookie);
  res.redirect(303, url);
});

app.get('/callback', async (req, res) => {
  const { state } = req.query;
  const signIn = begun.get(state);
  if (!signIn || signIn.browser !== browserId(req) || signIn.until <= Date.now()) return res.sendStatus(400);
  begun.delete(state); // before the first await: once is once

  const account = accountFor(await finish(req.query, signIn.expected));
  if (!account) return res.sendStatus(403);

  endSession(sessionId(req));
  res.cookie('sid', openSession({ account: account.id }), cookie);
  // Not res.redirect, which would also encode what may stay as it is. A header takes no more than this.
  res.set('Location', signIn.to.replace(/[^\x21-\x7e]+/g, encodeURIComponent));
  res.sendStatus(303);
});

app.get('/me', (req, res) => {
  const account = accountById(findSession(sessionId(req))?.account);
  if (!account) return res.sendStatus(401);
  res.json({ id: account.id, email: account.email });
});

app.post('/logout', (req, res) => {
  endSession(sessionId(req));
  res.clearCookie('sid', cookie);
  res.sendStatus(204);
});

// The last word on errors. Neither the reply nor the output quotes what somebody has sent.
app.use((error, req, res, next) => {
  let { status = 500 } = error;
  if (error instanceof Refused) status = 400;
  if (error instanceof ErrorCameBack) status = error.error === 'access_denied' ? 403 : 502;
  if (status === 502) console.error(error.message);
  if (status === 500) console.error('unexpected:', error.name);
  if (res.headersSent) return req.socket.destroy();
  res.sendStatus(status);
});
