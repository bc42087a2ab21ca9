import { createHmac, createVerify, generateKeyPairSync } from 'node:crypto';

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }); // everybody may have this one

function isGood(token) {
  const [header, payload, signature] = token.split('.');
  const { alg } = JSON.parse(Buffer.from(header, 'base64url'));
  const text = `${header}.${payload}`;
  if (alg === 'HS256') return createHmac('sha256', pem).update(text).digest('base64url') === signature;
  if (alg === 'RS256') return createVerify('sha256').update(text).verify(pem, signature, 'base64url');
  return false;
}

// The attacker has no private key.
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const text = `${part({ alg: 'HS256' })}.${part({ sub: 'admin' })}`;
const signature = createHmac('sha256', pem).update(text).digest('base64url');
console.log(isGood(`${text}.${signature}`));
