import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import jwt from 'jsonwebtoken';

const folder = path.join(import.meta.dirname, 'keys');
const pem = (name) => fs.readFileSync(path.join(folder, `${name}.pem`), 'utf8');
const { current, accepted } = JSON.parse(fs.readFileSync(path.join(folder, 'keys.json'), 'utf8'));

const issuer = 'https://auth.parcels.example';
const audience = 'parcels';
const verify = promisify(jwt.verify);

export const LIFETIME = 300;

function keyFor({ kid, typ }, done) {
  if (typ !== 'at+jwt' || !accepted.includes(kid)) return done(new Error('not one of our access tokens'));
  done(null, pem(kid));
}

export async function issueAccessToken(userId) {
  return jwt.sign({}, pem(`${current}.private`), {
    algorithm: 'RS256',
    keyid: current,
    header: { typ: 'at+jwt' },
    issuer,
    audience,
    subject: userId,
    expiresIn: LIFETIME,
    jwtid: crypto.randomUUID(),
  });
}

export async function userOf(token) {
  const { sub, exp } = await verify(token, keyFor, { algorithms: ['RS256'], issuer, audience, clockTolerance: 5 });
  if (!sub || !exp) throw new Error('a claim is missing');
  return sub;
}
