import { readProduct, writeProduct } from './catalogue.js';
import { forget, recall, remember } from './cache.js';

// The queries under way, by id: whoever asks meanwhile waits for the same answer.
const queries = new Map();

/** The product { id, name, price, description }, or null where there is none. */
export async function findProduct(id) {
  const remembered = await recall(id);
  if (remembered !== undefined) return remembered;
  return queries.get(id) ?? query(id);
}

function query(id) {
  const answer = load(id).finally(() => queries.delete(id));
  queries.set(id, answer);
  return answer;
}

async function load(id) {
  const product = await readProduct(id);
  await remember(id, product);
  return product;
}

/** Makes the product, or replaces the one with that id. */
export async function saveProduct(product) {
  await writeProduct(product);
  forget(product.id);
}
