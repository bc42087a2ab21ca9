import { Redis } from 'ioredis';

// How long an entry lives, in seconds. So long it can be wrong at most, whatever else goes wrong.
const PRODUCT = 60;
const NO_PRODUCT = 10;
const CHANGE = 60;

// No entry, but the mark of a change: while it stands, what was read before the change stays out.
const CHANGED = '';

const redis = new Redis(process.env.REDIS_URL, { commandTimeout: 500 });
redis.on('error', (error) => console.error(`redis: ${error.message}`));

/** What is remembered of a product: the product, null for no such product, undefined for nothing. */
export async function recall(id) {
  const text = await orNothing(redis.get(key(id)));
  return text ? JSON.parse(text) : undefined;
}

/** Remembers a product, or null for no such product; unless an entry or a mark is there already. */
export function remember(id, product) {
  const seconds = product ? PRODUCT : NO_PRODUCT;
  return orNothing(redis.set(key(id), JSON.stringify(product), 'EX', seconds, 'NX'));
}

/** Puts the mark of a change in the place of what is remembered. */
export function forget(id) {
  return orNothing(redis.set(key(id), CHANGED, 'EX', CHANGE));
}

const key = (id) => `product:${id}`;

// Without Redis everything is slower, and nothing is wrong.
const orNothing = (command) => command.catch(() => null);
