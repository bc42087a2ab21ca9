import { ProductCache } from './cache.js';
import { readProduct, writeProduct } from './catalogue.js';

class Products {
  #cache = new ProductCache();
  #flights = new Map();

  async find(id) {
    const entry = await this.#cache.look(id);
    if (entry) return entry.product;
    let flight = this.#flights.get(id);
    if (!flight) {
      flight = this.#fetch(id);
      this.#flights.set(id, flight);
    }
    return flight;
  }

  async #fetch(id) {
    let product;
    try {
      product = await readProduct(id);
    } finally {
      this.#flights.delete(id);
    }
    await this.#cache.fill(id, product);
    return product;
  }

  async save(product) {
    await writeProduct(product);
    await this.#cache.drop(product.id);
  }
}

const products = new Products();

export const findProduct = (id) => products.find(id);
export const saveProduct = (product) => products.save(product);
