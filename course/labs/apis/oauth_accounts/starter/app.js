import express from 'express';
import { accountByEmail, accountById, createAccount } from './accounts.js';
import { findSession, openSession, sessionId } from './sessions.js';
import { begin, finish } from './sign_in.js';

export const app = express();

// Whose account it is.
function accountOf({ iss, sub, email }) {
  return accountByEmail(email) ?? createAccount(email, { iss, sub });
}

app.get('/login', async (req, res) => {
  const { url, expected } = await begin();
  res.cookie('sid', openSession({ expected }));
  res.redirect(303, url);
});

app.get('/callback', async (req, res) => {
  const session = findSession(sessionId(req));
  const expected = session?.expected;
  if (!expected) return res.sendStatus(400);
  session.expected = undefined;
  const account = accountOf(await finish(req.query, expected));
  session.account = account.id;
  res.redirect(303, '/');
});

app.get('/me', (req, res) => {
  const account = accountById(findSession(sessionId(req))?.account);
  if (!account) return res.sendStatus(401);
  res.json({ id: account.id, email: account.email });
});

app.post('/logout', (req, res) => {
  res.sendStatus(204);
});

app.use((error, req, res, next) => {
  console.error(`${req.method} ${req.path}: ${error.message}`);
  res.sendStatus(error.error === 'access_denied' ? 403 : 400);
});
