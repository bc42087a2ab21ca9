import express from 'express';
import { Redis } from 'ioredis';
import pg from 'pg';

const db = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const cache = new Redis(process.env.REDIS_URL, { maxRetriesPerRequest: 0, commandTimeout: 300 });
cache.on('error', error => console.error(error.message));

const orNothing = work => work.catch(() => null);

async function article(id) {
  const cached = await orNothing(cache.get(`article:${id}`));
  await orNothing(cache.hincrby('stats', cached ? 'hits' : 'misses', 1));
  if (cached) return JSON.parse(cached);
  const { rows } = await db.query('select id, title from article where id = $1', [id]);
  if (rows[0]) await orNothing(cache.set(`article:${id}`, JSON.stringify(rows[0]), 'EX', 60));
  return rows[0];
}

const app = express();
app.use(express.json());
app.get('/articles/:id', async (req, res) => {
  const found = await article(req.params.id);
  found ? res.json(found) : res.status(404).end();
});
app.put('/articles/:id', async (req, res) => {
  await db.query('update article set title = $2 where id = $1', [req.params.id, req.body.title]);
  await orNothing(cache.multi().del(`article:${req.params.id}`).hincrby('stats', 'changes', 1).exec());
  res.status(204).end();
});
app.listen(process.env.PORT);
