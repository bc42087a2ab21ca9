import { generateKeyPairSync } from 'node:crypto';
import { jwtVerify } from 'jose';
import jwt from 'jsonwebtoken';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const header = { typ: 'reset+jwt' };
const token = jwt.sign({ sub: 'u-1', aud: 'newsletter' }, privateKey, { algorithm: 'RS512', header });

for (const options of [{}, { algorithms: ['RS256'] }, { audience: 'shop' }]) {
  const told = [];
  try {
    jwt.verify(token, publicKey, options);
    told.push('accepted');
  } catch (error) {
    told.push(error.message);
  }
  await jwtVerify(token, publicKey, options).then(
    () => told.push('accepted'),
    (error) => told.push(error.message),
  );
  console.log(told.join(' | '));
}
for (const options of [{ typ: 'at+jwt' }, { requiredClaims: ['exp'] }]) {
  await jwtVerify(token, publicKey, options).catch((error) => console.log('jose only |', error.message));
}
