import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const token = await new SignJWT({ sub: 'u-1', aud: 'shop' })
  .setProtectedHeader({ alg: 'RS256', kid: 'spring' })
  .sign(privateKey);

const [header, payload, signature] = token.split('.');
console.log(Buffer.from(header, 'base64url').toString());
console.log(Buffer.from(payload, 'base64url').toString());
console.log(Buffer.from(signature, 'base64url').length, 'bytes');
