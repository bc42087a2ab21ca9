import express from 'express';
import { accountByEmail, accountById, accountByIdentity, createAccount } from './accounts.js';
import { endSession, findSession, openSession, sessionId } from './sessions.js';
import { begin, finish, statusOf } from './sign_in.js';

export const app = express();

const LOCAL_PATH = /^\/(?![/\\])[^\x00-\x1f]*$/;

function setSession(res, data) {
  res.cookie('sid', openSession(data), { sameSite: 'lax' });
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

app.get('/login', async (req, res) => {
  const { url, expected } = await begin();
  const to = LOCAL_PATH.test(req.query.to) ? req.query.to : '/';
  setSession(res, { expected, to });
  res.redirect(url);
});

app.get('/callback', async (req, res) => {
  const id = sessionId(req);
  const { expected, to } = findSession(id) ?? {};
  if (!expected) return res.sendStatus(400);
  endSession(id);
  const account = accountOf(await finish(req.originalUrl, expected));
  if (!account) return res.sendStatus(403);
  setSession(res, { account: account.id });
  res.redirect(303, to);
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
