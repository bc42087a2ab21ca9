// Makes a function of an id into one that remembers its answers in Redis.
import { Redis } from 'ioredis';

const client = new Redis(process.env.REDIS_URL, { maxRetriesPerRequest: 0, commandTimeout: 500 });
client.on('error', ({ message }) => console.log('Redis is away:', message));

export function remembering(name, load, { found, missing }) {
  const keyOf = (id) => `${name}/${id}`;
  const running = {};

  async function look(id) {
    try {
      return await client.hget(keyOf(id), 'json');
    } catch {
      return null;
    }
  }

  async function store(id, value) {
    const seconds = value === null ? missing : found;
    try {
      await client
        .multi()
        .hset(keyOf(id), 'json', JSON.stringify(value))
        .expire(keyOf(id), seconds)
        .exec();
    } catch {
      // not remembered, then
    }
  }

  async function loadAndStore(id) {
    try {
      const value = await load(id);
      await store(id, value);
      return value;
    } finally {
      delete running[id];
    }
  }

  async function get(id) {
    const json = await look(id);
    if (json !== null) return JSON.parse(json);
    running[id] ??= loadAndStore(id);
    return running[id];
  }

  get.forget = async (id) => {
    try {
      await client.unlink(keyOf(id));
    } catch {
      // it expires by itself
    }
  };

  return get;
}
