import express from 'express';
import { accountByEmail, accountById, accountByIdentity, createAccount } from './accounts.js';
import { Unavailable } from './provider.js';
import { endSession, findSession, openSession, sessionId } from './sessions.js';
import { begin, ErrorCameBack, finish, Refused } from './sign_in.js';

export const app = express();

// Ends the session that the browser had, and opens another one.
function renewSession(req, res, data) {
  endSession(sessionId(req));
  res.cookie('sid', openSession(data), { httpOnly: true, sameSite: 'lax' });
}

// Whose account it is; nothing where nobody may come in.
function accountOf({ iss, sub, email, email_verified: verified }) {
  const known = accountByIdentity(iss, sub);
  if (known || !email || verified !== true) return known;
  const account = accountByEmail(email);
  if (!account) return createAccount(email, { iss, sub });
  if (account.identity) return undefined;
  account.identity = { iss, sub };
  return account;
}

function statusOf(error) {
  if (error instanceof Refused) return 400;
  if (error instanceof ErrorCameBack) return error.error === 'access_denied' ? 403 : 502;
  return error instanceof Unavailable ? 502 : 500;
}

app.get('/login', async (req, res) => {
  const { url, expected } = await begin();
  const to = req.query.to || '/';
  renewSession(req, res, { expected, to });
  res.redirect(303, url);
});

app.get('/callback', async (req, res) => {
  const session = findSession(sessionId(req));
  const expected = session?.expected;
  if (!expected) return res.sendStatus(400);
  session.expected = undefined;
  const account = accountOf(await finish(req.query, expected));
  if (!account) return res.sendStatus(403);
  renewSession(req, res, { account: account.id });
  res.redirect(303, session.to);
});

app.get('/me', (req, res) => {
  const account = accountById(findSession(sessionId(req))?.account);
  if (!account) return res.sendStatus(401);
  res.json({ id: account.id, email: account.email });
});

app.post('/logout', (req, res) => {
  endSession(sessionId(req));
  res.clearCookie('sid');
  res.sendStatus(204);
});

app.use((error, req, res, next) => {
  console.error(`${req.method} ${req.path}: ${error.message}`);
  res.sendStatus(statusOf(error));
});
