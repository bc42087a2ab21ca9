// Who may sign in. Stays as it is.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const scrypted = promisify(scrypt);

/** Cheap, so that trying things is quick. In production it takes a tenth of a second. */
const hash = (password, salt) => scrypted(password, salt, 32, { N: 1024 });

const users = [
  await user('u-1f6c', 'ann', 'ann@parcels.example', 'correct horse battery'),
  await user('u-9b20', 'ben', 'ben@parcels.example', 'staple of old paper'),
];

const stranger = await user('u-0000', '', '', '');

async function user(id, name, email, password) {
  const salt = randomBytes(16);
  return { id, name, email, salt, hash: await hash(password, salt) };
}

/** The user of that name and password, an object with `id`, `name` and more; undefined where there is none. */
export async function findUser(name, password) {
  if (typeof name !== 'string' || typeof password !== 'string') return undefined;
  const found = users.find((each) => each.name === name) ?? stranger;
  const same = timingSafeEqual(await hash(password, found.salt), found.hash);
  return same && found !== stranger ? found : undefined;
}
