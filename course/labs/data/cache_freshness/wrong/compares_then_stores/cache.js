import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';

// How long an entry lives, in seconds. So long it can be wrong at most, whatever else goes wrong.
const PRODUCT = 60;
const NO_PRODUCT = 10;
const TOKEN = 60;

const redis = new Redis(process.env.REDIS_URL, { commandTimeout: 500 });
redis.on('error', (error) => console.error(`redis: ${error.message}`));

/** What is remembered of a product: the product, null for no such product, undefined for nothing. */
export async function recall(id) {
  const text = await orNothing(redis.get(key(id)));
  return text ? JSON.parse(text) : undefined;
}

/** Remembers a product, or null for no such product; unless the token has changed. */
export async function remember(id, product, seen) {
  if ((await token(id)) !== seen) return;
  const seconds = product ? PRODUCT : NO_PRODUCT;
  await orNothing(redis.set(key(id), JSON.stringify(product), 'EX', seconds));
}

/** The token of the last change. */
export async function token(id) {
  return (await orNothing(redis.get(tokenKey(id)))) ?? '';
}

/** Gives the product a new token, and forgets what is remembered. */
export function forget(id) {
  return orNothing(redis.multi().set(tokenKey(id), randomUUID(), 'EX', TOKEN).del(key(id)).exec());
}

const key = (id) => `product:${id}`;
const tokenKey = (id) => `token:${id}`;

// Without Redis everything is slower, and nothing is wrong.
const orNothing = (command) => command.catch(() => null);
