import { Redis } from 'ioredis';

// How long an entry lives, in seconds. So long it can be wrong at most, whatever else goes wrong.
const PRODUCT = 60;
const NO_PRODUCT = 10;

const redis = new Redis(process.env.REDIS_URL, { commandTimeout: 500 });
redis.on('error', (error) => console.error(`redis: ${error.message}`));

/** What is remembered of a product: the product, null for no such product, undefined for nothing. */
export async function recall(id) {
  const text = await orNothing(redis.get(key(id)));
  return text ? JSON.parse(text) : undefined;
}

/** Remembers a product, or null for no such product. */
export async function remember(id, product) {
  const stored = await orNothing(redis.set(key(id), JSON.stringify(product)));
  if (stored) await orNothing(redis.expire(key(id), product ? PRODUCT : NO_PRODUCT));
}

/** Takes away what is remembered. */
export function forget(id) {
  return orNothing(redis.del(key(id)));
}

const key = (id) => `product:${id}`;

// Without Redis everything is slower, and nothing is wrong.
const orNothing = (command) => command.catch(() => null);
