import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';

// How long an entry lives, in seconds. So long it can be wrong at most, whatever else goes wrong.
const PRODUCT = 60;
const NO_PRODUCT = 10;

const redis = createClient({ url: process.env.REDIS_URL });
redis.on('error', (error) => console.error(`redis: ${error.message}`));
await redis.connect();

/** What is remembered of a product: the product, null for no such product, undefined for nothing. */
export async function recall(id) {
  const text = await orNothing(redis.get(key(id)));
  return text ? JSON.parse(text) : undefined;
}

/** Remembers a product, or null for no such product. */
export function remember(id, product) {
  const seconds = product ? PRODUCT : NO_PRODUCT;
  return orNothing(redis.set(key(id), JSON.stringify(product), { EX: seconds }));
}

/** Takes away what is remembered. */
export function forget(id) {
  return orNothing(redis.del(key(id)));
}

const key = (id) => `product:${id}`;

// Without Redis everything is slower, and nothing is wrong.
const orNothing = (command) => Promise.race([command.catch(() => null), sleep(500, null)]);
