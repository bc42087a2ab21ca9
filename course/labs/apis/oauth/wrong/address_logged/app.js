import express from 'express';
import { accountById, accountFor } from './accounts.js';
import { openSession, sessionOf } from './sessions.js';
import { begin, finish, statusOf } from './sign_in.js';

export const app = express();

app.get('/login', async (req, res) => {
  const { url, expected } = await begin();
  openSession(req, res, { expected });
  res.redirect(url);
});

app.get('/callback', async (req, res) => {
  const session = sessionOf(req);
  const expected = session?.expected;
  if (!expected) return res.sendStatus(400);
  session.expected = undefined;
  const claims = await finish(req.originalUrl, expected);
  openSession(req, res, { account: accountFor(claims).id });
  res.redirect(303, '/');
});

app.get('/me', (req, res) => {
  const account = accountById(sessionOf(req)?.account);
  if (!account) return res.sendStatus(401);
  res.json({ id: account.id, email: account.email });
});

app.use((error, req, res, next) => {
  console.error(`${req.method} ${req.originalUrl}: ${error.message}`);
  res.sendStatus(statusOf(error));
});
