import { Redis } from 'ioredis';

const client = new Redis(process.env.REDIS_URL, { maxRetriesPerRequest: 0, commandTimeout: 500 });
client.on('error', ({ message }) => console.log('Redis is away:', message));

export async function get(id) {
  try {
    const fields = await client.hgetall(`p/${id}`);
    return 'json' in fields ? { product: JSON.parse(fields.json) } : undefined;
  } catch {
    return undefined;
  }
}

export async function put(id, product) {
  try {
    await client
      .multi()
      .hset(`p/${id}`, 'json', JSON.stringify(product))
      .expire(`p/${id}`, product ? 40 : 6)
      .exec();
  } catch {
    // not remembered, then
  }
}

export async function drop(id) {
  try {
    await client.unlink(`p/${id}`);
  } catch {
    // it expires by itself
  }
}
