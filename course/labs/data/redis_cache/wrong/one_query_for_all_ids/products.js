import { readProduct, writeProduct } from './catalogue.js';
import { forget, recall, remember } from './cache.js';

// The query under way: whoever asks meanwhile waits for the same answer.
let underWay;

/** The product { id, name, price, description }, or null where there is none. */
export async function findProduct(id) {
  const remembered = await recall(id);
  if (remembered !== undefined) return remembered;
  return underWay ?? query(id);
}

function query(id) {
  underWay = load(id).finally(() => { underWay = undefined; });
  return underWay;
}

async function load(id) {
  const product = await readProduct(id);
  await remember(id, product);
  return product;
}

/** Makes the product, or replaces the one with that id. */
export async function saveProduct(product) {
  await writeProduct(product);
  await forget(product.id);
}
