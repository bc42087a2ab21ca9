import { Redis } from 'ioredis';

// How long an entry lives, in seconds. So long it can be wrong at most, whatever else goes wrong.
const PRODUCT = 60;
const NO_PRODUCT = 10;

const redis = new Redis(process.env.REDIS_URL, { commandTimeout: 500 });
redis.on('error', (error) => console.error(`redis: ${error.message}`));

/** What is remembered of a product: the product, null for no such product, undefined for nothing. */
export async function recall(id) {
  const fields = await orNothing(redis.hgetall(key(id)));
  if (fields?.id) return fields;
  return fields?.unknown ? null : undefined;
}

/** Remembers a product, or null for no such product. */
export function remember(id, product) {
  const seconds = product ? PRODUCT : NO_PRODUCT;
  const fields = product ?? { unknown: 'yes' };
  return orNothing(redis.multi().hset(key(id), fields).expire(key(id), seconds).exec());
}

/** Takes away what is remembered. */
export function forget(id) {
  return orNothing(redis.del(key(id)));
}

const key = (id) => `product:${id}`;

// Without Redis everything is slower, and nothing is wrong.
const orNothing = (command) => command.catch(() => null);
