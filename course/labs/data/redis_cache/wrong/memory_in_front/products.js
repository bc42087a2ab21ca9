import { readProduct, writeProduct } from './catalogue.js';
import { forget, recall, remember } from './cache.js';

// What this process has seen lately: faster than Redis.
const seen = new Map();

// The queries under way, by id: whoever asks meanwhile waits for the same answer.
const queries = new Map();

/** The product { id, name, price, description }, or null where there is none. */
export async function findProduct(id) {
  if (seen.has(id)) return seen.get(id);
  const remembered = await recall(id);
  if (remembered !== undefined) {
    keep(id, remembered);
    return remembered;
  }
  return queries.get(id) ?? query(id);
}

function keep(id, product) {
  seen.set(id, product);
  setTimeout(() => seen.delete(id), 5_000).unref();
}

function query(id) {
  const answer = load(id).finally(() => queries.delete(id));
  queries.set(id, answer);
  return answer;
}

async function load(id) {
  const product = await readProduct(id);
  await remember(id, product);
  keep(id, product);
  return product;
}

/** Makes the product, or replaces the one with that id. */
export async function saveProduct(product) {
  await writeProduct(product);
  seen.delete(product.id);
  await forget(product.id);
}
