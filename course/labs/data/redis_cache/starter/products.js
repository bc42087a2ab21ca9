import { readProduct, writeProduct } from './catalogue.js';

/** The product { id, name, price, description }, or null where there is none. */
export async function findProduct(id) {
  return readProduct(id);
}

/** Makes the product, or replaces the one with that id. */
export async function saveProduct(product) {
  await writeProduct(product);
}
