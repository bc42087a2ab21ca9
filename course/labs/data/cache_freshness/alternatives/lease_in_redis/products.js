// Only whoever holds the lease asks the database, in whatever process; the others look again.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { redis } from './cache.js';
import { readProduct, writeProduct } from './catalogue.js';

const quietly = (promise, otherwise) => promise.catch(() => otherwise);
const LEASE = 'lease ';

export async function findProduct(id) {
  const lease = LEASE + randomUUID();
  for (let looks = 0; looks < 80; looks++) {
    const found = await quietly(redis.lookOrLease(id, lease), 'away');
    if (found === 'away') break;
    if (found === null) return ask(id, lease);
    if (!found.startsWith(LEASE)) return JSON.parse(found);
    await sleep(25);
  }
  return readProduct(id);
}

async function ask(id, lease) {
  let text = '';
  let seconds = 0;
  try {
    const product = await readProduct(id);
    text = JSON.stringify(product);
    seconds = product ? 50 : 9;
    return product;
  } finally {
    await quietly(redis.redeem(id, lease, text, seconds));
  }
}

export async function saveProduct(product) {
  let error;
  await writeProduct(product).catch((caught) => {
    error = caught;
  });
  await quietly(redis.del(product.id));
  if (error) throw error;
}
