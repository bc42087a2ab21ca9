import { pool } from './pool.js';

/** One transaction on one client. What leaves its block without `commit` is rolled back. */
export class UnitOfWork {
  #client;
  #open = true;

  static async begin() {
    const client = await pool.connect();
    const work = new UnitOfWork(client);
    try {
      await client.query('start transaction');
      return work;
    } catch (error) {
      await work[Symbol.asyncDispose]();
      throw error;
    }
  }

  constructor(client) { this.#client = client; }

  sql(strings, ...values) {
    return this.#client.query(strings.reduce((text, part, i) => `${text}$${i}${part}`), values);
  }

  async commit() {
    await this.#client.query('commit');
    this.#open = false;
  }

  async [Symbol.asyncDispose]() {
    let lost = false;
    if (this.#open) await this.#client.query('rollback').catch(() => { lost = true; });
    this.#client.release(lost);
  }
}
