// With node-redis. Each change gives a product a new token; what was read under another token is not stored.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';

const FILL = `
  if (redis.call('GET', KEYS[2]) or '') ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
  return 1`;

export class ProductCache {
  #client = createClient({ url: process.env.REDIS_URL, disableOfflineQueue: true });

  constructor() {
    this.#client.on('error', (error) => console.warn('cache:', error.message));
    this.#client.connect().catch(() => {}); // goes on trying by itself
  }

  /** What is stored and the token of the last change; undefined while Redis is away. */
  async look(id) {
    const found = await this.#limited(() => this.#client.mGet(this.#keys(id)));
    return found && { text: found[0], token: found[1] ?? '' };
  }

  async fill(id, token, value, seconds) {
    const text = JSON.stringify(value);
    await this.#limited(() => this.#client.eval(FILL, { keys: this.#keys(id), arguments: [token, text, String(seconds)] }));
  }

  async drop(id) {
    const [entry, token] = this.#keys(id);
    await this.#limited(() => this.#client.multi().setEx(token, 60, randomUUID()).del(entry).exec());
  }

  #keys(id) {
    return [`catalogue:${id}`, `catalogue:${id}:token`];
  }

  async #limited(command) {
    try {
      return await Promise.race([command(), sleep(600)]);
    } catch {
      return undefined;
    }
  }
}
