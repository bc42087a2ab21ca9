import express from 'express';
import { accountById, accountFor } from './accounts.js';
import { openSession, sessionOf } from './sessions.js';
import { begin, claim, finish, patience } from './sign_in.js';

export const app = express();

const cookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  secure: process.env.OIDC_REDIRECT_URI?.startsWith('https:') ?? false,
};

// One cookie for each sign-in, so that two tabs do not disturb each other.
const cookieName = (state) => `sign_in_${state}`;

const cookie = (req, name) =>
  (req.headers.cookie ?? '')
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

app.get('/login', async (req, res) => {
  const { url, state, key } = await begin();
  res.cookie(cookieName(state), key, { ...cookieOptions, maxAge: patience });
  res.redirect(303, url);
});

app.get('/callback', async (req, res) => {
  const { state } = req.query;
  const signIn = claim(req.query, cookie(req, cookieName(state)));
  res.clearCookie(cookieName(state), cookieOptions);
  const claims = await finish(req.query, signIn);
  openSession(req, res, { account: accountFor(claims).id });
  res.redirect(303, '/');
});

app.get('/me', (req, res) => {
  const account = accountById(sessionOf(req)?.account);
  if (!account) return res.sendStatus(401);
  res.json({ id: account.id, email: account.email });
});

// The query stays out of the log: it may hold a code.
app.use((error, req, res, next) => {
  const { status = 500, message, name } = error;
  if (status >= 500) console.error(`${req.method} ${req.path}: ${error.status ? message : name}`);
  res.sendStatus(status);
});
