import express from 'express';
import { cookieOf } from './cookies.js';
import { listParcels } from './parcels.js';
import { closeSession, openSession, refreshSession } from './sessions.js';
import { issueAccessToken, userOf } from './tokens.js';
import { findUser } from './users.js';

export const app = express();

class Unauthorized extends Error {
  constructor(challenge) {
    super('Unauthorized');
    this.challenge = challenge;
  }
}

const guarded = { httpOnly: true, secure: true, sameSite: true, path: '/session' };

const answer = async (res, { userId, refreshToken }) =>
  res
    .set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' })
    .cookie('refresh', refreshToken, { ...guarded, maxAge: 14 * 24 * 3600 * 1000 })
    .json({ accessToken: await issueAccessToken(userId), expiresIn: 300, tokenType: 'Bearer' });

app.post('/session', express.json(), async (req, res) => {
  const user = await findUser(req.body?.name, req.body?.password);
  if (!user) throw new Unauthorized();
  res.status(201);
  await answer(res, { userId: user.id, refreshToken: await openSession(user.id) });
});

app.post('/session/refresh', async (req, res) => {
  const next = await refreshSession(cookieOf(req, 'refresh'));
  if (!next) {
    res.clearCookie('refresh', guarded);
    throw new Unauthorized();
  }
  await answer(res, next);
});

app.delete('/session', async (req, res) => {
  await closeSession(cookieOf(req, 'refresh'));
  res.clearCookie('refresh', guarded);
  res.status(204).send();
});

app.use('/parcels', async (req, res, next) => {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer') throw new Unauthorized('Bearer');
  req.userId = await userOf(token).catch(() => {
    throw new Unauthorized('Bearer error="invalid_token"');
  });
  next();
});
app.get('/parcels', listParcels);

app.use((error, req, res, next) => {
  if (!(error instanceof Unauthorized)) return next(error);
  if (error.challenge) res.set('WWW-Authenticate', error.challenge);
  res.status(401).json({ error: 'unauthorized' });
});
