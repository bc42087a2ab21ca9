import { UnsecuredJWT, decodeJwt, generateKeyPair, jwtVerify } from 'jose';

const forged = new UnsecuredJWT({ sub: 'ann', email_verified: true }).encode();
console.log(decodeJwt(forged));

const { publicKey } = await generateKeyPair('RS256');
await jwtVerify(forged, publicKey).catch((error) => console.log(error.message));
