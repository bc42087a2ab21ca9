import express from 'express';
import { accountById } from './accounts.js';
import { endSession, findSession, openSession, sessionId } from './sessions.js';
import { begin, claim, finish, patience } from './begun.js';

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

const isLocal = (to) => typeof to === 'string' && /^\/(?![/\\])\P{Cc}*$/u.test(to);

// A header takes ASCII only; all that it takes is left as it is.
const headerSafe = (path) => path.replace(/[^\x21-\x7e]+/g, encodeURIComponent);

app.get('/login', async (req, res) => {
  const { to } = req.query;
  const { url, state, key } = await begin(isLocal(to) ? to : '/');
  res.cookie(cookieName(state), key, { ...cookieOptions, maxAge: patience });
  res.redirect(303, url);
});

app.get('/callback', async (req, res) => {
  const { state } = req.query;
  const signIn = claim(req.query, cookie(req, cookieName(state)));
  res.clearCookie(cookieName(state), cookieOptions);
  const { id } = await finish(req.query, signIn);
  endSession(sessionId(req));
  res.cookie('sid', openSession({ account: id }), cookieOptions);
  res.status(303).set('Location', headerSafe(signIn.to)).end();
});

app.get('/me', (req, res) => {
  const account = accountById(findSession(sessionId(req))?.account);
  if (!account) return res.sendStatus(401);
  res.json({ id: account.id, email: account.email });
});

app.post('/logout', (req, res) => {
  endSession(sessionId(req));
  res.clearCookie('sid', cookieOptions).status(204).end();
});

// The query stays out of the log: it may hold a code.
app.use((error, req, res, next) => {
  const { status = 500, message, name } = error;
  if (status >= 500) console.error(`${req.method} ${req.path}: ${error.status ? message : name}`);
  res.sendStatus(status);
});
