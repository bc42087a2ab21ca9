import { ProductCache } from './cache.js';
import { readProduct, writeProduct } from './catalogue.js';

const cache = new ProductCache();
const flights = new Map();

export async function findProduct(id) {
  const seen = await cache.look(id);
  if (seen?.text) return JSON.parse(seen.text);

  const flight = flights.get(id);
  if (flight && flight.token === seen?.token) return flight.product;

  const mine = { token: seen?.token };
  mine.product = fetchInto(id, seen).finally(() => {
    if (flights.get(id) === mine) flights.delete(id);
  });
  flights.set(id, mine);
  return mine.product;
}

async function fetchInto(id, seen) {
  const product = await readProduct(id);
  if (seen) await cache.fill(id, seen.token, product, product === null ? 8 : 45);
  return product;
}

export function saveProduct(product) {
  return writeProduct(product).finally(() => {
    flights.delete(product.id);
    return cache.drop(product.id);
  });
}
