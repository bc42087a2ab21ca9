// With node-redis. A command that takes too long, or fails, has found nothing.
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';

export class ProductCache {
  #client = createClient({ url: process.env.REDIS_URL, disableOfflineQueue: true });

  constructor() {
    this.#client.on('error', (error) => console.warn('cache:', error.message));
    this.#client.connect().catch(() => {}); // goes on trying by itself
  }

  /** Gives { product } where there is an entry. */
  async look(id) {
    const text = await this.#limited(() => this.#client.get(`catalogue:${id}`));
    return text && { product: JSON.parse(text) };
  }

  async fill(id, product) {
    const seconds = product === null ? 8 : 45;
    await this.#limited(() => this.#client.setEx(`catalogue:${id}`, seconds, JSON.stringify(product)));
  }

  async drop(id) {
    await this.#limited(() => this.#client.del(`catalogue:${id}`));
  }

  async #limited(command) {
    try {
      return await Promise.race([command(), sleep(600)]);
    } catch {
      return undefined;
    }
  }
}
