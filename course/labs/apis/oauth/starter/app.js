import express from 'express';
import { accountById } from './accounts.js';
import { findSession, sessionId } from './sessions.js';
import { begin, finish } from './sign_in.js';

export const app = express();

app.get('/login', async (req, res) => {
  const { url } = await begin();
  res.redirect(url);
});

app.get('/callback', async (req, res) => {
  await finish(req.query);
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
