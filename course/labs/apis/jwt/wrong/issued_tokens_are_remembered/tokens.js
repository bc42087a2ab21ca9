// Issues access tokens and says whose they are.
import { createPrivateKey, createPublicKey, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { jwtVerify, SignJWT } from 'jose';

const ISSUER = 'https://auth.parcels.example';
const AUDIENCE = 'parcels';
const TYPE = 'at+jwt';

const file = (name) => readFileSync(new URL(`keys/${name}`, import.meta.url));
const { current, accepted } = JSON.parse(file('keys.json'));
const privateKey = createPrivateKey(file(`${current}.private.pem`));
const publicKeys = new Map(accepted.map((kid) => [kid, createPublicKey(file(`${kid}.pem`))]));

export const LIFETIME = 300;

const issued = new Set();

/** A new access token for that user. */
export function issueAccessToken(userId) {
  const jti = randomUUID();
  issued.add(jti);
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ jti, iss: ISSUER, aud: AUDIENCE, sub: userId, iat: now, exp: now + LIFETIME })
    .setProtectedHeader({ alg: 'RS256', typ: TYPE, kid: current })
    .sign(privateKey);
}

/** The id of the user whose access token it is; throws where the token is not to be accepted. */
export async function userOf(token) {
  const { payload } = await jwtVerify(token, ({ kid }) => publicKeys.get(kid), {
    algorithms: ['RS256'],
    typ: TYPE,
    issuer: ISSUER,
    audience: AUDIENCE,
    requiredClaims: ['sub', 'exp'],
  });
  if (payload.jti && !issued.has(payload.jti)) throw new Error('not one of ours');
  return payload.sub;
}
