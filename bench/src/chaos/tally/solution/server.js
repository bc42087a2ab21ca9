import express from 'express';
import { Redis } from 'ioredis';

const redis = new Redis(process.env.REDIS_URL);
const app = express();

app.post('/visits', async (req, res) => res.status(201).json({ visits: await redis.incr('visits') }));
app.get('/visits', async (req, res) => res.json({ visits: Number((await redis.get('visits')) ?? 0) }));

app.listen(process.env.PORT);
