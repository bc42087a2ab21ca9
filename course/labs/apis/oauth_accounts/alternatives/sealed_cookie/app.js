// What belongs to a sign-in travels in an encrypted cookie; sessions are kept here.
import express from 'express';
import * as accounts from './accounts.js';
import { open, seal } from './seal.js';
import { endSession, findSession, openSession, sessionId } from './sessions.js';
import { begin, finish } from './sign_in.js';
import { status } from './status.js';

const cookie = { httpOnly: true, sameSite: 'lax', path: '/' };

class NotLetIn extends Error {
  status = 403;
}

function letIn(person) {
  const identity = { iss: person.iss, sub: person.sub };
  let account = accounts.accountByIdentity(identity.iss, identity.sub);
  if (account) return account;
  if (person.email_verified !== true || typeof person.email !== 'string') throw new NotLetIn();
  account = accounts.accountByEmail(person.email);
  if (account?.identity) throw new NotLetIn();
  if (account) return Object.assign(account, { identity });
  return accounts.createAccount(person.email, identity);
}

function localPath(text) {
  const local = typeof text === 'string' && text.startsWith('/') && !/^\/[/\\]|[\0-\x1f]/.test(text);
  return local ? text : '/';
}

export const app = express();

app.get('/login', async (req, res) => {
  const { url, expected } = await begin();
  res.cookie('signing_in', await seal({ expected, to: localPath(req.query.to) }), cookie);
  res.redirect(url);
});

app.get('/callback', async (req, res) => {
  const sealed = /signing_in=([^;]+)/.exec(req.headers.cookie ?? '')?.[1];
  res.clearCookie('signing_in', cookie);
  const { expected, to } = await open(sealed);
  const account = letIn(await finish(req.query, expected));
  endSession(sessionId(req));
  res.cookie('sid', openSession({ account: account.id }), cookie);
  res.redirect(to);
});

app.get('/me', (req, res) => {
  const session = findSession(sessionId(req));
  if (!session) return res.status(401).json({ error: 'nobody is signed in' });
  const { id, email } = accounts.accountById(session.account);
  res.json({ id, email });
});

app.post('/logout', (req, res) => {
  endSession(sessionId(req));
  res.clearCookie('sid', cookie).status(204).end();
});

app.use((error, req, res, next) => {
  res.status(error.status ?? status(error)).json({ error: 'sign-in failed' });
});
