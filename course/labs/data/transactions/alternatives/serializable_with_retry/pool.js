import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

function listen(emitter) {
  emitter.on('error', ({ message }) => console.warn('postgres:', message));
}

listen(pool);
pool.on('connect', listen);

export { pool };
