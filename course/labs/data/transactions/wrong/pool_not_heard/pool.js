import pg from 'pg';

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

pool.on('connect', (client) => {
  client.on('error', (error) => console.error(`connection lost: ${error.message}`));
});
