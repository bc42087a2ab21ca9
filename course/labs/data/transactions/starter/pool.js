import pg from 'pg';

// The connections of this server, opened when they are first needed and used again and again.
export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
});
