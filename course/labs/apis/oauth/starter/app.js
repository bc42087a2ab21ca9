import express from 'express';
import { accountById, accountFor } from './accounts.js';
import { openSession, sessionOf } from './sessions.js';
import { begin, finish } from './sign_in.js';

export const app = express();

app.get('/login', async (req, res) => {
  const { url } = await begin();
  res.redirect(url);
});

app.get('/callback', async (req, res) => {
  const claims = await finish(req.query);
  openSession(req, res, { account: accountFor(claims).id });
  res.redirect(303, '/');
});

app.get('/me', (req, res) => {
  const account = accountById(sessionOf(req)?.account);
  if (!account) return res.sendStatus(401);
  res.json({ id: account.id, email: account.email });
});
