import pg from 'pg';

export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  connectionTimeoutMillis: 5_000,
});

// A connection that breaks says so by an 'error' event, at rest (on the pool) or at work (on the
// client). The query under way rejects as well, so there is nothing to do here but to listen:
// an 'error' event nobody listens to ends the process.
const heard = (error) => console.error(`database connection lost: ${error.message}`);
pool.on('error', heard);
pool.on('connect', (client) => client.on('error', heard));
