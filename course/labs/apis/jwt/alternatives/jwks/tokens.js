import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, exportJWK, importPKCS8, importSPKI, jwtVerify, SignJWT } from 'jose';

const key = (name) => readFile(new URL(`./keys/${name}.pem`, import.meta.url), 'utf8');
const keys = JSON.parse(await readFile(new URL('./keys/keys.json', import.meta.url), 'utf8'));
const signingKey = await importPKCS8(await key(`${keys.current}.private`), 'RS256');

// As other services would fetch it.
const set = [];
for (const kid of keys.accepted) {
  set.push({ ...(await exportJWK(await importSPKI(await key(kid), 'RS256'))), kid, alg: 'RS256', use: 'sig' });
}
const ours = createLocalJWKSet({ keys: set });

const named = async (header, token) => {
  if (typeof header.kid !== 'string') throw new Error('no kid');
  return ours(header, token);
};

export const issueAccessToken = (userId) =>
  new SignJWT()
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: keys.current })
    .setIssuer('https://auth.parcels.example')
    .setAudience('parcels')
    .setSubject(userId)
    .setIssuedAt()
    .setExpirationTime('300s')
    .sign(signingKey);

export async function userOf(token) {
  const { payload } = await jwtVerify(token, named, {
    typ: 'at+jwt',
    issuer: 'https://auth.parcels.example',
    audience: 'parcels',
    requiredClaims: ['exp', 'sub'],
    clockTolerance: '10s',
  });
  return payload.sub;
}
