import pg from 'pg';

export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 100,
  connectionTimeoutMillis: 5_000,
});

const heard = (error) => console.error(`database connection lost: ${error.message}`);
pool.on('error', heard);
pool.on('connect', (client) => client.on('error', heard));
