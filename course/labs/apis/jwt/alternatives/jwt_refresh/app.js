// Everything in one file, with nothing but node:crypto. Refresh tokens are JWTs, too, of another type and by another key.
import { createHmac, createPublicKey, randomBytes, randomUUID, sign, timingSafeEqual, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import express, { Router } from 'express';
import { cookieOf } from './cookies.js';
import { listParcels } from './parcels.js';
import { findUser } from './users.js';

const read = (name) => readFile(`${import.meta.dirname}/keys/${name}`, 'utf8');
const ring = JSON.parse(await read('keys.json'));
const keys = Object.fromEntries(
  await Promise.all(ring.accepted.map(async (kid) => [kid, createPublicKey(await read(`${kid}.pem`))])),
);
const signingKey = await read(`${ring.current}.private.pem`);
const secret = randomBytes(32);
const families = new Map(); // id → the id of the token that is good now

const seconds = () => Math.floor(Date.now() / 1000);
const pack = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const unpack = (part) => JSON.parse(Buffer.from(part, 'base64url').toString());
const rs256 = (text) => sign('sha256', text, signingKey).toString('base64url');
const hs256 = (text) => createHmac('sha256', secret).update(text).digest('base64url');

function accessToken(sub) {
  const iat = seconds();
  const header = { typ: 'at+jwt', alg: 'RS256', kid: ring.current };
  const claims = { iss: 'https://auth.parcels.example', aud: 'parcels', sub, iat, exp: iat + 300 };
  const text = `${pack(header)}.${pack(claims)}`;
  return `${text}.${rs256(text)}`;
}

function refreshToken(sub, family, ends) {
  const jti = randomUUID();
  families.set(family, jti);
  const exp = Math.min(seconds() + 14 * 86_400, ends);
  const text = `${pack({ typ: 'rt+jwt', alg: 'HS256' })}.${pack({ sub, family, ends, jti, exp })}`;
  return `${text}.${hs256(text)}`;
}

function subjectOf(token) {
  const [head, body, signature, ...more] = token.split('.');
  const { alg, typ, kid } = unpack(head);
  const { iss, aud, sub, exp, nbf = 0 } = unpack(body);
  const good =
    more.length === 0 &&
    alg === 'RS256' &&
    typ === 'at+jwt' &&
    Object.hasOwn(keys, kid) &&
    verify('sha256', `${head}.${body}`, keys[kid], Buffer.from(signature, 'base64url')) &&
    iss === 'https://auth.parcels.example' &&
    [aud].flat().includes('parcels') &&
    typeof sub === 'string' &&
    exp > seconds() &&
    nbf <= seconds();
  return good ? sub : null;
}

function claimsOfRefreshToken(token) {
  try {
    const [head, body, signature] = token.split('.');
    if (!timingSafeEqual(Buffer.from(signature), Buffer.from(hs256(`${head}.${body}`)))) return null;
    return unpack(body);
  } catch {
    return null;
  }
}

const flags = { path: '/session', sameSite: 'Strict', secure: true, httpOnly: true };

function give(res, status, sub, family, ends) {
  res
    .status(status)
    .cookie('refresh', refreshToken(sub, family, ends), { ...flags, maxAge: 14 * 86_400_000 })
    .set('Cache-Control', 'private, no-store')
    .json({ expiresIn: 300, accessToken: accessToken(sub) });
}

const session = Router();

session.post('/', express.json(), async (req, res) => {
  const user = req.body && (await findUser(req.body.name, req.body.password));
  if (user) give(res, 201, user.id, randomUUID(), seconds() + 30 * 86_400);
  else res.status(401).end();
});

session.post('/refresh', (req, res) => {
  const claims = claimsOfRefreshToken(cookieOf(req, 'refresh'));
  if (!claims || !families.has(claims.family) || claims.exp <= seconds()) return res.status(401).end();
  if (families.get(claims.family) === claims.jti) return give(res, 200, claims.sub, claims.family, claims.ends);
  families.delete(claims.family);
  process.stdout.write(`${claims.sub}: refresh token reuse\n`);
  res.status(401).end();
});

session.delete('/', (req, res) => {
  families.delete(claimsOfRefreshToken(cookieOf(req, 'refresh'))?.family);
  res.cookie('refresh', '', { ...flags, maxAge: 0 }).sendStatus(204);
});

export const app = express().use('/session', session);

app.get(
  '/parcels',
  (req, res, next) => {
    const header = req.headers.authorization;
    if (!header?.startsWith('Bearer ')) return res.set('WWW-Authenticate', 'Bearer realm="parcels"').sendStatus(401);
    try {
      req.userId = subjectOf(header.slice(7));
    } catch {
      req.userId = null;
    }
    if (req.userId) return next();
    res.set('WWW-Authenticate', 'Bearer realm="parcels", error="invalid_token", error_description="not accepted"');
    res.sendStatus(401);
  },
  listParcels,
);
