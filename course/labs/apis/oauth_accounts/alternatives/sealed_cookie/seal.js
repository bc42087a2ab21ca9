import { randomBytes } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';

const key = randomBytes(32);

export function seal(payload) {
  return new EncryptJWT(payload)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime('10 minutes')
    .encrypt(key);
}

export async function open(sealed) {
  try {
    return (await jwtDecrypt(sealed, key)).payload;
  } catch (cause) {
    throw Object.assign(new Error('no sign-in was begun here', { cause }), { status: 400 });
  }
}
