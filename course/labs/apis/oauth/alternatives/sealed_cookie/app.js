// What belongs to a sign-in travels in an encrypted cookie; who is signed in is kept by sessions.js.
import express from 'express';
import { accountById, accountFor } from './accounts.js';
import { Provider } from './provider.js';
import { open, seal } from './seal.js';
import { openSession, sessionOf } from './sessions.js';

const provider = new Provider(process.env);
const cookie = { httpOnly: true, sameSite: 'lax', path: '/' };

export const app = express();

app.get('/login', async (req, res) => {
  const { url, secret } = await provider.invite();
  res.cookie('signing_in', await seal(secret), cookie);
  res.redirect(303, url);
});

app.get('/callback', async (req, res) => {
  const sealed = /signing_in=([^;]+)/.exec(req.headers.cookie ?? '')?.[1];
  res.clearCookie('signing_in', cookie);
  const person = await provider.welcome(new URLSearchParams(req.query), await open(sealed));
  openSession(req, res, { account: accountFor(person).id });
  res.redirect('/');
});

app.get('/me', (req, res) => {
  const session = sessionOf(req);
  if (!session) return res.status(401).json({ error: 'nobody is signed in' });
  const { id, email } = accountById(session.account);
  res.json({ id, email });
});

app.use((error, req, res, next) => {
  res.status(error.status ?? 500).json({ error: 'sign-in failed' });
});
