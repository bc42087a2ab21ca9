import { Redis } from 'ioredis';

// How long an entry lives, in seconds. So long it can be wrong at most, whatever else goes wrong.
const PRODUCT = 60;
const NO_PRODUCT = 10;
const CHANGE = 5;

// Stores the fields of a hash where nothing is yet.
const STORE = `
  if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
  redis.call('HSET', KEYS[1], unpack(ARGV, 2))
  return redis.call('EXPIRE', KEYS[1], ARGV[1])`;

const redis = new Redis(process.env.REDIS_URL, { commandTimeout: 500 });
redis.on('error', (error) => console.error(`redis: ${error.message}`));

/** What is remembered of a product: the product, null for no such product, undefined for nothing. */
export async function recall(id) {
  const fields = await orNothing(redis.hgetall(key(id)));
  if (fields?.id) return fields;
  return fields?.unknown ? null : undefined;
}

/** Remembers a product, or null for no such product; unless an entry or a mark is there already. */
export function remember(id, product) {
  const seconds = product ? PRODUCT : NO_PRODUCT;
  const fields = Object.entries(product ?? { unknown: 'yes' }).flat();
  return orNothing(redis.eval(STORE, 1, key(id), seconds, ...fields));
}

/** Puts the mark of a change in the place of what is remembered. */
export function forget(id) {
  return orNothing(
    redis.multi().del(key(id)).hset(key(id), 'changed', 'yes').expire(key(id), CHANGE).exec(),
  );
}

const key = (id) => `product:${id}`;

// Without Redis everything is slower, and nothing is wrong.
const orNothing = (command) => command.catch(() => null);
