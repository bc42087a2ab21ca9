import { Pool } from 'pg';

export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });

pool.on('connect', (client) => {
  client.on('error', () => {}); // the query under way rejects with the same error
});
pool.on('error', () => {});
