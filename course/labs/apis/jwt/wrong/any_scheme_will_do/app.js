// The routes.
import express from 'express';
import { cookieOf } from './cookies.js';
import { listParcels } from './parcels.js';
import { closeSession, IDLE, openSession, refreshSession } from './sessions.js';
import { issueAccessToken, LIFETIME, userOf } from './tokens.js';
import { findUser } from './users.js';

const COOKIE = { httpOnly: true, secure: true, sameSite: 'strict', path: '/session' };

export const app = express();

app.post('/session', express.json(), async (req, res) => {
  const { name, password } = req.body ?? {};
  const user = await findUser(name, password);
  if (!user) return res.sendStatus(401);
  await sendTokens(res.status(201), user.id, openSession(user.id));
});

app.post('/session/refresh', async (req, res) => {
  const next = refreshSession(cookieOf(req, 'refresh'));
  if (!next) return res.sendStatus(401);
  await sendTokens(res, next.userId, next.refreshToken);
});

app.delete('/session', (req, res) => {
  closeSession(cookieOf(req, 'refresh'));
  res.clearCookie('refresh', COOKIE).status(204).end();
});

app.get('/parcels', signedIn, listParcels);

async function sendTokens(res, userId, refreshToken) {
  res.cookie('refresh', refreshToken, { ...COOKIE, maxAge: IDLE });
  res.set('Cache-Control', 'no-store');
  res.json({ accessToken: await issueAccessToken(userId), expiresIn: LIFETIME });
}

async function signedIn(req, res, next) {
  const [, token] = (req.get('Authorization') ?? '').split(' ');
  if (!token) return refuse(res, 'Bearer');
  try {
    req.userId = await userOf(token);
  } catch {
    return refuse(res, 'Bearer error="invalid_token"');
  }
  next();
}

function refuse(res, challenge) {
  res.set('WWW-Authenticate', challenge).sendStatus(401);
}
