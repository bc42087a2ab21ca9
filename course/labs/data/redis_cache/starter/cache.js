import { Redis } from 'ioredis';

// Connects by itself, and again whenever the connection is lost.
export const redis = new Redis(process.env.REDIS_URL);
